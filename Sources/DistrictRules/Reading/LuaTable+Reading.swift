internal import LuaRuntime
internal import LuaSyntax

extension LuaTable {
  /// The value under a name, or `nil` when there is none.
  func at(_ name: String) -> LuaValue? {
    // `LuaValue` itself can be written `nil`: say which of the two is meant.
    let value = self[name]
    return value.isNil ? Optional<LuaValue>.none : .some(value)
  }

  func has(_ name: String) -> Bool { !self[name].isNil }

  /// The word of the standard library that makes such a table, in place of the keys that it is made of: `missing`, `finish`.
  var standardWord: String? {
    guard array.isEmpty else { return nil }
    for key in ["test", "step", "figure"] { if case .string(let word)? = at(key) { return word } }
    return nil
  }

  /// The entries with names, in the order of the names.
  var named: [(String, LuaValue)] {
    keyed.compactMap { entry in
      guard case .string(let name) = entry.key else { return nil }
      return (EncodedName.decode(name) ?? name, entry.value)
    }
  }
}
