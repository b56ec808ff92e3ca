internal import Columns

/// 行政处罚法 45: 当事人有权进行陈述和申辩。
/// Reading 25: the decision comes after the working days for statement and defence, counted from the notice. Parameters: `list.noticeWorkdays`.
extension CityInvariant {
  static let listingBeforeDefence = CityInvariant(
    "listing-before-defence", "A7", on: ListEntry.schema, zh: "陈述申辩期满前不得决定", en: "no decision before the time for defence has passed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let noticed = changed.row.day(ListEntry.noticedOn), let decided = changed.row.day(ListEntry.decidedOn) else { return nil }
    let days = try changed.read(ListParameters.noticeWorkdays)
    let last: Day
    do throws(ParameterError) { last = try changed.rulebook.calendar.adding(workingDays: days, to: noticed) } catch { throw Refusal(error) }
    guard decided <= last else { return nil }
    return Bilingual(zh: "陈述申辩期到 \(last) 届满，此后方可决定", en: "the time for defence ends on \(last); the decision comes after")
  }
}
