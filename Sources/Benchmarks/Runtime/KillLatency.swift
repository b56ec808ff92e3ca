internal import Glibc
internal import LuaRuntime

/// From the end of the time that a script has to its return. The default limits stand, but for the time.
///
/// The worst of each group is what the promise is about. On a busy machine wall time is the machine's: where it may, the process
/// asks for precedence meanwhile.
struct KillLatency: Benchmark {
  let name = "runtime-kill"

  func run(on stage: Stage, into report: Report) throws {
    if setpriority(Int32(PRIO_PROCESS.rawValue), 0, -20) != 0 { report.note("\(name): without precedence over other programs") }
    defer { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 0) }
    try measure("within 5 ms", HostileScripts.bounded, rounds: 7, promise: 5, report)
    for (title, group) in HostileScripts.outside {
      try measure(title, group, rounds: 15, promise: 100, report)
    }
    try measureCompilation(report)
  }

  private func measure(
    _ title: String, _ scripts: [(String, String)], rounds: Int, promise: Double, _ report: Report
  ) throws {
    var worst: [(milliseconds: Double, median: Double, name: String)] = []
    for (name, source) in scripts {
      var taken: [Double] = []
      for round in 0..<rounds {
        // Each round ends at another point of what the script does.
        let limit = 0.150 + Double(round) * 0.0137
        let engine = try Engine(limits: .init(time: .milliseconds(limit * 1e3)))
        let environment = try engine.makeEnvironment()
        let function = try engine.load(source, name: "kill", into: environment)
        var code: LuaError.Code?
        let seconds = Clock.wall.seconds {
          do { try engine.call(function) } catch { code = (error as? LuaError)?.code }
        }
        guard code == .timeLimit else { throw BenchError("\(name): not stopped by the time, but \(String(describing: code))") }
        taken.append((seconds - limit) * 1e3)
      }
      worst.append((taken.max() ?? 0, median(taken), name))
    }
    worst.sort { $0.milliseconds > $1.milliseconds }
    for (milliseconds, median, script) in worst.prefix(3) {
      report.note("\(name), \(title): \(script), worst \(rounded(milliseconds)) ms, median \(rounded(median)) ms of \(rounds)")
    }
    report.figure(
      "\(name), \(title), worst of \(scripts.count)", ours: worst.first?.milliseconds ?? 0, unit: "ms", against: "promise", promise,
      target: .oursAtMost(promise, "ms"))
  }

  private func measureCompilation(_ report: Report) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    let worst = HostileScripts.sources.map { source in
      median((0..<9).map { _ in Clock.wall.seconds { _ = try? engine.load(source, name: "kill", into: environment) } }) * 1e3
    }.max() ?? 0
    report.figure(
      "\(name), compiling 64 KB, worst of \(HostileScripts.sources.count)", ours: worst, unit: "ms", against: "promise", 100,
      target: .oursAtMost(100, "ms"))
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
