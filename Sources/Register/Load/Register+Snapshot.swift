public import CityModel
public import Columns

extension Register {
  /// A snapshot of a scope as of a moment, at the ledger's present position.
  ///
  /// Rows that began at or after `asOf` are left out, and dates of events after it are missing; what a command or a decision did since
  /// is taken back (``Past``), and what dates tell to be later is not known (`DatedValue`). Columns under `preload` are
  /// read at once; every other column when it is first touched, at the same ledger position however much is written in
  /// between: the snapshot holds a read transaction open as long as it lives.
  ///
  /// - Parameters:
  ///   - scope: the city, or one county: then no other county's rows are read.
  ///   - asOf: the data cut, exclusive: for all of September, 1 October 00:00.
  ///   - preload: fields by table; derived fields are passed over, for they are computed when they are touched.
  /// - Throws: ``RegisterError``, `unknown-division` for a county that is none.
  public func snapshot(
    scope: Scope, asOf: Moment, rulebook: Rulebook, preload: [TableSchema: [Field]] = [:]
  ) throws(RegisterError) -> Snapshot {
    try snapshot(scope: scope, asOf: asOf, rulebook: rulebook, preload: preload, trace: nil)
  }

  /// A snapshot with what is needed to take the same one again; or that one, given what an earlier one saw.
  ///
  /// - Parameter past: the marks of an earlier snapshot: rows that came later are not seen, and changed ones as they were.
  public func markedSnapshot(
    scope: Scope, asOf: Moment, rulebook: Rulebook, preload: [TableSchema: [Field]] = [:], past: RunMarks? = nil
  ) throws(RegisterError) -> (snapshot: Snapshot, marks: RunMarks) {
    let reader = try SnapshotReader(self, scope: scope, cut: asOf, past: past)
    return (try snapshot(reader, scope: scope, asOf: asOf, rulebook: rulebook, preload: preload), try reader.marks())
  }

  /// - Parameter trace: is told every SQL statement of the snapshot.
  func snapshot(
    scope: Scope, asOf: Moment, rulebook: Rulebook, preload: [TableSchema: [Field]], trace: (@Sendable (String) -> Void)?
  ) throws(RegisterError) -> Snapshot {
    try snapshot(
      try SnapshotReader(self, scope: scope, cut: asOf, trace: trace), scope: scope, asOf: asOf, rulebook: rulebook, preload: preload)
  }

  private func snapshot(
    _ reader: SnapshotReader, scope: Scope, asOf: Moment, rulebook: Rulebook, preload: [TableSchema: [Field]]
  ) throws(RegisterError) -> Snapshot {
    var sources: [Snapshot.Source] = []
    for schema in CitySchema.storedTables {
      let positions = (preload[schema] ?? []).compactMap { schema.position(of: $0.name) }
        .filter { !schema.fields[$0].isDerived }
      let columns = positions.isEmpty ? [] : try reader.columns(positions.map { schema.fields[$0] }, of: schema)
      let loaded = Dictionary(zip(positions, columns), uniquingKeysWith: { first, _ in first })
      sources.append(.init(schema, columns: StoredColumns(reader: reader, preloaded: loaded)))
    }
    return Snapshot(
      scope: scope, cut: asOf, ledgerPosition: reader.position, rulebook: rulebook, sources: sources)
  }
}

/// The stored columns of one table of a snapshot.
private struct StoredColumns: ColumnSource {
  let reader: SnapshotReader
  let preloaded: [Int: Column]

  func countRows(of table: Table) throws(ColumnError) -> Int {
    do throws(RegisterError) {
      return try reader.count(of: table.schema)
    } catch {
      throw ColumnError(error, reading: table.schema.key, of: table.schema)
    }
  }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    let schema = table.schema
    let missing = fields.filter { preloaded[$0] == nil }
    var read: [Int: Column] = [:]
    if !missing.isEmpty {
      do throws(RegisterError) {
        let columns = try reader.columns(missing.map { schema.fields[$0] }, of: schema)
        for (field, column) in zip(missing, columns) { read[field] = column }
      } catch {
        throw ColumnError(error, reading: missing.first.map { schema.fields[$0].name } ?? schema.key, of: schema)
      }
    }
    return fields.compactMap { preloaded[$0] ?? read[$0] }
  }
}

extension ColumnError {
  fileprivate init(_ error: RegisterError, reading field: String, of schema: TableSchema) {
    self.init(.sourceFailed, table: schema.plural, field: field, detail: error.message.en, underlying: error)
  }
}
