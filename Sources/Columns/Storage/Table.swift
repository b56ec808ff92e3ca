internal import Synchronization

/// Where a table gets what nobody has asked it for before.
public protocol ColumnSource: Sendable {
  /// How many rows the table has. Asked at most once, and only if no column was read before.
  func countRows(of table: Table) throws(ColumnError) -> Int

  /// Reads whole columns of a table, in its row order; all at once, because one pass over the rows serves them all.
  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column]
}

/// A table of immutable columns, each loaded when it is first touched; its rows are counted when somebody first asks.
public final class Table: Sendable {
  public let schema: TableSchema
  private let source: any ColumnSource
  private let columns: Mutex<[Column?]>
  /// Once it is known, or known to fail, it stays so: whoever went through no rows must not find a column afterwards.
  private let rowCount = Mutex<Result<Int, ColumnError>?>(nil)

  public init(_ schema: TableSchema, source: any ColumnSource) {
    self.schema = schema
    self.source = source
    columns = Mutex(Array(repeating: nil, count: schema.fields.count))
  }

  /// A table whose columns are all at hand, in the order of the schema's fields.
  public convenience init(_ schema: TableSchema, count: Int, columns: [Column?]) {
    self.init(schema, source: NoSource(count: count))
    self.columns.withLock { slots in
      for (position, column) in columns.enumerated() where position < slots.count { slots[position] = column }
    }
  }

  /// How many rows there are.
  ///
  /// - Throws: ``ColumnError`` when the source cannot tell.
  public func counted() throws(ColumnError) -> Int {
    if let known = rowCount.withLock({ $0 }) { return try known.get() }
    let result: Result<Int, ColumnError>
    do throws(ColumnError) { result = .success(try source.countRows(of: self)) } catch { result = .failure(error) }
    return try keep(result).get()
  }

  /// How many rows there are; 0 when the source cannot tell, and then every column says why.
  public var count: Int { (try? counted()) ?? 0 }

  /// Two threads may have counted: the first stays.
  private func keep(_ result: Result<Int, ColumnError>) -> Result<Int, ColumnError> {
    rowCount.withLock { known in
      let first = known ?? result
      known = first
      return first
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
    // A column that was read has counted the rows.
    if let first = loaded.first { _ = try keep(.success(first.count)).get() }
    columns.withLock { slots in
      // Two threads may have loaded the same column: the first stays, so that an address once given out stays valid.
      for (position, column) in zip(wanted, loaded) where slots[position] == nil { slots[position] = column }
    }
  }

  /// Memory of the columns loaded so far, in bytes.
  public var byteCount: Int { columns.withLock { $0.reduce(0) { $0 + ($1?.byteCount ?? 0) } } }
}

private struct NoSource: ColumnSource {
  let count: Int

  func countRows(of table: Table) -> Int { count }

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
