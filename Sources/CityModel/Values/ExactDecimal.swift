/// Reads and writes decimals as whole numbers of their smallest unit, never through floating point.
public enum ExactDecimal {
  /// `12.5` with two digits is 1250; `nil` for anything that is not such a decimal or is beyond 64 bits.
  public static func units(_ text: some StringProtocol, digits: Int) -> Int64? {
    var units: Int64 = 0
    var decimals = 0
    var seenPoint = false
    var seenDigit = false
    var negative = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: negative = true
      case UInt8(ascii: ".") where !seenPoint && seenDigit: seenPoint = true
      case 48...57:
        if seenPoint {
          decimals += 1
          guard decimals <= digits else {
            if byte == 48 { continue }
            return nil
          }
        }
        seenDigit = true
        let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
        let (sum, more) = tenfold.addingReportingOverflow(Int64(byte - 48))
        guard !overflow, !more else { return nil }
        units = sum
      default: return nil
      }
    }
    guard seenDigit, !seenPoint || decimals > 0 else { return nil }
    for _ in min(decimals, digits)..<max(digits, min(decimals, digits)) {
      let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = tenfold
    }
    return negative ? -units : units
  }

  /// `12500` with three digits is `12.5`.
  public static func trimmed(_ units: Int64, digits: Int) -> String {
    let text = String(units.magnitude)
    let whole = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    var fraction = whole.suffix(digits)
    while fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + whole.dropLast(digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
