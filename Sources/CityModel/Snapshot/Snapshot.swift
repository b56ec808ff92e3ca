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
  /// Requirements beside the city's.
  private let requirements: [DutyRequirement]
  /// Keeps alive what the tables derive their columns from.
  private let base: Snapshot?
  /// Sorted once, however many counties are judged.
  private let complaintsByCounty = Mutex<RowGroups?>(nil)

  /// Where a table's stored columns come from.
  public struct Source: Sendable {
    public var schema: TableSchema
    public var columns: any ColumnSource

    public init(_ schema: TableSchema, columns: any ColumnSource) {
      self.schema = schema
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
      tables[source.schema.name] = Table(source.schema, source: DerivingSource(stored: source.columns, link: link))
    }
    tables[Duty.schema.name] = Table(Duty.schema, source: DutyTable(link, adding: []))
    self.tables = tables
    link.set(self)
  }

  private init(_ base: Snapshot, requirements: [DutyRequirement]) {
    scope = base.scope
    cut = base.cut
    ledgerPosition = base.ledgerPosition
    rulebook = base.rulebook
    sources = base.sources
    self.requirements = requirements
    self.base = base
    let link = SnapshotLink()
    var tables = base.tables
    tables[Duty.schema.name] = Table(Duty.schema, source: DutyTable(link, adding: requirements))
    self.tables = tables
    link.set(self)
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
    let own = Source(rows.schema, columns: FixedColumns(rows))
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
      sources.append(Source(schema, columns: FixedColumns(builder)))
    }
    self.init(scope: scope, cut: cut, ledgerPosition: 0, rulebook: rulebook, sources: sources)
  }

  /// The table whose rows are called `name`.
  public func table(_ name: String) -> Table? { tables[name] }

  /// The table of a schema of the city model. A table that was not loaded is empty.
  public func table(_ schema: TableSchema) -> Table { table(schema.name) ?? Table(schema, count: 0, columns: []) }

  public var day: Day { Moment(seconds: cut.seconds - 1).day }

  /// The complaints about the estates of a county, or all of them.
  ///
  /// - Parameter county: the row of the county in the divisions table.
  func complaints(of county: Int?) throws(ColumnError) -> RowSelection {
    let table = table(Complaint.schema)
    guard let county else { return RowSelection(all: table.count) }
    if let groups = complaintsByCounty.withLock({ $0 }) { return RowSelection(groups.rows(of: county)) }
    let counties = try table.references(Complaint.county)
    let count = self.table(Division.schema).count
    let groups = RowGroups(
      (0..<table.count).map { counties.base[$0] < count ? Int32(truncatingIfNeeded: counties.base[$0]) : -1 }, count: count)
    complaintsByCounty.withLock { $0 = groups }
    return RowSelection(groups.rows(of: county))
  }
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

/// The rows of a fixture or a case; a column is made of them when it is touched.
struct FixedColumns: ColumnSource {
  private let rows: TableBuilder

  init(_ rows: TableBuilder) { self.rows = rows }

  func countRows(of table: Table) -> Int { rows.count }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var result: [Column] = []
    for field in fields {
      guard let column = rows.column(field) else {
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

  func countRows(of table: Table) throws(ColumnError) -> Int { try stored.countRows(of: table) }

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
