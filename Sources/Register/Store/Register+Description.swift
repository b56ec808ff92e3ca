internal import GRDB

extension Register {
  struct ColumnDescription: Equatable {
    var name: String
    var type: String
    var isRequired: Bool
    var references: String?
  }

  /// The columns that a table really has in the file.
  func describe(_ table: String) throws(RegisterError) -> [ColumnDescription] {
    try read { database in
      var references: [String: String] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", arguments: [table]) {
        references[row[0]] = row[1]
      }
      return try Row.fetchAll(
        database, sql: "SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid", arguments: [table]
      ).map { row in
        let name: String = row[0]
        return ColumnDescription(name: name, type: row[1], isRequired: row[2], references: references[name])
      }
    }
  }

  func isStrict(_ table: String) throws(RegisterError) -> Bool {
    try read { database in
      try Bool.fetchOne(database, sql: "SELECT strict FROM pragma_table_list WHERE name = ?", arguments: [table]) ?? false
    }
  }
}

extension Register {
  /// Limits the file to so many pages more than it has, as a full disk would; `nil` lifts the limit.
  func limitPages(extra: Int?) throws(RegisterError) {
    do {
      try queue.inDatabase { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(extra.map { pages + $0 } ?? 1_073_741_823)")
      }
    } catch { throw RegisterError(error, path: path) }
  }

  /// The first column of a query, as text: for tests that look under the tables.
  func texts(_ sql: String) throws(RegisterError) -> [String] {
    try read { database in try String.fetchAll(database, sql: sql) }
  }

  /// Runs one statement of SQL: for tests that attack the tables.
  func execute(_ sql: String) throws(RegisterError) { try write { try $0.execute(sql: sql) } }

  /// Holds a write transaction open while the body runs, as another program would.
  func whileWriting<Result>(_ body: () throws -> Result) throws(RegisterError) -> Result {
    try write { database in
      try database.execute(sql: "DELETE FROM quarantine WHERE id < 0")
      return try body()
    }
  }
}
