/// What an exact decimal quantity counts: its name, its unit, and how many decimal digits one unit of storage stands for.
public struct QuantityType: Sendable, Hashable {
  /// `money`, `points`, `area`.
  public var name: String
  /// What people read behind the number: `yuan`.
  public var unit: String
  /// Decimal digits: with 2, the stored integer counts hundredths.
  public var digits: Int

  public init(name: String, unit: String, digits: Int) {
    self.name = name
    self.unit = unit
    self.digits = digits
  }

  /// Units of storage in one whole: 100 for two digits.
  public var scale: Int64 { (0..<max(0, min(18, digits))).reduce(1) { scale, _ in scale * 10 } }
}
