internal import Foundation

/// `make bench`: ratios to a peer measured in the same run, the two taking turns, the median of each.
///
/// A ratio carries over to another machine, seconds do not. `BENCH_ROWS` scales the data (default 1,000,000 complaints),
/// `BENCH_ONLY` runs the benchmarks whose name contains it, `BENCH_PEERS=1` fetches DuckDB and polars for the query,
/// `BENCH_PROVINCE=1` scores a province too, and `BENCH_JSON` names a file for `{"name": {"ratio": 1.2, "unit": "…"}}`.
@main
struct XizeBench {
  static let all: [any Benchmark] = [
    HostCalls(), HandleFields(), RowSteps(), ResultConversion(), EngineCreation(), LupaPeer(), KillLatency(),
    CPUBoundFive(), BoundedFunctions(), FieldRead(), IterateAndSum(), ScriptSpeed(), TopTen(), SnapshotLoad(), ImportRate(), CommandStart(), CityEvaluation(),
    PreviewTime(), MonthlyRun(),
  ]

  static func main() {
    do {
      let stage = try Stage(Settings(environment: ProcessInfo.processInfo.environment))
      defer { stage.remove() }
      try run(on: stage)
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }

  private static func run(on stage: Stage) throws {
    let settings = stage.settings
    let report = Report()
    let start = Clock.wall.seconds
    report.heading("\(settings.rows) complaints, \(ProcessInfo.processInfo.activeProcessorCount) cores; medians; processor time, but wall time for import, start and cpu-bound")
    for benchmark in all where settings.only.map({ benchmark.name.contains($0) }) ?? true {
      try benchmark.run(on: stage, into: report)
    }
    report.note("\(Int(Clock.wall.seconds - start)) s in all; a ratio is ours to the peer's")
    if let path = settings.json { try report.json.write(toFile: path, atomically: true, encoding: .utf8) }
  }
}
