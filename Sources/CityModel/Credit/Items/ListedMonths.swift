internal import Columns

/// G02 and B01, A7: 将“红黑榜”作为信用评价结果的参照.
///
/// One case for each month of the period on whose publication day an entry of the county's red list, or of any black list in
/// effect there, stood. The red list reads the last published grade, so that there is no circle.
enum ListedMonths: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let publishDay = try facts.read(ListParameters.publishDay)
    let reach = try facts.read(ListParameters.blackScope)
    let days = publicationDays(facts.window, publishDay.value)
    let entries = try column { () throws(ColumnError) in try ListStanding.entries(facts.snapshot) }
    var months: [Listed: Set<Day>] = [:]
    var rows: [Listed: [UInt32]] = [:]
    for entry in entries {
      let cityWide = entry.isBlack && reach.value == .city
      guard cityWide || facts.isInScope(entry.county) else { continue }
      let stood = days.filter { entry.isInEffect(on: $0) }
      guard !stood.isEmpty else { continue }
      let listed = Listed(enterprise: entry.enterprise, isBlack: entry.isBlack)
      months[listed, default: []].formUnion(stood)
      rows[listed, default: []].append(UInt32(truncatingIfNeeded: entry.row))
    }
    for (listed, days) in months {
      tally.add(
        listed.isBlack ? "B01" : "G02", enterprise: listed.enterprise, days: days, table: "list_entry",
        rows: rows[listed] ?? [], readings: listed.isBlack ? [publishDay.reading, reach.reading] : [publishDay.reading])
    }
  }

  private struct Listed: Hashable {
    var enterprise: Int
    var isBlack: Bool
  }

  private static func publicationDays(_ window: ClosedRange<Day>, _ dayOfMonth: Int) -> [Day] {
    var days: [Day] = []
    var (year, month, _) = window.lowerBound.civil
    while let first = Day(year: year, month: month, day: 1), first <= window.upperBound {
      let length = Day.length(ofMonth: month, year: year)
      let day = first.adding(days: max(1, min(dayOfMonth, length)) - 1)
      if window.contains(day) { days.append(day) }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return days
  }
}
