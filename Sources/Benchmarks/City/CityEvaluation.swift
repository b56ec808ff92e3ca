internal import Bureau
internal import CityModel
internal import Columns
internal import Register

/// Everything that the city judges on a day, on one core after the load: all scores and grades, the exit tests, and the red and
/// black proposals of all twelve counties.
struct CityEvaluation: Benchmark {
  let name = "city-evaluation"

  func run(on stage: Stage, into report: Report) throws {
    stage.releaseSnapshot()
    let rows = stage.settings.rows
    let sizes = [rows / 10, rows]
    let snapshots = try sizes.map { try load(stage.register($0)) }
    let times = try turns(5, by: .processor, snapshots.map { snapshot in { try evaluate(snapshot) } })
    // The target is one for a million rows.
    report.figure(
      name, ours: times[1], unit: "s", against: "a tenth of it", times[0], target: rows == 1_000_000 ? .oursAtMost(1, "s") : .none)
    guard stage.settings.withProvince else { return report.note("\(name): the province skipped; BENCH_PROVINCE=1 makes it") }
    let province = try load(stage.province())
    let large = try turns(3, by: .processor, [{ try evaluate(province) }, { try evaluate(snapshots[1]) }])
    // Ten times the complaints, a hundred times the enterprises and estates.
    report.figure("\(name), province", ours: large[0], unit: "s", against: "the city", large[1], target: .ratioAtMost(100))
  }

  private func load(_ path: String) throws -> Snapshot {
    try Register.open(at: path, readOnly: true).snapshot(scope: .city, asOf: Stage.cut, rulebook: try Rulebook.standard())
  }

  private func evaluate(_ snapshot: Snapshot) throws {
    let board = try ScoreBoard.compute(snapshot, on: snapshot.day)
    guard let first = Day(year: snapshot.day.year, month: snapshot.day.month, day: 1) else { return }
    var proposals = 0
    let counties = try snapshot.table(Division.schema).column(Division.levelField)
    for row in 0..<counties.count where counties.text(row) == "county" {
      let lists = try ListProposals.compute(snapshot, county: row, period: first...snapshot.day)
      proposals += lists.red.count + lists.black.count
    }
    guard !board.scores.isEmpty, proposals > 0 else { throw BenchError("\(name): nothing was judged") }
  }
}
