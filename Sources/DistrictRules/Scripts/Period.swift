public import Columns

/// A day, month, quarter or year that a job is run for.
public struct Period: Sendable, Hashable {
  /// `2026-09-30`, `2026-09`, `2026-Q3`, `2026`.
  public let name: String
  public let firstDay: Day
  public let lastDay: Day

  /// Reads `2026-09-30`, `2026-09`, `2026-Q3` or `2026`; anything else is `nil`.
  public init?(_ text: String) {
    if text.utf8.count == 10, let day = Day(text), (1992...9998).contains(day.year), day.description == text {
      self.init(name: text, firstDay: day, lastDay: day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), year >= 1992, year <= 9998, parts.count <= 2 else {
      return nil
    }
    let first: Int
    let months: Int
    if parts.count == 1 {
      (first, months) = (1, 12)
    } else if parts[1].first == "Q", let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
      (first, months) = (quarter * 3 - 2, 3)
    } else if parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) {
      (first, months) = (month, 1)
    } else {
      return nil
    }
    guard let start = Day(year: year, month: first, day: 1) else { return nil }
    self.init(name: text, firstDay: start, lastDay: start.adding(months: months).adding(days: -1))
  }

  private init(name: String, firstDay: Day, lastDay: Day) {
    self.name = name
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The first year that can be a period.
  public static let first = Period(name: "1992", firstDay: Day("1992-01-01") ?? Day(ordinal: 0), lastDay: Day("1992-12-31") ?? Day(ordinal: 0))

  /// The year, where the period is one.
  public var calendarYear: Int? { name.utf8.count == 4 ? firstDay.year : nil }

  /// The last instant: what happened later belongs to another period.
  public var cut: Moment { lastDay.end }

  /// The days of the calendar year up to the period's end: what an annual evaluation looks at.
  public var yearToDate: ClosedRange<Day> {
    let start = Day(year: lastDay.year, month: 1, day: 1) ?? firstDay
    return start...lastDay
  }
}
