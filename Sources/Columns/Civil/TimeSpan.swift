/// A length of time with the kind in which it is counted; kinds are never converted into one another.
public struct TimeSpan: Sendable, Hashable {
  /// How it is counted.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Elapsed time: minutes and hours, day and night.
    case seconds
    case calendarDays
    case workingDays
    case calendarMonths
    /// The day, month, quarter or year of the calendar in which the data cut lies, up to the cut.
    case currentDay, currentMonth, currentQuarter, currentYear
  }

  public var count: Int64
  public var unit: Unit

  /// The months between two days that have passed in full; a day that the month lacks becomes its last (Civil Code, article 202).
  public static func wholeMonths(from first: Day, to last: Day) -> Int {
    guard last > first else { return 0 }
    var months = (last.year - first.year) * 12 + last.month - first.month
    while months > 0, first.adding(months: months) > last { months -= 1 }
    return months
  }

  public init(_ count: Int64, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// `24 小时`, `3 working days`.
  public var chinese: String {
    switch unit {
    case .seconds: count % 3600 == 0 ? "\(count / 3600)小时" : count % 60 == 0 ? "\(count / 60)分钟" : "\(count)秒"
    case .calendarDays: "\(count)个自然日"
    case .workingDays: "\(count)个工作日"
    case .calendarMonths: "\(count)个月"
    case .currentDay: "当日"
    case .currentMonth: "当月"
    case .currentQuarter: "当季度"
    case .currentYear: "当年"
    }
  }

  public var english: String {
    func counted(_ number: Int64, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    return switch unit {
    case .seconds:
      count % 3600 == 0 ? counted(count / 3600, "hour") : count % 60 == 0 ? counted(count / 60, "minute") : counted(count, "second")
    case .calendarDays: counted(count, "calendar day")
    case .workingDays: counted(count, "working day")
    case .calendarMonths: counted(count, "month")
    case .currentDay: "the day"
    case .currentMonth: "the month"
    case .currentQuarter: "the quarter"
    case .currentYear: "the year"
    }
  }
}

extension TimeSpan {
  /// Reads what ``english`` writes: `5 working days`, `1 month`.
  public static func said(_ text: some StringProtocol) -> TimeSpan? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let count = Int64(parts[0]), count >= 0 else { return nil }
    return switch parts[1] {
    case "working days", "working day": TimeSpan(count, .workingDays)
    case "calendar days", "calendar day": TimeSpan(count, .calendarDays)
    case "months", "month": TimeSpan(count, .calendarMonths)
    default: nil
    }
  }
}
