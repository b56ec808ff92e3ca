internal import Bureau
internal import CityModel
internal import DistrictRules

/// What one condition adjustment would change, after the county's rows are loaded: 潞州区, which has two complaints in five.
struct PreviewTime: Benchmark {
  let name = "preview"

  func run(on stage: Stage, into report: Report) throws {
    stage.releaseSnapshot()
    guard let period = Period("2026-09") else { return }
    let office = try Office(register: try stage.register(stage.settings.rows), scripts: "scripts")
    let scripts = [try ScriptFolder.read("scripts/140403-luzhou/lift-entrapment.lua")]
    let request = PreviewRequest(scripts: scripts, period: period)
    var rows: PreviewRows?
    let load = try Clock.processor.seconds { rows = try office.previewRows(request) }
    let times = try turns(7, by: .processor, [{ _ = try office.preview(request, rows: rows) }])
    report.figure(
      name, ours: times[0] * 1e3, unit: "ms", against: "the load", load * 1e3,
      target: stage.settings.rows == 1_000_000 ? .oursAtMost(300, "ms") : .none)
  }
}
