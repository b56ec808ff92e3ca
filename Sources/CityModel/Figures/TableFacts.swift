internal import Columns

/// A table's columns at hand, for figures that read small tables row by row.
struct TableFacts {
  let schema: TableSchema
  let count: Int
  private let columns: [Column?]

  /// Loads every stored field, and the derived ones that are named.
  init(_ snapshot: Snapshot, _ schema: TableSchema, derived: Field...) throws(RuleError) {
    let table = snapshot.table(schema)
    let wanted = schema.fields.indices.filter { at in
      !schema.fields[at].isDerived || derived.contains { $0.name == schema.fields[at].name }
    }
    columns = try CityModel.column { () throws(ColumnError) in
      try table.load(wanted)
      var columns: [Column?] = Array(repeating: nil, count: schema.fields.count)
      for at in wanted { columns[at] = try table.column(at) }
      return columns
    }
    self.schema = schema
    count = table.count
  }

  private func column(_ field: Field) -> Column? { schema.position(of: field.name).flatMap { columns[$0] } }

  func text(_ field: Field, _ row: Int) -> String? { column(field)?.text(row) }
  func number(_ field: Field, _ row: Int) -> Int64? { column(field)?.integer(row) }
  func day(_ field: Field, _ row: Int) -> Day? { column(field)?.day(row) }
  func flag(_ field: Field, _ row: Int) -> Bool? { column(field)?.flag(row) }
  func reference(_ field: Field, _ row: Int) -> Int? { column(field)?.reference(row) }
  /// The Chinese word of an enumeration's value.
  func chinese(_ field: Field, _ row: Int) -> String? {
    guard let word = text(field, row), case .enumeration(let words) = field.type, let at = words.index(of: word) else { return nil }
    return words.values[at].chinese
  }

  /// Whether something that began and may have ended was so on a day.
  func holds(_ row: Int, on day: Day, from: Field, until: Field...) -> Bool {
    guard let start = self.day(from, row), start <= day else { return false }
    return until.allSatisfy { self.day($0, row).map { $0 >= day } ?? true }
  }
}
