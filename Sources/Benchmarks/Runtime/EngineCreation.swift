internal import LuaRuntime

/// An engine, its libraries and an environment made and dropped, against a plain state with all libraries.
struct EngineCreation: Benchmark {
  let name = "runtime-create"

  func run(on stage: Stage, into report: Report) throws {
    let times = try turns(
      21, by: .wall,
      [
        { for _ in 0..<20 { _ = try Engine().makeEnvironment() } },
        { for _ in 0..<20 where !Engine.runPlain() { throw BenchError("no memory for a state") } },
      ]
    ).map { $0 / 20 * 1e3 }
    report.figure("\(name), sandbox", ours: times[0], unit: "ms", against: "plain C", times[1], target: .oursAtMost(1, "ms"))
  }
}
