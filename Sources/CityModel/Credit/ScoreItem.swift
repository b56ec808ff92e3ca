/// An item of the credit score: what it decides, in whose article, and which parameters it reads.
public struct ScoreItem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case deduction, addition
    /// Keeps the score within a limit: the additions' cap, the scale's ends.
    case limit
  }

  public enum Level: String, Sendable, Hashable {
    /// Conduct of the enterprise as a whole: counts in full.
    case enterprise
    /// Conduct on one estate: weighted by the estate's share of the enterprise's households.
    case project
  }

  /// `D10`.
  public var code: String
  public var chinese: String
  public var english: String
  /// `A8, A13`.
  public var article: String
  public var kind: Kind
  public var level: Level
  /// Entered by an officer as a credit record, rather than computed from the register.
  public var isRecorded: Bool
  /// The parameter names of the points of each case; the case of an item without variants is called `points`.
  public var variants: [String]
  public var hasCap: Bool

  /// The parameter that holds the points of a case.
  public func pointsKey(_ variant: String) -> ParameterKey<Points>? {
    ItemParameters.key("credit.\(code).\(variant)")
  }

  public var capKey: ParameterKey<Points>? { hasCap ? ItemParameters.key("credit.\(code).cap") : nil }

  /// The item of a code, or `nil`.
  public static func code(_ code: String) -> ScoreItem? { positions[code].map { all[$0] } }

  private static let positions = Dictionary(
    all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// Where the item stands in the order of lines.
  var order: Int { ScoreItem.positions[code] ?? ScoreItem.all.count }
}

extension ScoreItem {
  /// Every item, in the order of lines; the limits come last.
  public static let all: [ScoreItem] = ScoreRules.items.map { $0.item } + [AdditionsCap.item, ScaleEnds.item]
}
