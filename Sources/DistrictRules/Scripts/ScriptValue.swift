public import Columns
internal import CityModel
internal import LuaRuntime

/// A value that a script returned, as people see it.
public enum ScriptValue: Sendable, Hashable {
  case text(String)
  case table(ResultTable)
  case nothing
}

extension ScriptSession {
  /// Rows that a query shows when nobody said how many.
  static let shownRows = 40

  func present(_ value: LuaValue) throws -> ScriptValue {
    switch value {
    case .nil: return .nothing
    case .string(let text): return .text(text)
    case .table(let table): return .text(try shown(table, depth: 0))
    case .handle:
      if let row = kinds.query.row(of: value) {
        return .table(try queries.table(try queries.query(at: row), [], limit: ScriptSession.shownRows))
      }
      if let row = kinds.result.row(of: value) { return .table(try queries.result(at: row)) }
      for schema in CitySchema.tables {
        // `each()` also gives the handle behind the last row, at which a loop ends: it has no fields.
        guard let row = kinds.record(schema.name)?.row(of: value), Int(row) < snapshot.table(schema).count else { continue }
        return .table(try fields(of: schema, row: Int(row)))
      }
      return .text(try engine.describe(value))
    default: return .text(try engine.describe(value))
    }
  }

  /// One row as a table of its fields.
  private func fields(of schema: TableSchema, row: Int) throws -> ResultTable {
    let table = snapshot.table(schema)
    var rows: [[Cell]] = []
    for field in schema.fields {
      let cell: Cell
      if let target = snapshot.target(of: field), let at = try table.column(field).reference(row) {
        cell = try target.cell(target.schema.label, row: at)
      } else {
        cell = try table.cell(field.name, row: row)
      }
      rows.append([.text(field.name), .text(field.chinese), .text(cell.plain)])
    }
    return ResultTable(
      columns: [.init("field", title: "字段"), .init("chinese", title: "名称"), .init("value", title: "值")], rows: rows)
  }

  private func shown(_ table: LuaTable, depth: Int) throws -> String {
    guard depth < 4 else { return "{…}" }
    var parts: [String] = []
    for value in table.array.prefix(100) { parts.append(try shown(value, depth: depth + 1)) }
    for entry in table.keyed.prefix(100) {
      parts.append("\(try shown(entry.key.value, depth: depth + 1)) = \(try shown(entry.value, depth: depth + 1))")
    }
    if table.array.count > 100 || table.keyed.count > 100 { parts.append("…") }
    return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
  }

  private func shown(_ value: LuaValue, depth: Int) throws -> String {
    switch value {
    case .table(let table): try shown(table, depth: depth)
    case .string(let text): depth > 1 || !text.contains(" ") ? text : "\"\(text)\""
    default: try engine.describe(value)
    }
  }
}
