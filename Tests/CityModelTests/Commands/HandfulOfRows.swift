import CityModel
import Columns

/// A register of a handful of rows in memory: what a command sees of the real one.
final class HandfulOfRows: CaseReader {
  var rows: [CaseRow]
  var entries: [String: [CaseEntry]] = [:]
  let officers: [Officer]

  init(_ rows: [CaseRow], officers: [Officer] = HandfulOfRows.officers) {
    self.rows = rows
    self.officers = officers
  }

  func rows(_ query: RowQuery) -> [CaseRow] {
    rows.filter { row in row.table.name == query.table.name && query.conditions.allSatisfy { row[$0.field] == $0.value } }
      .sorted { $0.key < $1.key }
  }

  func history(of table: TableSchema, key: String) -> [CaseEntry] { entries["\(table.name) \(key)"] ?? [] }
  func officer(_ id: String) -> Officer? { officers.first { $0.id == id } }

  /// Keeps what a command wrote, as the register would.
  func keep(_ result: CommandResult) {
    var touched = result.changes.map { ($0.table, $0.key) }
    if !touched.contains(where: { $0.0.name == result.table.name && $0.1 == result.subject }) { touched.append((result.table, result.subject)) }
    for (change, before) in zip(result.changes, result.before) {
      rows.removeAll { $0.table.name == change.table.name && $0.key == change.key }
      rows.append(before.after(change))
    }
    for (table, key) in touched {
      let position = (entries["\(table.name) \(key)"]?.count ?? 0) + 1
      entries["\(table.name) \(key)", default: []].append(
        CaseEntry(position: position, kind: result.name, officer: result.officer.id, at: result.moment, document: result.document))
    }
  }

  /// 赵 of the city, 钱 and 孙 of 潞州区, 李 of a street and 周 of a community there.
  static let officers: [Officer] = [
    ("city", "赵甲", Division.Level.city, "1404"), ("clerk", "钱乙", .county, "140403"), ("chief", "孙丙", .county, "140403"),
    ("street", "李丁", .street, "140403001"), ("community", "周戊", .community, "140403001001"), ("neighbour", "王辛", .community, "140403001002"),
    ("stray", "冯壬", .community, "140403001"), ("elsewhere", "吴己", .county, "140404"),
  ].map { Officer(id: $0.0, name: $0.1, level: $0.2, division: $0.3, role: "officer", from: Day("2024-01-02")!) }
    + [
      Officer(
        id: "gone", name: "郑庚", level: .county, division: "140403", role: "officer", from: Day("2024-01-02")!, to: Day("2026-06-30")!)
    ]
}

extension CaseValue {
  static func on(_ text: String) -> CaseValue { .day(Day(text)!) }
  static func at(_ text: String) -> CaseValue { .moment(Moment(text)!) }
  static func yuan(_ yuan: Int64) -> CaseValue { .number(yuan * 100) }
  static let yes = CaseValue.flag(true)
  static let no = CaseValue.flag(false)
}
