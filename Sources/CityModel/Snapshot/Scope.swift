/// Whose rows are loaded. A district cannot see another's rows because they are not there.
public enum Scope: Sendable, Hashable {
  /// Every row.
  case city
  /// The rows of one county, by its six-digit code, and what the city publishes about every enterprise.
  case county(String)
}

extension Scope: CustomStringConvertible {
  /// The division's code: `1404`, `140403`.
  public var description: String {
    switch self {
    case .city: "1404"
    case .county(let code): code
    }
  }
}
