public import Columns
internal import Synchronization

/// The city's facts, or a district's, as of a moment: immutable columns in memory, and what is derived from them.
///
/// Rules and scripts read a snapshot and nothing else.
public final class Snapshot: Dataset {
  public let scope: Scope
  /// The data cut: what happened later is not in here, and open times run to it.
  public let cut: Moment
  /// The ledger entry up to which the register was read; 0 for a fixture.
  public let ledgerPosition: Int64
  public let rulebook: Rulebook
  private let tables: [String: Table]
  private let sources: [Source]
  /// Requirements beside the city's, whose duties are computed when they are first asked for.
  private let requirements: [DutyRequirement]
  private let duties = Mutex<Table?>(nil)
  /// Keeps alive what the tables derive their columns from.
  private let base: Snapshot?

  /// Where a table's stored columns come from.
  public struct Source: Sendable {
    public var schema: TableSchema
    public var count: Int
    public var columns: any ColumnSource

    public init(_ schema: TableSchema, count: Int, columns: any ColumnSource) {
      self.schema = schema
      self.count = count
      self.columns = columns
    }
  }

  public init(scope: Scope, cut: Moment, ledgerPosition: Int64, rulebook: Rulebook, sources: [Source]) {
    self.scope = scope
    self.cut = cut
    self.ledgerPosition = ledgerPosition
    self.rulebook = rulebook
    requirements = []
    base = nil
    self.sources = sources
    let link = SnapshotLink()
    var tables: [String: Table] = [:]
    for source in sources {
      tables[source.schema.name] = Table(
        source.schema, count: source.count, source: DerivingSource(stored: source.columns, link: link))
    }
    self.tables = tables
    link.set(self)
  }

  private init(_ base: Snapshot, requirements: [DutyRequirement]) {
    scope = base.scope
    cut = base.cut
    ledgerPosition = base.ledgerPosition
    rulebook = base.rulebook
    tables = base.tables
    sources = base.sources
    self.requirements = requirements
    self.base = base
  }

  /// The same facts, with requirements beside the city's: its table of duties holds the rows of both.
  ///
  /// A row tells by its `requirement` whose it is. Columns that were loaded stay loaded.
  public func with(requirements more: [DutyRequirement]) -> Snapshot { Snapshot(self, requirements: requirements + more) }

  /// The same facts under another rulebook: what is derived is derived anew.
  public func with(rulebook: Rulebook) -> Snapshot {
    let other = Snapshot(scope: scope, cut: cut, ledgerPosition: ledgerPosition, rulebook: rulebook, sources: sources)
    return requirements.isEmpty ? other : other.with(requirements: requirements)
  }

  /// The same facts with the rows of one table in place of the register's: for a case that is not stored yet.
  public func replacing(_ rows: TableBuilder) -> Snapshot {
    let own = Source(rows.schema, count: rows.count, columns: FixedColumns(columns: rows.columns()))
    let other = Snapshot(
      scope: scope, cut: cut, ledgerPosition: ledgerPosition, rulebook: rulebook,
      sources: sources.filter { $0.schema.name != rows.schema.name } + [own])
    return requirements.isEmpty ? other : other.with(requirements: requirements)
  }

  /// A snapshot of fixtures; tables that are not given are empty.
  public convenience init(scope: Scope = .city, cut: Moment, rulebook: Rulebook, tables: [TableBuilder]) {
    var sources: [Source] = []
    for schema in CitySchema.storedTables {
      let builder = tables.first { $0.schema.name == schema.name } ?? TableBuilder(schema)
      sources.append(Source(schema, count: builder.count, columns: FixedColumns(columns: builder.columns())))
    }
    self.init(scope: scope, cut: cut, ledgerPosition: 0, rulebook: rulebook, sources: sources)
  }

  /// The table whose rows are called `name`.
  public func table(_ name: String) -> Table? { name == Duty.schema.name ? dutyTable() : tables[name] }

  /// The table of a schema of the city model. A table that was not loaded is empty.
  public func table(_ schema: TableSchema) -> Table { table(schema.name) ?? Table(schema, count: 0, columns: []) }

  private func dutyTable() -> Table {
    if let table = duties.withLock({ $0 }) { return table }
    let table = DutyTable.table(self, adding: requirements)
    // Two threads may have computed it: the first stays.
    return duties.withLock { known in
      known = known ?? table
      return known ?? table
    }
  }

  public var day: Day { Moment(seconds: cut.seconds - 1).day }
}

/// Lets the columns of a table reach the snapshot without keeping it alive.
final class SnapshotLink: Sendable {
  private let reference = Mutex<WeakSnapshot>(WeakSnapshot())

  private struct WeakSnapshot: Sendable {
    weak var snapshot: Snapshot?
  }

  func set(_ snapshot: Snapshot) { reference.withLock { $0.snapshot = snapshot } }
  func get() -> Snapshot? { reference.withLock { $0.snapshot } }
}

struct FixedColumns: ColumnSource {
  let columns: [Column?]

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var result: [Column] = []
    for field in fields {
      guard field < columns.count, let column = columns[field] else {
        throw ColumnError(.notLoaded, table: table.schema.plural, field: table.schema.fields[field].name)
      }
      result.append(column)
    }
    return result
  }
}

/// Asks the register for stored fields and derives the others.
struct DerivingSource: ColumnSource {
  let stored: any ColumnSource
  let link: SnapshotLink

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    let storedFields = fields.filter { !table.schema.fields[$0].isDerived }
    var loaded = storedFields.isEmpty ? [:] : Dictionary(
      uniqueKeysWithValues: zip(storedFields, try stored.loadColumns(storedFields, of: table)))
    var result: [Column] = []
    for field in fields {
      if let column = loaded.removeValue(forKey: field) {
        result.append(column)
      } else {
        guard let snapshot = link.get() else {
          throw ColumnError(.notLoaded, table: table.schema.plural, field: table.schema.fields[field].name)
        }
        result.append(try Derivations.column(table.schema.fields[field], of: table, in: snapshot))
      }
    }
    return result
  }
}
