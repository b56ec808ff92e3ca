/// A calendar day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Pure integer arithmetic: no clock, locale or time-zone database can change a result.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public var ordinal: Int32

  @inlinable
  public init(ordinal: Int32) { self.ordinal = ordinal }

  /// The day of a year, month (1–12) and day of month, or `nil` when there is no such day in the years 1–9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Days from civil, after H. Hinnant, "chrono-compatible low-level date algorithms".
  private init(uncheckedYear year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(ordinal: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Reads `2026-09-30`; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]), let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// Year, month (1–12) and day of month.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(ordinal) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var dayOfMonth: Int { civil.day }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (Int(ordinal) % 7 + 10) % 7 + 1 }

  /// The moment at which this day begins in Asia/Shanghai.
  @inlinable
  public var start: Moment { Moment(seconds: Int64(ordinal) * 86_400 - Moment.offset) }

  /// The moment at which this day ends (24:00), which is the beginning of the next.
  @inlinable
  public var end: Moment { Moment(seconds: (Int64(ordinal) + 1) * 86_400 - Moment.offset) }

  /// This day moved by whole days; stays at the ends of the range of `Int32` rather than overflow.
  public func adding(days: Int) -> Day {
    Day(ordinal: Int32(clamping: Int(ordinal).addingReportingOverflow(days).partialValue))
  }

  /// This day moved by calendar months; a day that the month lacks becomes its last (Civil Code, article 202).
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + (month - 1) + max(-120_000, min(120_000, months))
    let y = max(1, min(9999, index >= 0 ? index / 12 : 0))
    let m = ((index % 12) + 12) % 12 + 1
    return Day(uncheckedYear: y, month: m, day: min(day, Day.length(ofMonth: m, year: y)))
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  @inlinable
  public static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }
}

extension Day: CustomStringConvertible {
  /// `2026-09-30`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
