/// September's jobs of all twelve counties from a cold command with two workers, at two sizes of one city: ten times the
/// complaints may take ten times as long.
struct MonthlyRun: Benchmark {
  let name = "monthly-run"

  /// Every monthly job that the shipped scripts declare.
  private static let jobs = ["monthly-lists", "early-warning", "逾期未整改"]

  func run(on stage: Stage, into report: Report) throws {
    stage.releaseSnapshot()
    let xize = try Spawn.sibling("xize")
    let runs = try [stage.settings.rows / 10, stage.settings.rows].map { size in
      let register = try stage.register(size)
      let command =
        [xize, "job", "run"] + MonthlyRun.jobs
        + ["--period", "2026-09", "--dry-run", "--workers", "2", "--register", register, "--scripts", "scripts"]
      return { try Spawn.run(command, quiet: true) }
    }
    let times = try turns(3, warmed: false, runs)
    // The target is one for a million rows.
    let target = stage.settings.rows == 1_000_000 ? Report.Target.oursAtMost(5, "s") : .none
    report.figure(
      name, ours: times[1], unit: "s", against: "a tenth of it", times[0], target: target)
  }
}
