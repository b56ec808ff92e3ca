/// Which enterprises a job goes through: what it counts and asks is the same whichever they are.
public enum Visited: Sendable, Hashable {
  case all
  /// Those at which it failed before.
  case only(Set<Int>)
  /// All but those at which it fails now.
  case allBut(Set<Int>)

  /// - Parameter enterprise: its row; `nil` for what belongs to none.
  public func contains(_ enterprise: Int?) -> Bool {
    switch self {
    case .all: true
    case .only(let rows): enterprise.map(rows.contains) ?? false
    case .allBut(let rows): !(enterprise.map(rows.contains) ?? false)
    }
  }
}
