internal import Synchronization

/// Where a table gets a column that nobody has asked for before.
public protocol ColumnSource: Sendable {
  /// Reads whole columns of a table, in its row order; all at once, because one pass over the rows serves them all.
  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column]
}

/// A table of immutable columns, each loaded when it is first touched.
public final class Table: Sendable {
  public let schema: TableSchema
  public let count: Int
  private let source: any ColumnSource
  private let columns: Mutex<[Column?]>

  public init(_ schema: TableSchema, count: Int, source: any ColumnSource) {
    self.schema = schema
    self.count = count
    self.source = source
    columns = Mutex(Array(repeating: nil, count: schema.fields.count))
  }

  /// A table whose columns are all at hand, in the order of the schema's fields.
  public convenience init(_ schema: TableSchema, count: Int, columns: [Column?]) {
    self.init(schema, count: count, source: NoSource())
    self.columns.withLock { slots in
      for (position, column) in columns.enumerated() where position < slots.count { slots[position] = column }
    }
  }

  /// The column at a position of the schema.
  ///
  /// - Throws: ``ColumnError`` when the source cannot deliver it.
  public func column(_ position: Int) throws(ColumnError) -> Column {
    if let column = columns.withLock({ $0[position] }) { return column }
    try load([position])
    guard let column = columns.withLock({ $0[position] }) else {
      throw ColumnError(.notLoaded, table: schema.plural, field: schema.fields[position].name)
    }
    return column
  }

  /// The column of that name.
  public func column(_ field: String) throws(ColumnError) -> Column {
    guard let position = schema.position(of: field) else {
      throw ColumnError(.unknownField, table: schema.plural, field: field)
    }
    return try column(position)
  }

  /// Loads, in one pass, those of the columns that are not there yet.
  public func load(_ positions: [Int]) throws(ColumnError) {
    let wanted = columns.withLock { slots in positions.filter { slots[$0] == nil } }
    guard !wanted.isEmpty else { return }
    let loaded = try source.loadColumns(wanted, of: self)
    columns.withLock { slots in
      // Two threads may have loaded the same column: the first stays, so that an address once given out stays valid.
      for (position, column) in zip(wanted, loaded) where slots[position] == nil { slots[position] = column }
    }
  }

  /// Memory of the columns loaded so far, in bytes.
  public var byteCount: Int { columns.withLock { $0.reduce(0) { $0 + ($1?.byteCount ?? 0) } } }
}

private struct NoSource: ColumnSource {
  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    throw ColumnError(.notLoaded, table: table.schema.plural, field: fields.first.map { table.schema.fields[$0].name } ?? "")
  }
}

extension Table {
  /// The column of a field of this table's schema.
  public func column(_ field: Field) throws(ColumnError) -> Column { try column(field.name) }

  /// Loads the columns of those fields in one pass.
  public func load(_ fields: Field...) throws(ColumnError) { try load(fields.compactMap { schema.position(of: $0.name) }) }
}
