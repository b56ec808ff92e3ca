/// An exact share, compared by cross multiplication and never as a floating-point number.
public struct Ratio: Sendable, Hashable {
  public var part: Int64
  /// Positive.
  public var whole: Int64

  /// `nil` unless the whole is positive and both numbers are within a million million.
  public init?(_ part: Int64, of whole: Int64) {
    guard whole > 0, whole <= 1_000_000_000_000, part.magnitude <= 1_000_000_000_000 else { return nil }
    // In lowest terms, so that `50%` and `1/2` are equal.
    var (a, b) = (part.magnitude, whole.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int64(max(1, a))
    self.part = part / divisor
    self.whole = whole / divisor
  }

  /// Reads `1/2`, `50%`; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    if text.last == "%" {
      guard let units = ExactDecimal.units(text.dropLast(), digits: 3) else { return nil }
      self.init(units, of: 100_000)
    } else {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let part = Int64(parts[0]), let whole = Int64(parts[1]) else { return nil }
      self.init(part, of: whole)
    }
  }

  /// How `part / whole` compares with this share: -1 below, 0 equal, 1 above; exact. `whole` must be positive.
  public func compare(_ part: Int64, of whole: Int64) -> Int {
    // Widened to 128 bits, so that no product overflows.
    let left = Int128(part) * Int128(self.whole)
    let right = Int128(self.part) * Int128(whole)
    return left < right ? -1 : left > right ? 1 : 0
  }

  /// This share of an amount, rounded down to its unit.
  public func of(_ amount: Int64) -> Int64 {
    let product = Int128(amount) * Int128(part)
    let floor = product >= 0 ? product / Int128(whole) : -((-product + Int128(whole) - 1) / Int128(whole))
    return Int64(clamping: floor)
  }
}

extension Ratio: CustomStringConvertible {
  /// `50%` where a thousandth of a percent is exact, `1/3` otherwise.
  public var description: String {
    let (product, overflow) = part.multipliedReportingOverflow(by: 100_000)
    guard !overflow, product % whole == 0 else { return "\(part)/\(whole)" }
    return ExactDecimal.trimmed(product / whole, digits: 3) + "%"
  }
}
