/// Tables that refer to one another by the names in their schemas.
public protocol Dataset: Sendable {
  /// The table whose rows are called `name` (`complaint`), or `nil`.
  func table(_ name: String) -> Table?
}

extension Dataset {
  /// The table that a reference field points to.
  public func target(of field: Field) -> Table? {
    guard case .reference(let name) = field.type else { return nil }
    return table(name)
  }
}
