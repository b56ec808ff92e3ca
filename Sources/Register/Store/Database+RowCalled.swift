internal import Columns
internal import GRDB

extension Database {
  /// The number of the row that the ledger calls by a key, whose parts are joined by a space; of the file, whatever views lie over it.
  func row(called key: String, in schema: TableSchema) throws -> Int64? {
    let fields = Layout.naturalKey(of: schema)
    var parts = [key]
    while parts.count < fields.count, let space = parts[0].lastIndex(of: " ") {
      parts.insert(String(parts[0][parts[0].index(after: space)...]), at: 1)
      parts[0] = String(parts[0][..<space])
    }
    guard parts.count == fields.count else { return nil }
    let condition = fields.map { "\(Layout.quoted($0.name)) = ?" }.joined(separator: " AND ")
    return try Int64.fetchOne(
      cachedStatement(sql: "SELECT id FROM main.\(Layout.quoted(schema.plural)) WHERE \(condition)"), arguments: StatementArguments(parts))
  }
}
