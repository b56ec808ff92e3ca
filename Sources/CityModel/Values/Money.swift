public import Columns

/// An amount of money in fen, exact.
public struct Money: Sendable, Hashable, Comparable {
  public var fen: Int64

  @inlinable
  public init(fen: Int64) { self.fen = fen }

  /// Whole yuan, or `nil` beyond 64 bits of fen.
  public init?(yuan: Int64) {
    let (fen, overflow) = yuan.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    self.init(fen: fen)
  }

  public static let zero = Money(fen: 0)
  /// Hundredths of a yuan.
  public static let type = QuantityType(name: "money", unit: "yuan", digits: 2)

  /// The sum, or `nil` beyond 64 bits.
  public func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// The difference, or `nil` beyond 64 bits.
  public func subtracting(_ other: Money) -> Money? {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: difference)
  }

  @inlinable
  public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
}

extension Money: CustomStringConvertible {
  /// `50000.00`.
  public var description: String { Cell.decimal(units: fen, digits: 2).plain }

  /// Reads `50000`, `50000.5`, `50000.50`; anything else, or more than two decimals, is `nil`.
  public init?(_ text: some StringProtocol) {
    guard let fen = ExactDecimal.units(text, digits: 2) else { return nil }
    self.init(fen: fen)
  }
}
