internal import CityModel
internal import Columns
internal import DistrictRules
internal import GRDB

/// The ten enterprises with most closed complaints found true: where (two columns), group, count, sort, top ten.
struct TopTen: Benchmark {
  let name = "top-ten"

  func run(on stage: Stage, into report: Report) throws {
    let snapshot = try stage.snapshot()
    let complaints = snapshot.table(Complaint.schema)
    let session = try ScriptSession(snapshot)
    let prompt = try session.makePrompt()
    let queue = try DatabaseQueue(path: try stage.register(stage.settings.rows))
    defer { try? queue.close() }

    func query() throws -> ResultTable {
      try Query(complaints, in: snapshot).filtered(
        by: .all([.field("status", .equals(.text("closed"))), .field("finding", .equals(.text("substantiated")))])
      ).group(by: [["enterprise"]]).table([.count]).sorted(by: ["-count"]).limited(to: 10)
    }
    func script() throws -> ResultTable? {
      let values = try session.evaluate(
        """
        complaint:where{ status = "closed", finding = "substantiated" }:group("enterprise"):count():sort("-count"):limit(10)
        """, in: prompt)
      guard case .table(let table)? = values.first else { return nil }
      return table
    }
    func sql() throws -> [Int64] {
      try queue.read { database in
        try Int64.fetchAll(
          database,
          sql: """
            SELECT count(*) FROM complaints WHERE status = 'closed' AND finding = 'substantiated'
            GROUP BY enterprise ORDER BY 1 DESC LIMIT 10
            """)
      }
    }
    let table = try query()
    let counts = table.rows.map { $0.last }
    guard try script() == table, counts == (try sql()).map({ .integer($0) }) else { throw BenchError("\(name): the answers differ") }

    let short = try turns(41, by: .processor, [{ _ = try query() }, { _ = try script() }])
    // The slow peer takes fewer turns; ours beside it is not reported again.
    let sqlite = try turns(5, by: .processor, [{ _ = try query() }, { _ = try sql() }])[1]
    // The target is one for a million rows.
    let target = stage.settings.rows == 1_000_000 ? Report.Target.oursAtMost(5, "ms") : .none
    report.figure(
      "\(name), in Swift", ours: short[0] * 1e3, unit: "ms", against: "SQLite", sqlite * 1e3, target: target)
    report.figure(
      "\(name), in a script", ours: short[1] * 1e3, unit: "ms", against: "SQLite", sqlite * 1e3, target: target)
    guard stage.settings.withPeers else { return report.note("\(name): DuckDB and polars skipped; BENCH_PEERS=1 fetches them") }
    for (peer, milliseconds) in try PythonPeers.topTen(stage) {
      report.figure("\(name), against \(peer)", ours: short[0] * 1e3, unit: "ms", against: peer, milliseconds)
    }
  }
}
