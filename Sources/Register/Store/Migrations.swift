internal import CityModel
internal import Columns
internal import GRDB

/// The steps that bring a register from one version of its layout to the next; the version is SQLite's `user_version`.
enum Migrations {
  /// `XIZE`, SQLite's `application_id`.
  static let application: Int32 = 0x5849_5A45
  static let current = steps.count

  /// Step n brings version n to n + 1. A step that was released is never edited.
  static let steps: [@Sendable (Database) throws -> Void] = [foundation, recordedAt, gainedFields, entriesByMoment, fundPapers, publishedEntries, memberUnits, tenderSteps, unitNames, circularNotices]

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
    try gain(Complaint.schema, database)
    let complaints = Complaint.schema.plural, original = Complaint.duplicateOf.name
    // Few complaints repeat another: the index holds those alone.
    try database.execute(
      sql: """
        CREATE INDEX complaints_original ON \(Layout.quoted(complaints)) (\(Layout.quoted(original))) \
        WHERE \(Layout.quoted(original)) IS NOT NULL
        """)
  }

  /// Where a credit record comes from (A7), what an inspection and a joint enforcement found (A1, A11), whom a commendation names (A17).
  private static let gainedFields: @Sendable (Database) throws -> Void = { database in
    for schema in [CreditRecord.schema, Inspection.schema, JointEnforcement.schema, Commendation.schema] { try gain(schema, database) }
  }

  /// Out of which account a payment came, and what a request is to repair (A14).
  private static let fundPapers: @Sendable (Database) throws -> Void = { database in
    for schema in [FundPayment.schema, FundRequest.schema] { try gain(schema, database) }
  }

  /// A look at the past asks what was done since. Imports have no moment of their own, and as many entries as there are changed rows.
  private static let entriesByMoment: @Sendable (Database) throws -> Void = { database in
    try database.execute(sql: "CREATE INDEX ledger_moment ON ledger (moment) WHERE kind <> '\(Past.imported)'")
  }

  /// What a month's lists said (A7), and the notices before restrictions (A11).
  private static let publishedEntries: @Sendable (Database) throws -> Void = { database in
    if try !database.tableExists(RestrictionNotice.schema.plural) {
      try database.execute(sql: Layout.createTable(RestrictionNotice.schema))
      try database.execute(sql: Layout.createKeyIndex(RestrictionNotice.schema))
    }
    for schema in [ListPublication.schema, Restriction.schema] { try gain(schema, database) }
  }

  /// Member units (A3, A15); the papers of filings (A2), what an estate's assessment found and who looks after it (A10), what leading groups
  /// have done (A15).
  private static let memberUnits: @Sendable (Database) throws -> Void = { database in
    if try !database.tableExists(MemberUnit.schema.plural) {
      try database.execute(sql: Layout.createTable(MemberUnit.schema))
      try database.execute(sql: Layout.createKeyIndex(MemberUnit.schema))
    }
    for schema in [Filing.schema, Project.schema, ServicePeriod.schema, WorkTask.schema] { try gain(schema, database) }
  }

  /// Whether an estate is ordinary housing (A4), and a tender's filing, evaluation, approval and contract (A5).
  private static let tenderSteps: @Sendable (Database) throws -> Void = { database in
    for schema in [Project.schema, Tender.schema] { try gain(schema, database) }
  }

  /// What records call a member unit besides its name (A3), and the communities of officers (A1).
  private static let unitNames: @Sendable (Database) throws -> Void = { database in
    for schema in [MemberUnit.schema, OfficerTable.schema] { try gain(schema, database) }
  }

  /// The notice before a circular, and what the enterprise said to it (A7).
  private static let circularNotices: @Sendable (Database) throws -> Void = { database in try gain(SupervisionMeasure.schema, database) }

  /// Adds the columns that an older register lacks; a new one has them already, its tables being made from the schema of today.
  /// A field that is gained later is never required.
  private static func gain(_ schema: TableSchema, _ database: Database) throws {
    let known = Set(try database.columns(in: schema.plural).map(\.name))
    for field in schema.storedFields where !known.contains(field.name) {
      try database.execute(sql: "ALTER TABLE \(Layout.quoted(schema.plural)) ADD COLUMN \(Layout.column(field, isRequired: false))")
    }
  }
}
