internal import Columns

/// The publication days of the period on which an entry of one of the two lists stood, by enterprise.
struct ListedMonths {
  var enterprise: Int
  /// The publication days, one for each month.
  var months: [Day]
  /// Rows of the entries.
  var entries: [UInt32]

  /// - Parameters:
  ///   - publishedOn: the day of the month on which the lists are published; of a shorter month, its last day.
  ///   - cityWide: whether an entry of any county counts, and not only one of the scope.
  static func of(
    _ facts: ScoreFacts, black: Bool, publishedOn dayOfMonth: Int, cityWide: Bool
  ) throws(RuleError) -> [ListedMonths] {
    let days = publicationDays(facts.window, dayOfMonth)
    let entries = try column { () throws(ColumnError) in try ListStanding.entries(facts.snapshot) }
    var months: [Int: Set<Day>] = [:]
    var rows: [Int: [UInt32]] = [:]
    for entry in entries where entry.isBlack == black && (cityWide || facts.isInScope(entry.county)) {
      let stood = days.filter { entry.isInEffect(on: $0) }
      guard !stood.isEmpty else { continue }
      months[entry.enterprise, default: []].formUnion(stood)
      rows[entry.enterprise, default: []].append(UInt32(truncatingIfNeeded: entry.row))
    }
    return months.map { ListedMonths(enterprise: $0.key, months: $0.value.sorted(), entries: rows[$0.key] ?? []) }
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
