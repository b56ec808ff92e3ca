internal import LuaRuntime

/// A table of a declaration of which every key must be said: what nobody took is said plainly at the end.
final class SaidTable {
  let table: LuaTable
  private var taken: Set<String> = []

  init(_ table: LuaTable) { self.table = table }

  /// The value under a key, which counts as said from now on.
  func take(_ key: String) -> LuaValue? {
    taken.insert(key)
    return table.at(key)
  }

  func has(_ key: String) -> Bool { table.has(key) }

  /// What was not taken, in the order of the names.
  var rest: [(String, LuaValue)] { table.named.filter { !taken.contains($0.0) } }
}
