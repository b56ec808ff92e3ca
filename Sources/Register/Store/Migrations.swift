internal import CityModel
internal import GRDB

/// The steps that bring a register from one version of its layout to the next; the version is SQLite's `user_version`.
enum Migrations {
  /// `XIZE`, SQLite's `application_id`.
  static let application: Int32 = 0x5849_5A45
  static let current = steps.count

  /// Step n brings version n to n + 1. A step that was released is never edited.
  static let steps: [@Sendable (Database) throws -> Void] = [foundation]

  static func migrate(_ database: Database, from version: Int) throws {
    guard version < current else { return }
    for step in steps[version...] { try step(database) }
    try database.execute(sql: "PRAGMA user_version = \(current)")
  }

  private static let foundation: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: "PRAGMA application_id = \(application)")
    for schema in Layout.tables {
      try database.execute(sql: Layout.createTable(schema))
      try database.execute(sql: Layout.createKeyIndex(schema))
    }
    try database.execute(sql: Layout.createComplaintScopeIndex)
    for statement in Layout.createComplaintRecordIndexes { try database.execute(sql: statement) }
    for statement in Bookkeeping.statements + VaultTables.statements { try database.execute(sql: statement) }
  }
}
