internal import Bureau
internal import CityModel
internal import DistrictRules

/// September's lists of all twelve counties, at two sizes of one city: ten times the complaints may take ten times as long.
struct MonthlyRun: Benchmark {
  let name = "monthly-run"

  func run(on stage: Stage, into report: Report) throws {
    stage.releaseSnapshot()
    guard let period = Period("2026-09") else { return }
    let sizes = [stage.settings.rows / 10, stage.settings.rows]
    var runs: [() throws -> Void] = []
    for size in sizes {
      let office = try Office(register: try stage.register(size), scripts: "scripts")
      runs.append { _ = try office.runJobs(["monthly-lists"], period: period, counties: Divisions.changzhi.counties) }
    }
    let times = try turns(3, warmed: false, by: .processor, runs)
    // The target is one for a million rows.
    let target = stage.settings.rows == 1_000_000 ? Report.Target.oursAtMost(5, "s") : .none
    report.figure(
      name, ours: times[1], unit: "s", against: "a tenth of it", times[0], target: target)
  }
}
