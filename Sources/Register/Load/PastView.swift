internal import CityModel
internal import Columns
internal import GRDB

/// Lets a reader's connection see the tables as they were: by temporary views of the same names, which SQLite finds before the tables
/// of the file.
///
/// A view lays the old values of the few rows that changed over the table by a left join on the row number. Where a query asks for
/// none of the changed columns SQLite leaves the join out, and indexes and orders serve as before: a table that has 1,000 old rows
/// among a million is read 1.2 times slower in those columns, and any other table as fast as ever.
struct PastView {
  private struct Changed {
    var rows: [String: [String: JSONValue]] = [:]
    var absent: Set<String> = []
    /// Rows that the query leaves out anyway: nothing of theirs is looked at.
    var passed: Set<String> = []
  }

  private let database: Database
  private let records: CommandRecords
  private var tables: [String: Changed] = [:]

  /// - Parameter marks: what an earlier run saw, to be seen again.
  static func lay(over database: Database, before cut: Moment, marks: RunMarks?, path: String) throws {
    var view = PastView(database: database, path: path)
    try view.collect(Past(before: cut, upTo: marks?.position ?? .max))
    let now = try marks.map { _ in try RunMarks.read(database) }
    // All that is looked up in the tables of today comes before the first view.
    var laid: [(schema: TableSchema, fields: [Field], hasAbsent: Bool)] = []
    for schema in CitySchema.storedTables {
      guard let changed = view.tables[schema.plural] else { continue }
      laid.append((schema, try view.keep(changed, of: schema), !changed.absent.isEmpty))
    }
    for schema in CitySchema.storedTables {
      let old = laid.first { $0.schema.name == schema.name }
      let last: Int64? = if let marks, let now, (now.lastRows[schema.plural] ?? 0) > (marks.lastRows[schema.plural] ?? 0) { marks.lastRows[schema.plural] ?? 0 } else { nil }
      guard last != nil || old?.hasAbsent == true || old?.fields.isEmpty == false else { continue }
      try database.execute(sql: PastView.sql(schema, changed: old?.fields ?? [], hasAbsent: old?.hasAbsent ?? false, last: last))
    }
  }

  private init(database: Database, path: String) {
    self.database = database
    records = CommandRecords(database: database, path: path)
  }

  /// Goes through the entries in order: of the values that a field had since, the first is the one it had then.
  private mutating func collect(_ past: Past) throws {
    // Said out, for SQLite without statistics would rather go through the whole ledger, which is in order already. The index leaves
    // imports out: there may be as many of them as rows.
    let since = "SELECT position FROM main.ledger INDEXED BY ledger_moment WHERE moment >= ?1 AND kind <> '\(Past.imported)'"
    let recorded = past.position == .max ? "" : " UNION SELECT position FROM main.ledger WHERE position > ?2"
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT position, moment, kind, subject_table, subject_key, data FROM main.ledger
        WHERE position IN (\(since)\(recorded)) ORDER BY position
        """, arguments: past.position == .max ? [past.cut.seconds] : [past.cut.seconds, past.position])
    let schemas = Dictionary(uniqueKeysWithValues: CitySchema.storedTables.map { ($0.plural, $0) })
    while let row = try cursor.next() {
      guard let table: String = row[3], let key: String = row[4], let schema = schemas[table] else { continue }
      if tables[table]?.passed.contains(key) == true || tables[table]?.absent.contains(key) == true { continue }
      guard let entry = Past.Entry(schema, position: row[0], moment: Moment(seconds: row[1]), kind: row[2], data: row[5]) else { continue }
      switch past.effect(of: entry, on: schema) {
      case .notBegun: tables[table, default: Changed()].passed.insert(key)
      case .absent: tables[table, default: Changed()].absent.insert(key)
      case .takenBack(let fields):
        for (field, old) in fields where tables[table]?.rows[key]?[field.name] == nil {
          tables[table, default: Changed()].rows[key, default: [:]][field.name] = old
        }
      }
    }
  }

  // MARK: Old rows

  /// Puts the old values into temporary tables.
  ///
  /// - Returns: the fields that some row had another value of.
  private func keep(_ changed: Changed, of schema: TableSchema) throws -> [Field] {
    let names = Set(changed.rows.values.flatMap(\.keys))
    let fields = schema.storedFields.filter { names.contains($0.name) }
    if !fields.isEmpty {
      let table = PastView.table(schema, "past")
      let columns = fields.map { "\(Layout.quoted($0.name)) \(Layout.sqlType($0.type))" }.joined(separator: ", ")
      try database.execute(sql: "CREATE TEMP TABLE \(table) (id INTEGER PRIMARY KEY, \(columns))")
      let list = fields.map { Layout.quoted($0.name) }.joined(separator: ", ")
      let copy = try database.makeStatement(
        sql: "INSERT INTO temp.\(table) (id, \(list)) SELECT id, \(list) FROM main.\(Layout.quoted(schema.plural)) WHERE id = ?")
      for (key, values) in changed.rows.sorted(by: { $0.key < $1.key }) {
        guard let id = try database.row(called: key, in: schema) else { continue }
        try copy.execute(arguments: [id])
        for (name, old) in values.sorted(by: { $0.key < $1.key }) {
          guard let field = schema.field(name) else { continue }
          try database.cachedStatement(sql: "UPDATE temp.\(table) SET \(Layout.quoted(name)) = ? WHERE id = ?")
            .execute(arguments: [try stored(old, field), id])
        }
      }
    }
    if !changed.absent.isEmpty {
      let table = PastView.table(schema, "absent")
      try database.execute(sql: "CREATE TEMP TABLE \(table) (id INTEGER PRIMARY KEY)")
      for key in changed.absent.sorted() {
        guard let id = try database.row(called: key, in: schema) else { continue }
        try database.execute(sql: "INSERT INTO temp.\(table) VALUES (?)", arguments: [id])
      }
    }
    return fields
  }

  /// A value as the ledger writes it: commands write the key of the row that a reference leads to, imports its number.
  private func stored(_ value: JSONValue, _ field: Field) throws -> DatabaseValue {
    switch (value, field.type) {
    case (.text(let key), .reference(let name)): try records.id(of: name, key: key)?.databaseValue ?? .null
    case (.text(let text), _): text.databaseValue
    case (.number(let number), _): number.databaseValue
    case (.flag(let flag), _): flag.databaseValue
    default: .null
    }
  }

  // MARK: Views

  private static func table(_ schema: TableSchema, _ kind: String) -> String { Layout.quoted("\(kind)_\(schema.plural)") }

  private static func sql(_ schema: TableSchema, changed: [Field], hasAbsent: Bool, last: Int64?) -> String {
    let names = Set(changed.map(\.name))
    let columns = schema.storedFields.map { field in
      let name = Layout.quoted(field.name)
      return names.contains(field.name) ? "CASE WHEN o.id IS NULL THEN t.\(name) ELSE o.\(name) END AS \(name)" : "t.\(name) AS \(name)"
    }
    let table = Layout.quoted(schema.plural)
    var sql = "CREATE TEMP VIEW \(table) AS SELECT t.id AS id, \(columns.joined(separator: ", ")) FROM main.\(table) t"
    if !changed.isEmpty { sql += " LEFT JOIN temp.\(PastView.table(schema, "past")) o ON o.id = t.id" }
    var conditions: [String] = []
    if let last { conditions.append("t.id <= \(last)") }
    if hasAbsent { conditions.append("t.id NOT IN (SELECT id FROM temp.\(PastView.table(schema, "absent")))") }
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    return sql
  }
}
