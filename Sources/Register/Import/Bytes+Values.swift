internal import Columns

/// Reading values straight from a field's bytes.
extension UnsafeBufferPointer<UInt8> {
  /// Without the spaces around it.
  @inline(__always)
  var trimmed: UnsafeBufferPointer<UInt8> {
    var low = 0
    var high = count
    while low < high, unsafe self[low] == 0x20 || self[low] == 0x09 { low &+= 1 }
    while high > low, unsafe self[high &- 1] == 0x20 || self[high &- 1] == 0x09 { high &-= 1 }
    return low == 0 && high == count ? unsafe self : unsafe UnsafeBufferPointer(rebasing: self[low..<high])
  }

  var string: String { unsafe String(decoding: self, as: UTF8.self) }

  /// A whole number of up to 18 digits, with an optional sign.
  @inline(__always)
  var wholeNumber: Int64? {
    var index = 0
    var negative = false
    if count > 1, unsafe self[0] == 0x2D {
      negative = true
      index = 1
    }
    guard count > index else { return nil }
    // 19 digits may pass 64 bits: the slow way decides.
    guard count - index <= 18 else { return unsafe Int64(string) }
    var value: Int64 = 0
    while index < count {
      let digit = unsafe self[index] &- 48
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
      index &+= 1
    }
    return negative ? 0 &- value : value
  }

  /// Sixteen hexadecimal digits: the form of ``Columns/Token``.
  @inline(__always)
  var token: Int64? {
    guard count == 16 else { return nil }
    var value: UInt64 = 0
    for index in 0..<16 {
      let byte = unsafe self[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte &- 0x30
      case 0x61...0x66: digit = byte &- 0x57
      case 0x41...0x46: digit = byte &- 0x37
      default: return nil
      }
      value = value &<< 4 | UInt64(digit)
    }
    return Int64(bitPattern: value)
  }

  /// Digits only, up to four: parts of a date.
  @inline(__always)
  func digits(_ from: Int, _ length: Int) -> Int? {
    guard from + length <= count else { return nil }
    var value = 0
    for index in from..<from &+ length {
      let digit = unsafe self[index] &- 48
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// `2026-09-30`.
  @inline(__always)
  var isoDay: Day? {
    guard count == 10 else { return nil }
    return unsafe leadingISODay
  }

  @inline(__always)
  var leadingISODay: Day? {
    guard count >= 10, unsafe self[4] == 0x2D, unsafe self[7] == 0x2D, let year = unsafe digits(0, 4),
      let month = unsafe digits(5, 2), let day = unsafe digits(8, 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `2026-09-30 17:50`, `2026-09-30T17:50:00+08:00`: the forms of ``Moment``, the common ones without making a string.
  @inline(__always)
  var isoMoment: Moment? {
    guard count >= 16, let day = unsafe leadingISODay, unsafe self[10] == 0x20 || self[10] == 0x54,
      unsafe self[13] == 0x3A, let hour = unsafe digits(11, 2), let minute = unsafe digits(14, 2)
    else { return nil }
    if count == 16 { return Moment(day, hour: hour, minute: minute) }
    if count == 19, unsafe self[16] == 0x3A, let second = unsafe digits(17, 2) {
      return Moment(day, hour: hour, minute: minute, second: second)
    }
    return unsafe Moment(string)
  }
}
