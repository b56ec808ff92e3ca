/// A moment, as seconds since 1970-01-01T00:00:00Z, read and shown in Asia/Shanghai.
///
/// Asia/Shanghai has been UTC+08:00 without summer time since 1991-09-15; that fixed offset is used throughout.
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64

  /// Asia/Shanghai's offset from UTC, in seconds.
  @inlinable
  public static var offset: Int64 { 8 * 3600 }

  @inlinable
  public init(seconds: Int64) { self.seconds = seconds }

  /// The moment of a day and a time of day in Asia/Shanghai, or `nil` when there is no such time.
  public init?(_ day: Day, hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.init(seconds: day.start.seconds + Int64(hour * 3600 + minute * 60 + second))
  }

  /// Reads `2026-09-30 17:50`, `2026-09-30T17:50:00`, with an optional offset (`Z`, `+08:00`); anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let hour = Day.digits(bytes[11..<13]), let minute = Day.digits(bytes[14..<16])
    else { return nil }
    var rest = bytes[16...]
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 3, let value = Day.digits(rest.dropFirst().prefix(2)) else { return nil }
      second = value
      rest = rest.dropFirst(3)
    }
    guard let local = Moment(day, hour: hour, minute: minute, second: second) else { return nil }
    if rest.isEmpty {
      self = local
    } else if rest.count == 1, rest.first == UInt8(ascii: "Z") {
      self.init(seconds: local.seconds + Moment.offset)
    } else {
      let offset = Array(rest)
      guard offset.count == 6, offset[0] == UInt8(ascii: "+") || offset[0] == UInt8(ascii: "-"),
        offset[3] == UInt8(ascii: ":"), let hours = Day.digits(offset[1..<3]), let minutes = Day.digits(offset[4..<6]),
        hours <= 14, minutes <= 59
      else { return nil }
      let east = Int64(hours * 3600 + minutes * 60) * (offset[0] == UInt8(ascii: "+") ? 1 : -1)
      self.init(seconds: local.seconds + Moment.offset - east)
    }
  }

  /// The day in Asia/Shanghai.
  @inlinable
  public var day: Day {
    let local = seconds &+ Moment.offset
    let days = local >= 0 ? local / 86_400 : (local &- 86_399) / 86_400
    return Day(ordinal: Int32(clamping: days))
  }

  /// Seconds since the day began in Asia/Shanghai, 0–86,399.
  public var secondOfDay: Int { Int((seconds &+ Moment.offset) - Int64(day.ordinal) * 86_400) }

  public func adding(seconds delta: Int64) -> Moment {
    let (sum, overflow) = seconds.addingReportingOverflow(delta)
    return Moment(seconds: overflow ? (delta > 0 ? .max : .min + 1) : sum)
  }

  @inlinable
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

extension Moment: CustomStringConvertible {
  /// `2026-09-30 17:50`, with seconds only where they are not zero.
  public var description: String {
    let (hour, minute, second) = time
    let short = "\(day) \(padded(hour, 2)):\(padded(minute, 2))"
    return second == 0 ? short : "\(short):\(padded(second, 2))"
  }

  /// `2026-09-30T17:50:00+08:00` (RFC 3339).
  public var iso8601: String {
    let (hour, minute, second) = time
    return "\(day)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))+08:00"
  }

  private var time: (Int, Int, Int) {
    let t = secondOfDay
    return (t / 3600, t / 60 % 60, t % 60)
  }
}
