internal import CityModel
internal import Columns

/// A selection that a script builds up: nothing is computed before an answer is asked for, so that a query costs a script no
/// memory worth naming.
struct CityQuery {
  let schema: TableSchema
  var conditions: [Condition] = []
  /// The rows that it is about, ascending; `nil`: all.
  var rows: [UInt32]?

  func adding(_ condition: Condition) -> CityQuery {
    var query = self
    query.conditions.append(condition)
    return query
  }

  func run(_ snapshot: Snapshot) throws(ColumnError) -> Query {
    let table = snapshot.table(schema)
    var query = Query(table, in: snapshot)
    if let rows {
      // They were found in these columns, so the table can be read.
      query = query.filtered(by: Verdicts(yes: rows, count: table.count))
      return conditions.isEmpty ? query : try query.filtered(by: .all(conditions))
    }
    guard conditions.isEmpty else { return try query.filtered(by: conditions.count == 1 ? conditions[0] : .all(conditions)) }
    // Of every row the answer may be their number alone, which a table that cannot be read does not have.
    _ = try table.counted()
    return query
  }

  /// The rows dated in some days.
  func dated(within days: ClosedRange<Day>) -> CityQuery? {
    schema.dated(within: [days]).map(adding)
  }
}

/// What queries, groupings and results of one run stand for; a handle's row is a place in here.
final class QueryStore {
  let snapshot: Snapshot
  private(set) var queries: [CityQuery]
  private(set) var groupings: [(query: CityQuery, paths: [[String]])] = []
  private(set) var results: [ResultTable] = []

  /// So many objects a run may make: beyond that a script builds queries in an endless loop.
  static let limit = 1_000_000

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    // The collections come first: their places never change.
    queries = CitySchema.tables.map { CityQuery(schema: $0) }
  }

  /// The rows of a query that loops go through; what it counts are all of them.
  func visible(_ rows: [UInt32], of schema: TableSchema) throws(ColumnError) -> [UInt32] {
    if visited == .all { return rows }
    if schema.name == Enterprise.schema.name { return rows.filter { visited.contains(Int($0)) } }
    guard let field = schema.field("enterprise"), case .reference(Enterprise.schema.name) = field.type else { return rows }
    let owners = try snapshot.table(schema).column(field)
    return rows.filter { visited.contains(owners.reference(Int($0))) }
  }

  func add(_ query: CityQuery) -> Int {
    queries.append(query)
    return queries.count - 1
  }

  func add(_ query: CityQuery, groupedBy paths: [[String]]) -> Int {
    groupings.append((query, paths))
    return groupings.count - 1
  }

  func add(_ result: ResultTable) -> Int {
    results.append(result)
    return results.count - 1
  }

  /// The enterprises that loops go through.
  private(set) var visited = Visited.all

  /// Forgets what a run has made, but for the collections.
  func reset(visiting visited: Visited = .all) {
    self.visited = visited
    queries = CitySchema.tables.map { CityQuery(schema: $0) }
    groupings.removeAll()
    results.removeAll()
  }
}
