internal import Columns

/// The rows of a command as a snapshot, so that a city rule decides a command exactly as it decides a report.
struct SliceTables {
  /// By table, the position of each row by its key; references lead there.
  private var positions: [String: [String: Int]] = [:]
  private(set) var builders: [TableBuilder] = []

  /// The keys of a table's rows, in the order of their positions.
  private(set) var keys: [String: [String]] = [:]

  /// Adds a table whose rows are told by their keys alone, and by one more text each.
  mutating func add(_ schema: TableSchema, keys: [String], _ more: [String: TableBuilder.Value] = [:]) {
    var builder = TableBuilder(schema)
    for key in keys { builder.add([schema.keyField.name: .text(key)].merging(more) { $1 }) }
    keep(builder, keys)
  }

  /// Adds a table; a reference to a row that is in none of the tables before it is missing.
  mutating func add(_ schema: TableSchema, _ rows: [CaseRow]) {
    var builder = TableBuilder(schema)
    for row in rows {
      var values: [String: TableBuilder.Value] = [:]
      for field in schema.storedFields {
        switch (row[field], field.type) {
        case (.none, _): break
        case (.text(let key), .reference(let table)): if let at = positions[table]?[key] { values[field.name] = .row(at) }
        case (.text(let text), _): values[field.name] = .text(text)
        case (.number(let number), .flag): values[field.name] = .flag(number != 0)
        case (.number(let number), _): values[field.name] = .number(number)
        }
      }
      builder.add(values)
    }
    keep(builder, rows.map(\.key))
  }

  private mutating func keep(_ builder: TableBuilder, _ keys: [String]) {
    positions[builder.schema.name] = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.keys[builder.schema.name] = keys
    builders.append(builder)
  }

  /// Whether a table has a row of that key.
  func has(_ table: TableSchema, _ key: String?) -> Bool { key.flatMap { positions[table.name]?[$0] } != nil }

  /// The facts as they are on the day of the command.
  func snapshot(_ attempt: CommandAttempt) -> Snapshot { Snapshot(cut: attempt.day.end, rulebook: attempt.rulebook, tables: builders) }
}
