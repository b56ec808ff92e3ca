public import Columns

/// The document that a rule rests on.
public struct Basis: Sendable, Hashable {
  /// `潞州住建〔2026〕12号`.
  public var document: String
  public var article: String?
  public var published: Day?
  public var expires: Day?
}

extension Basis: CustomStringConvertible {
  /// `潞州住建〔2026〕12号第四条`.
  public var description: String { document + (article ?? "") }
}

/// The days on which a rule applies; a fact counts by its own date, not by the day on which the rule is run.
public struct Effective: Sendable, Hashable {
  public var from: Day
  public var to: Day?
}
