public import Columns

/// The value of a parameter, in one of the types that a file can write.
public enum ParameterValue: Sendable, Hashable {
  case integer(Int)
  case flag(Bool)
  case points(Points)
  case ratio(Ratio)
  case money(Money)
  /// Seconds on the clock.
  case elapsed(Int64)
  /// Calendar months.
  case months(Int)
  /// A day of every year.
  case monthDay(MonthDay)
  /// One of a closed set of words.
  case word(String)
}

/// A day that recurs every year: `03-31`.
public struct MonthDay: Sendable, Hashable {
  public var month: Int
  public var day: Int

  /// Reads `03-31`; 29 February is refused, because most years lack it.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]),
      Columns.Day(year: 2023, month: month, day: day) != nil
    else { return nil }
    self.month = month
    self.day = day
  }

  /// `nil` for what is no day of every year.
  public init?(month: Int, day: Int) {
    guard Columns.Day(year: 2023, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// The first such day after a day.
  public func day(after day: Columns.Day) -> Columns.Day? {
    inYear(day.year).flatMap { $0 > day ? $0 : inYear(day.year + 1) }
  }

  /// That day of a year.
  public func inYear(_ year: Int) -> Columns.Day? { Columns.Day(year: year, month: month, day: day) }
}

extension ParameterValue: CustomStringConvertible {
  /// As a parameter file writes it.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .points(let value): value.description
    case .ratio(let value): value.description
    case .money(let value): value.description
    case .elapsed(let seconds):
      seconds % 3600 == 0
        ? "\(seconds / 3600) hours" : seconds % 60 == 0 ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    case .months(let value): "\(value) months"
    case .monthDay(let value): padded(value.month) + "-" + padded(value.day)
    case .word(let value): value
    }
  }

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}

/// What a parameter's value may be.
public enum ParameterKind: Sendable, Hashable {
  case integer, flag, points, ratio, money, elapsed, months, monthDay
  case choice([String])

  /// How such a value is written, for messages and the reference.
  public var form: String {
    switch self {
    case .integer: "a whole number"
    case .flag: "`true` or `false`"
    case .points: "points with at most three decimals, as `0.5`"
    case .ratio: "a share, as `1/2` or `50%`"
    case .money: "yuan with at most two decimals, as `10000.00`"
    case .elapsed: "a time on the clock, as `30 minutes` or `3 hours`"
    case .months: "calendar months, as `12 months`"
    case .monthDay: "a day of the year, as `03-31`"
    case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    }
  }

  /// Reads a value, or `nil` when the text is no such value.
  public func parse(_ text: String) -> ParameterValue? {
    switch self {
    case .integer: Int(text).flatMap { $0.magnitude <= 1_000_000_000 ? .integer($0) : nil }
    case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
    case .points: Points(text).flatMap { $0.thousandths.magnitude <= 1_000_000_000 ? .points($0) : nil }
    case .ratio: Ratio(text).map { .ratio($0) }
    case .money: Money(text).map { .money($0) }
    case .elapsed:
      counted(text, ["minutes": 60, "minute": 60, "hours": 3600, "hour": 3600]).map { .elapsed(Int64($0)) }
    case .months: counted(text, ["months": 1, "month": 1]).map { .months($0) }
    case .monthDay: MonthDay(text).map { .monthDay($0) }
    case .choice(let words): words.contains(text) ? .word(text) : nil
    }
  }

  private func counted(_ text: String, _ units: [String: Int]) -> Int? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), (0...100_000).contains(count), let unit = units[String(parts[1])]
    else { return nil }
    return count * unit
  }
}
