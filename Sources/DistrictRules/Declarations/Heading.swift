/// What every declaration begins with.
public struct Heading: Sendable, Hashable {
  public var name: String
  public var title: String
  public var basis: Basis
  public var effective: Effective
  /// The part of every year in which the rule applies; `nil` for the whole year.
  public var season: Season?
  /// Plain text for the lawyer.
  public var note: String?
}

/// A declaration of the rule language.
public protocol Rule {
  var heading: Heading { get }
}

extension Rule {
  public var name: String { heading.name }
  public var title: String { heading.title }
  public var basis: Basis { heading.basis }
  public var effective: Effective { heading.effective }
  public var season: Season? { heading.season }
  public var note: String? { heading.note }
}
