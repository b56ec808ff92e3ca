internal import CityModel
internal import Columns
internal import GRDB

/// Which rows a run saw: the ledger's position and each table's last row. Rows are never deleted, and what is changed keeps
/// its old value in the ledger, so that the same rows can be seen again (``PastView``).
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
}
