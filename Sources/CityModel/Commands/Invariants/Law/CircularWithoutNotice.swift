internal import Columns

/// 行政处罚法 44: 应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。
/// Reading 25: 通报 names an enterprise in public and may be the penalty 通报批评; it follows a notice and the working days for defence. Parameters: `list.noticeWorkdays`.
extension CityInvariant {
  static let circularWithoutNotice = CityInvariant(
    "circular-without-notice", "行政处罚法 44, 45", on: SupervisionMeasure.schema, zh: "通报须先告知并给予陈述申辩期限", en: "no circular without a notice and time for defence",
    help: Bilingual(zh: "先送达告知书，期满后再通报，写明 --noticed-on", en: "serve the notice, and issue the circular after its days with --noticed-on")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, changed.row.text(SupervisionMeasure.kind) == "circular", let taken = changed.row.day(SupervisionMeasure.takenOn) else { return nil }
    guard let noticed = changed.row.day(SupervisionMeasure.noticedOn) else { return Bilingual(zh: "没有告知", en: "there was no notice") }
    let days = try changed.read(ListParameters.noticeWorkdays)
    let last: Day
    do throws(ParameterError) { last = try changed.rulebook.calendar.adding(workingDays: days, to: noticed) } catch { throw Refusal(error) }
    return taken > last ? nil : Bilingual(zh: "陈述申辩期到 \(last) 届满", en: "the time for defence ends on \(last)")
  }
}
