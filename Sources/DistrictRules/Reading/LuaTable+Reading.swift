internal import LuaRuntime
internal import LuaSyntax

extension LuaTable {
  /// The value under a name, or `nil` when there is none.
  func at(_ name: String) -> LuaValue? {
    let value = self[name]
    return value.isNil ? nil : value
  }

  /// The entries with names, in the order of the names.
  var named: [(String, LuaValue)] {
    keyed.compactMap { entry in
      guard case .string(let name) = entry.key else { return nil }
      return (EncodedName.decode(name) ?? name, entry.value)
    }
  }
}
