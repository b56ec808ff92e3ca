internal import CityModel
internal import GRDB

/// How the ledger and people name a complaint: by number and source, or by the number alone where one source has it.
struct ComplaintKey {
  var id: Int64
  var key: String
  var street: String
  var community: String?
  var status: String

  static func of(_ id: Int64, _ database: Database, path: String) throws(RegisterError) -> String {
    do {
      return try String.fetchOne(database, sql: "SELECT number || ' ' || source FROM complaints WHERE id = ?", arguments: [id]) ?? String(id)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  static func find(_ word: String, _ database: Database, path: String) throws -> ComplaintKey {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT c.id, c.number || ' ' || c.source, d.code, m.code, c.status FROM complaints c
        JOIN projects p ON p.id = c.project JOIN divisions d ON d.id = p.street LEFT JOIN communities m ON m.id = p.community
        WHERE c.number = ?1 OR c.number || ' ' || c.source = ?1 LIMIT 2
        """, arguments: [word])
    guard let row = rows.first, rows.count == 1 else {
      throw RegisterError(
        rows.isEmpty ? .unknownComplaint : .ambiguousComplaint, path: path,
        rows.isEmpty
          ? .init("there is no complaint `\(PersonalText.recognised(word))`", "没有投诉 `\(PersonalText.recognised(word))`")
          : .init("several sources have a complaint of this number", "多个来源都有此编号的投诉"),
        help: .init("give number and source: \"T-1 12345\"", "请写编号和来源，如 \"T-1 12345\""))
    }
    return ComplaintKey(id: row[0], key: row[1], street: row[2], community: row[3], status: row[4])
  }
}

extension RegisterError.Code {
  /// No complaint of that number.
  public static let unknownComplaint: Self = "unknown-complaint"
  /// Complaints of several sources have that number.
  public static let ambiguousComplaint: Self = "ambiguous-complaint"
}
