/// What carries a sentence of the policy: the place in this program where it is held, computed, refused, done or reported.
public struct Carrier: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A table of the city's schema.
    case table
    /// A field of a table: `complaint.accepted_at`.
    case field
    /// A scoring item or veto: `D04`, `V1`.
    case item
    /// A dated parameter: `exit.window`.
    case parameter
    /// A command of an officer: `urge`.
    case command
    /// A clause that no command passes, by the code of its refusal.
    case invariant
    /// A figure of the quarter or year: `staffing`.
    case figure
    /// A job that runs every month, quarter or year.
    case job
    /// A reason for the red or the black list: `red-grade`.
    case reason
    /// A city procedure: `city/fund-small`.
    case procedure
    /// A file of rules that is no table and no item: `ResponseClock`, `ExitTest`.
    case rule
  }

  public var kind: Kind
  public var name: String

  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// `table authority`; `nil` for a kind that there is not.
  init?(_ text: String) {
    guard let space = text.firstIndex(of: " "), let kind = Kind(rawValue: String(text[..<space])) else { return nil }
    self.init(kind, String(text[text.index(after: space)...]))
  }
}

extension Carrier: CustomStringConvertible {
  public var description: String { "\(kind.rawValue) \(name)" }
}
