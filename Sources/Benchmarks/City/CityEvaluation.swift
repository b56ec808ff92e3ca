internal import Bureau
internal import CityModel
internal import Columns
internal import Register

/// Everything that the city judges on a day, on one core after the load: all scores and grades, the exit tests, and the red and
/// black proposals of all twelve counties.
struct CityEvaluation: Benchmark {
  let name = "city-evaluation"

  /// What a province may take for each complaint, against the city: a fifth more, for a hundred times the enterprises and estates
  /// beside ten times the complaints, and for columns that no cache holds.
  private static let inProportion = 1.2

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
    try province(stage, beside: snapshots[1], into: report)
  }

  private func province(_ stage: Stage, beside city: Snapshot, into report: Report) throws {
    let before = Memory.resident
    let province = try load(stage.province())
    let times = try turns(3, by: .processor, [{ try evaluate(province) }, { try evaluate(city) }])
    let complaints = [province, city].map { Double($0.table(Complaint.schema).count) }
    let growth = complaints[0] / complaints[1]
    report.figure(
      "\(name), province", ours: times[0], unit: "s", against: "the city", times[1], target: .ratioAtMost(growth * CityEvaluation.inProportion))
    report.figure(
      "\(name), a complaint", ours: times[0] / complaints[0] * 1e9, unit: "ns", against: "in the city", times[1] / complaints[1] * 1e9,
      target: .ratioAtMost(CityEvaluation.inProportion))
    let grown = [Enterprise.schema, Project.schema].map { "\(province.table($0).count / max(1, city.table($0).count)) times the \($0.plural)" }
    report.note("\(name): the province has \(Int(growth)) times the complaints, \(grown.joined(separator: ", "))")
    let columns = CitySchema.storedTables.reduce(0) { $0 + province.table($1).byteCount }
    report.note(
      "\(name): the province takes \(columns >> 20) MB in columns, \(Int(Double(columns) / complaints[0])) bytes a complaint; "
        + "\((Memory.resident - before) >> 20) MB more are resident than before it was loaded, \(Memory.peak >> 20) MB at the most in the whole run")
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
