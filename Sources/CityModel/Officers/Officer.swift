public import Columns

/// A named officer of one of the four levels (A1): every command names one, and the ledger keeps who decided (D13).
public struct Officer: Sendable, Hashable {
  /// The officer's number in the register.
  public var id: String
  public var name: String
  public var level: Division.Level
  /// Code of the officer's division: `1404`, `140403`, `140403001`, `140403001001`.
  public var division: String
  /// What the officer does there, in the register's words.
  public var role: String
  public var from: Day
  /// The last day; `nil` while in office.
  public var to: Day?

  public init(
    id: String, name: String, level: Division.Level, division: String, role: String, from: Day, to: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.division = division
    self.role = role
    self.from = from
    self.to = to
  }

  /// Whether a case of a street, and of a community of it where that is recorded, is one of this officer of a community.
  func isOfCommunity(_ community: String?, in street: String) -> Bool {
    guard Community.isCode(division), !street.isEmpty else { return false }
    return community.map { division == $0 } ?? division.hasPrefix(street)
  }

  public func isInOffice(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
