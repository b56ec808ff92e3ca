internal import CityModel
internal import Columns

/// A selection that a script builds up: nothing is computed before an answer is asked for, so that a query costs a script no
/// memory worth naming.
struct CityQuery {
  let schema: TableSchema
  var conditions: [Condition] = []

  func adding(_ condition: Condition) -> CityQuery {
    var query = self
    query.conditions.append(condition)
    return query
  }

  func run(_ snapshot: Snapshot) throws(ColumnError) -> Query {
    let query = Query(snapshot.table(schema), in: snapshot)
    return conditions.isEmpty ? query : try query.filtered(by: conditions.count == 1 ? conditions[0] : .all(conditions))
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

  /// Forgets what a run has made, but for the collections.
  ///
  /// - Parameter only: rows of the enterprises that the collections show; `nil` for all.
  func reset(only: Set<Int>? = nil) {
    queries = CitySchema.tables.map { schema in
      var query = CityQuery(schema: schema)
      guard let only else { return query }
      let rows = only.sorted()
      if schema.name == Enterprise.schema.name {
        let codes = try? snapshot.table(schema).column(Enterprise.uscc)
        query.conditions = [.field(Enterprise.uscc.name, .oneOf(rows.compactMap { codes?.text($0) }.map { .text($0) }))]
      } else if case .reference(Enterprise.schema.name)? = schema.field("enterprise")?.type {
        query.conditions = [.field("enterprise", .oneOf(rows.map { .row(UInt32(clamping: $0)) }))]
      }
      return query
    }
    groupings.removeAll()
    results.removeAll()
  }
}
