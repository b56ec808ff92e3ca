internal import CityModel
internal import Columns
internal import GRDB

/// Which rows a run saw: the ledger's position and each table's last row. Rows are never deleted, and what is changed keeps
/// its old value in the ledger, so that the same rows can be seen again.
public struct RunMarks: Sendable, Hashable {
  public var position: Int64
  /// By the table's plural name.
  public var lastRows: [String: Int64]

  public init(position: Int64, lastRows: [String: Int64]) {
    self.position = position
    self.lastRows = lastRows
  }

  /// As JSON: `{"position":12,"rows":{"complaints":3000}}`.
  public var json: JSONValue {
    .object(["position": .number(position), "rows": .object(lastRows.mapValues { .number($0) })])
  }

  public init?(_ json: JSONValue) {
    guard let position = json["position"]?.number, let rows = json["rows"] else { return nil }
    self.init(position: position, lastRows: rows.members.compactMapValues(\.number))
  }

  static func read(_ database: Database) throws -> RunMarks {
    var rows: [String: Int64] = [:]
    for schema in CitySchema.storedTables {
      rows[schema.plural] = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM main.\(Layout.quoted(schema.plural))")
    }
    return RunMarks(position: try position(database), lastRows: rows)
  }

  static func position(_ database: Database) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM main.ledger") ?? 0
  }

  /// Lets a reader's connection see the tables as they were: by temporary views and tables of the same names, which SQLite
  /// finds before those of the file.
  func rewind(_ database: Database) throws {
    let now = try RunMarks.read(database)
    for schema in CitySchema.storedTables {
      let table = Layout.quoted(schema.plural)
      let last = lastRows[schema.plural] ?? 0
      let changes = try Row.fetchAll(
        database,
        sql: """
          SELECT subject_key, data FROM main.ledger
          WHERE position > ? AND subject_table = ? AND kind IN ('import-changed', 'row-changed') ORDER BY position DESC
          """, arguments: [position, schema.plural])
      if changes.isEmpty {
        guard (now.lastRows[schema.plural] ?? 0) > last else { continue }
        try database.execute(sql: "CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) WHERE id <= \(last)")
        continue
      }
      try database.execute(sql: "CREATE TEMP TABLE \(table) AS SELECT * FROM main.\(table) WHERE id <= \(last)")
      let key = Layout.naturalKey(of: schema).map { Layout.quoted($0.name) }.joined(separator: " || ' ' || ")
      try database.execute(sql: "CREATE INDEX temp.\(Layout.quoted("rewind_" + schema.plural)) ON \(table) (\(key))")
      for change in changes {
        let subject: String = change[0]
        let data: String = change[1]
        for (field, values) in JSONValue(parsing: data)?["changes"]?.members.sorted(by: { $0.key < $1.key }) ?? [] {
          guard schema.field(field) != nil, let old = values.elements.first else { continue }
          try database.execute(
            sql: "UPDATE temp.\(table) SET \(Layout.quoted(field)) = ? WHERE \(key) = ?", arguments: [RunMarks.value(old), subject])
        }
      }
    }
  }

  private static func value(_ json: JSONValue) -> DatabaseValue {
    switch json {
    case .text(let text): text.databaseValue
    case .number(let number): number.databaseValue
    case .flag(let flag): flag.databaseValue
    default: .null
    }
  }
}
