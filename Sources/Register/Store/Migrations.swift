internal import CityModel
internal import Columns
internal import GRDB

/// The steps that bring a register from one version of its layout to the next; the version is SQLite's `user_version`.
enum Migrations {
  /// `XIZE`, SQLite's `application_id`.
  static let application: Int32 = 0x5849_5A45
  static let current = steps.count

  /// Step n brings version n to n + 1. A step that was released is never edited.
  static let steps: [@Sendable (Database) throws -> Void] = [foundation, recordedAt]

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

  /// The machine's time beside the time that an officer gives, and which complaint a duplicate repeats (A8).
  private static let recordedAt: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: "ALTER TABLE ledger ADD COLUMN recorded_at INTEGER")
    let complaints = Complaint.schema.plural, original = Complaint.duplicateOf.name
    // A new register has the column already: its tables are made from the schema of today.
    if try !database.columns(in: complaints).contains(where: { $0.name == original }) {
      try database.execute(sql: "ALTER TABLE \(Layout.quoted(complaints)) ADD COLUMN \(Layout.quoted(original)) TEXT")
    }
    // Few complaints repeat another: the index holds those alone.
    try database.execute(
      sql: """
        CREATE INDEX complaints_original ON \(Layout.quoted(complaints)) (\(Layout.quoted(original))) \
        WHERE \(Layout.quoted(original)) IS NOT NULL
        """)
  }
}
