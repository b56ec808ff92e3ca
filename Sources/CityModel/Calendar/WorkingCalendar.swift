public import Columns

/// The working days of the years whose arrangements are known; any other year is an error, never a guess.
///
/// The State Council's office announces each year's holidays and make-up days at the end of the year before.
public struct WorkingCalendar: Sendable, Hashable {
  /// One year's arrangement.
  public struct Year: Sendable, Hashable {
    public var year: Int
    /// The notice that it comes from.
    public var source: String
    /// Whether each day of the year works, from 1 January.
    var works: [Bool]

    /// A year in which Monday to Friday work, except `off`; and `work` does.
    public init(_ year: Int, source: String, off: [ClosedRange<Day>], work: [Day]) {
      self.year = year
      self.source = source
      guard let first = Day(year: year, month: 1, day: 1) else {
        works = []
        return
      }
      let length = Day.isLeap(year) ? 366 : 365
      works = (0..<length).map { offset in
        let day = first.adding(days: offset)
        if work.contains(day) { return true }
        return day.weekday <= 5 && !off.contains { $0.contains(day) }
      }
    }
  }

  public private(set) var years: [Int: Year] = [:]

  public init(_ years: [Year] = []) {
    for year in years { self.years[year.year] = year }
  }

  /// - Throws: ``ParameterError`` `calendar-year-missing` when the day's year has no arrangement.
  public func isWorkingDay(_ day: Day) throws(ParameterError) -> Bool {
    let (year, _, _) = day.civil
    guard let works = years[year]?.works, let first = Day(year: year, month: 1, day: 1) else {
      throw ParameterError(.yearWithoutCalendar, key: "calendar", detail: String(year))
    }
    let offset = Int(day.ordinal) - Int(first.ordinal)
    return works.indices.contains(offset) && works[offset]
  }

  /// The day itself when it is a working day, the next working day otherwise (Civil Code, article 203).
  public func rolled(_ day: Day) throws(ParameterError) -> Day {
    var day = day
    while try !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The last of `count` working days after `day`, which is not counted; `day` itself for a count below one.
  public func adding(workingDays count: Int, to day: Day) throws(ParameterError) -> Day {
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if try isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The working days after `first` up to and including `last`; 0 when `last` is not later.
  public func workingDays(after first: Day, through last: Day) throws(ParameterError) -> Int {
    var count = 0
    var day = first
    while day < last {
      day = day.adding(days: 1)
      if try isWorkingDay(day) { count += 1 }
    }
    return count
  }
}
