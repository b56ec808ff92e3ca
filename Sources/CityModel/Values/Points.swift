public import Columns

/// Credit points in thousandths, exact: every score is the sum of its lines to the last digit.
public struct Points: Sendable, Hashable, Comparable {
  public var thousandths: Int64

  @inlinable
  public init(thousandths: Int64) { self.thousandths = thousandths }

  public init(_ whole: Int) { thousandths = Int64(clamping: whole).multipliedReportingOverflow(by: 1000).partialValue }

  public static let zero = Points(thousandths: 0)
  public static let type = QuantityType(name: "points", unit: "points", digits: 3)

  /// Sums stay at the ends of the range rather than overflow; a score is at most some thousands.
  public static func + (a: Points, b: Points) -> Points {
    let (sum, overflow) = a.thousandths.addingReportingOverflow(b.thousandths)
    return Points(thousandths: overflow ? (a.thousandths < 0 ? .min + 1 : .max) : sum)
  }

  public static func - (a: Points, b: Points) -> Points { a + -b }
  public static prefix func - (a: Points) -> Points { Points(thousandths: a.thousandths == .min ? .max : -a.thousandths) }
  public static func += (a: inout Points, b: Points) { a = a + b }

  /// So many times these points, kept within the range.
  public func times(_ count: Int) -> Points {
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: Int64(clamping: count))
    return Points(thousandths: overflow ? ((thousandths < 0) != (count < 0) ? .min + 1 : .max) : product)
  }

  /// The share `part / whole` of these points, rounded to a thousandth, half away from zero; `whole` must be positive.
  public func share(_ part: Int64, of whole: Int64) -> Points {
    guard whole > 0 else { return .zero }
    let negative = (thousandths < 0) != (part < 0)
    let (high, low) = thousandths.magnitude.multipliedFullWidth(by: part.magnitude)
    guard high < UInt64(whole) else { return Points(thousandths: negative ? .min + 1 : .max) }
    let (quotient, remainder) = UInt64(whole).dividingFullWidth((high, low))
    let rounded = remainder >= UInt64(whole) - remainder ? quotient.addingReportingOverflow(1).partialValue : quotient
    let magnitude = Int64(clamping: rounded)
    return Points(thousandths: negative ? -magnitude : magnitude)
  }

  public func clamped(to range: ClosedRange<Points>) -> Points { min(max(self, range.lowerBound), range.upperBound) }

  @inlinable
  public static func < (a: Points, b: Points) -> Bool { a.thousandths < b.thousandths }
}

extension Points: CustomStringConvertible {
  /// `78.5`, without trailing zeros.
  public var description: String { ExactDecimal.trimmed(thousandths, digits: 3) }

  /// Reads `-0.5`, `78.125`; anything else, or more than three decimals, is `nil`.
  public init?(_ text: some StringProtocol) {
    guard let units = ExactDecimal.units(text, digits: 3) else { return nil }
    self.init(thousandths: units)
  }
}
