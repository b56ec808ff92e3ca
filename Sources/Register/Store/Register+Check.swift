internal import GRDB

extension Register {
  /// Looks for damage: SQLite's quick check, foreign keys, and the order of the ledger.
  ///
  /// - Returns: what was found, one finding a line; empty when the register is sound.
  /// - Throws: ``RegisterError`` with code `corrupt` when the damage prevents even looking.
  public func check() throws(RegisterError) -> [String] {
    try read { database in
      var findings = try String.fetchAll(database, sql: "PRAGMA quick_check").filter { $0 != "ok" }
      for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
        let table: String = row[0] ?? "?"
        let id: Int64? = row[1]
        let parent: String = row[2] ?? "?"
        findings.append("\(table) \(id.map(String.init) ?? "?") refers to a row of \(parent) that is not there")
      }
      let gap = try Int64.fetchOne(
        database, sql: "SELECT coalesce(max(position), 0) - count(*) FROM ledger") ?? 0
      if gap != 0 { findings.append("the ledger lacks \(gap) entries") }
      return findings
    }
  }

  /// The position of the last ledger entry; 0 in a new register.
  public func ledgerPosition() throws(RegisterError) -> Int64 {
    try read { database in try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM ledger") ?? 0 }
  }
}
