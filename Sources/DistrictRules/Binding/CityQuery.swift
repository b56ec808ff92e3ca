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
  /// The collections, whose places never change, and behind them the queries.
  private let collections = CitySchema.tables.map { CityQuery(schema: $0) }
  private var queries = RunPlaces<CityQuery>(from: CitySchema.tables.count)
  private var groupings = RunPlaces<(query: CityQuery, paths: [[String]])>()
  private var results = RunPlaces<ResultTable>()

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// `nil` for what an earlier run has made; so of the others.
  func query(at place: UInt32) -> CityQuery? {
    Int(place) < collections.count ? collections[Int(place)] : queries[place]
  }

  func grouping(at place: UInt32) -> (query: CityQuery, paths: [[String]])? { groupings[place] }
  func result(at place: UInt32) -> ResultTable? { results[place] }

  /// The rows of a query that loops go through; what it counts are all of them.
  func visible(_ rows: [UInt32], of schema: TableSchema) throws(ColumnError) -> [UInt32] {
    if visited == .all { return rows }
    if schema.name == Enterprise.schema.name { return rows.filter { visited.contains(Int($0)) } }
    guard let field = schema.field("enterprise"), case .reference(Enterprise.schema.name) = field.type else { return rows }
    let owners = try snapshot.table(schema).column(field)
    return rows.filter { visited.contains(owners.reference(Int($0))) }
  }

  /// - Throws: `too-many` where a run has made a million; so for the others.
  func add(_ query: CityQuery) throws(RuleProblem) -> Int { try queries.add(query) }
  func add(_ query: CityQuery, groupedBy paths: [[String]]) throws(RuleProblem) -> Int { try groupings.add((query, paths)) }
  func add(_ result: ResultTable) throws(RuleProblem) -> Int { try results.add(result) }

  /// The enterprises that loops go through.
  private(set) var visited = Visited.all

  /// Forgets what a run has made, but for the collections.
  func reset(visiting visited: Visited = .all) {
    self.visited = visited
    queries.forget()
    groupings.forget()
    results.forget()
  }
}
