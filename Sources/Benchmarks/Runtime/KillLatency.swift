internal import Adversaries
internal import Dispatch
internal import Glibc
internal import LuaRuntime
internal import Synchronization

/// From the end of the time that a script has, or from another thread's cancelling, to its return. The default limits stand, but
/// for the time. Every script of the adversaries that only its time ends is measured, beside loops of other kinds.
///
/// The worst of each group is what the promise is about. On a busy machine wall time is the machine's: where it may, the process
/// asks for precedence meanwhile.
struct KillLatency: Benchmark {
  let name = "runtime-kill"

  func run(on stage: Stage, into report: Report) throws {
    if setpriority(Int32(PRIO_PROCESS.rawValue), 0, -20) != 0 { report.note("\(name): without precedence over other programs") }
    defer { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 0) }
    let bounded = HostileScripts.bounded + HostileScripts.adversaries
    try measure("within 5 ms", bounded, rounds: 7, promise: 5, report)
    try measure("cancelled within 5 ms", bounded, rounds: 5, promise: 5, report, cancelling: true)
    for (title, group) in HostileScripts.outside {
      try measure(title, group, rounds: 15, promise: 100, report)
      try measure(title + ", cancelled", group, rounds: 7, promise: 100, report, cancelling: true)
    }
    try measureCompilation(report)
  }

  private func measure(
    _ title: String, _ scripts: [(String, String)], rounds: Int, promise: Double, _ report: Report, cancelling: Bool = false
  ) throws {
    var worst: [(milliseconds: Double, median: Double, name: String)] = []
    for (name, source) in scripts {
      var taken: [Double] = []
      for round in 0..<rounds {
        // Each round ends at another point of what the script does.
        let limit = 0.150 + Double(round) * 0.0137
        taken.append(try (cancelling ? cancelled(name, source, after: limit) : timed(name, source, limit: limit)) * 1e3)
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

  /// Seconds beyond the time.
  private func timed(_ script: String, _ source: String, limit: Double) throws -> Double {
    let engine = try Engine(limits: .init(time: .milliseconds(limit * 1e3)))
    let function = try engine.load(source, name: "kill", into: AttackWorld(engine).makeEnvironment())
    var code: LuaError.Code?
    let seconds = Clock.wall.seconds {
      do { try engine.call(function) } catch { code = (error as? LuaError)?.code }
    }
    guard code == .timeLimit else { throw BenchError("\(script): not stopped by the time, but \(String(describing: code))") }
    return seconds - limit
  }

  /// Seconds after another thread's cancelling.
  private func cancelled(_ script: String, _ source: String, after delay: Double) throws -> Double {
    let engine = try Engine(limits: .init(time: nil))
    let function = try engine.load(source, name: "kill", into: AttackWorld(engine).makeEnvironment())
    let canceller = engine.canceller
    let moment = Atomic<UInt64>(0)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      usleep(UInt32(delay * 1e6))
      moment.store(DispatchTime.now().uptimeNanoseconds, ordering: .releasing)
      canceller.cancel()
      done.signal()
    }
    var code: LuaError.Code?
    do { try engine.call(function) } catch { code = error.code }
    let end = DispatchTime.now().uptimeNanoseconds
    done.wait()
    guard code == .cancelled else { throw BenchError("\(script): not cancelled, but \(String(describing: code))") }
    return Double(end) / 1e9 - Double(moment.load(ordering: .acquiring)) / 1e9
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
