internal import Columns

/// 行政处罚法 44: 应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。
/// Reading 25: a restriction on new estates may be a penalty; it is decided after the notice and the working days for defence. Parameters: `list.noticeWorkdays`.
extension CityInvariant {
  static let restrictionWithoutNotice = CityInvariant(
    "restriction-without-notice", "行政处罚法 44, 45", on: Restriction.schema, zh: "限制须先告知并给予陈述申辩期限", en: "no restriction without a notice and time for defence"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let decided = changed.row.day(Restriction.decidedOn) else { return nil }
    guard let noticed = changed.row.day(Restriction.noticedOn) else { return Bilingual(zh: "没有告知", en: "there was no notice") }
    let days = try changed.read(ListParameters.noticeWorkdays)
    let last: Day
    do throws(ParameterError) { last = try changed.rulebook.calendar.adding(workingDays: days, to: noticed) } catch { throw Refusal(error) }
    return decided > last ? nil : Bilingual(zh: "陈述申辩期到 \(last) 届满", en: "the time for defence ends on \(last)")
  }
}
