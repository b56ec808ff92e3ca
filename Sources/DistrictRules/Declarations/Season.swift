public import CityModel
public import Columns

/// A part of every year, both days included; it may run over new year.
public struct Season: Sendable, Hashable {
  public var from: MonthDay
  public var to: MonthDay

  public init(from: MonthDay, to: MonthDay) {
    self.from = from
    self.to = to
  }

  /// Whether it runs over new year: 15 November to 15 March.
  public var wraps: Bool { (to.month, to.day) < (from.month, from.day) }

  public func contains(_ day: Day) -> Bool {
    let (_, month, number) = day.civil
    let here = (month, number)
    let afterStart = here >= (from.month, from.day)
    let beforeEnd = here <= (to.month, to.day)
    return wraps ? afterStart || beforeEnd : afterStart && beforeEnd
  }

  /// Its days within a range of days, in order.
  public func ranges(within days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    var ranges: [ClosedRange<Day>] = []
    for year in (days.lowerBound.year - 1)...days.upperBound.year {
      guard let first = from.inYear(year), let last = to.inYear(wraps ? year + 1 : year) else { continue }
      let start = max(first, days.lowerBound), end = min(last, days.upperBound)
      if start <= end { ranges.append(start...end) }
    }
    return ranges
  }
}

extension MonthDay: CustomStringConvertible {
  /// `11-15`.
  public var description: String { ParameterValue.monthDay(self).description }
}

extension Heading {
  /// The days within others on which the rule applies, in order; none when it does not.
  public func days(within days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    let first = max(days.lowerBound, effective.from)
    let last = effective.to.map { min($0, days.upperBound) } ?? days.upperBound
    guard first <= last else { return [] }
    return season.map { $0.ranges(within: first...last) } ?? [first...last]
  }
}
