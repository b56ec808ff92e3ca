/// Bytes of CSV on their way to a sink, written without a check at each byte: the caller leaves room for a line first.
///
/// Owns its memory; not shared.
final class LineBuffer {
  static let capacity = 1 << 18
  /// No line of complaints is longer: twenty fields of at most sixty bytes.
  static let longestLine = 2048

  private let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private(set) var count = 0

  deinit { base.deallocate() }

  var isFull: Bool { count > LineBuffer.capacity - LineBuffer.longestLine }

  /// What was written, and an empty buffer.
  func taken() -> [UInt8] {
    defer { count = 0 }
    return Array(UnsafeBufferPointer(start: base, count: count))
  }

  @inline(__always)
  func byte(_ value: UInt8) {
    base[count] = value
    count &+= 1
  }

  @inline(__always)
  func text(_ word: Words.Word, of words: Words) {
    (base + count).update(from: words.base + Int(word.start), count: Int(word.length))
    count &+= Int(word.length)
  }

  func text(_ text: String) {
    for value in text.utf8.prefix(LineBuffer.longestLine) { byte(value) }
  }

  @inline(__always)
  func twoDigits(_ value: Int64) {
    byte(48 &+ UInt8(truncatingIfNeeded: value / 10))
    byte(48 &+ UInt8(truncatingIfNeeded: value % 10))
  }

  /// At least `width` digits, at most 20.
  @inline(__always)
  func number(_ value: Int, width: Int) {
    var rest = UInt64(truncatingIfNeeded: value)
    var digits = width
    var limit: UInt64 = 1
    for _ in 0..<width { limit &*= 10 }
    while digits < 19, rest >= limit { (limit, digits) = (limit &* 10, digits + 1) }
    for place in stride(from: digits - 1, through: 0, by: -1) {
      base[count + place] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= digits
  }

  /// Sixteen hexadecimal digits.
  @inline(__always)
  func token(_ value: UInt64) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value &>> shift) & 15
      byte(digit < 10 ? 48 &+ digit : 87 &+ digit)
    }
  }
}
