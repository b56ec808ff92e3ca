public import Columns

/// One row of one table, loaded for a command.
public struct CaseRow: Sendable, Hashable {
  public var table: TableSchema
  /// What the ledger calls it: the natural key, its parts joined by a space.
  public var key: String
  /// By the field's name; what is missing has no entry.
  public var values: [String: CaseValue]

  public init(_ table: TableSchema, key: String, _ values: [String: CaseValue]) {
    self.table = table
    self.key = key
    self.values = values.filter { $0.value != .none }
  }

  public init(_ table: TableSchema, key: String, _ values: [(Field, CaseValue)]) {
    self.init(table, key: key, Dictionary(values.map { ($0.0.name, $0.1) }) { _, last in last })
  }

  public subscript(field: Field) -> CaseValue { values[field.name] ?? .none }

  /// By the field's name, for clauses that hold for several tables.
  public subscript(name: String) -> CaseValue? { values[name] }

  public func text(_ field: Field) -> String? { self[field].text }
  public func number(_ field: Field) -> Int64? { self[field].number }
  public func day(_ field: Field) -> Day? { self[field].day }
  public func moment(_ field: Field) -> Moment? { self[field].moment }
  public func flag(_ field: Field) -> Bool? { self[field].flag }
  public func money(_ field: Field) -> Money? { number(field).map { Money(fen: $0) } }
  public func has(_ field: Field) -> Bool { !self[field].isNone }

  /// The row after a change of it.
  public func after(_ change: Change) -> CaseRow {
    var row = self
    for (field, value) in change.values { row.values[field.name] = value == .none ? nil : value }
    return row
  }
}

/// What a command writes: a new row, or new values of a row that is there. The ledger keeps the values before.
public struct Change: Sendable, Hashable {
  public var table: TableSchema
  public var key: String
  public var isNew: Bool
  public var values: [(Field, CaseValue)]

  public init(_ table: TableSchema, key: String, isNew: Bool, _ values: [(Field, CaseValue)]) {
    self.table = table
    self.key = key
    self.isNew = isNew
    self.values = values
  }

  public static func update(_ row: CaseRow, _ values: [(Field, CaseValue)]) -> Change {
    Change(row.table, key: row.key, isNew: false, values)
  }

  public static func == (a: Change, b: Change) -> Bool {
    a.table.name == b.table.name && a.key == b.key && a.isNew == b.isNew && a.values.elementsEqual(b.values) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(table.name)
    hasher.combine(key)
  }
}
