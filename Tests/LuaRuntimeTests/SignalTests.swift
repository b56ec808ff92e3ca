import Dispatch
import Foundation
import LuaRuntime
import Synchronization
import Testing

/// What an embedding program does with signals, timers and threads goes on undisturbed while scripts run and are stopped.
@Suite(.serialized) struct SignalTests {
  /// The signal goes to the thread that runs the script, and to no other: a wait elsewhere is not cut short.
  @Test func `other threads are not interrupted`() throws {
    let stop = Atomic(false)
    let interrupted = Atomic(0)
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while !stop.load(ordering: .acquiring) {
        var wait = timespec(tv_sec: 0, tv_nsec: 5_000_000)
        if nanosleep(&wait, nil) != 0 { interrupted.add(1, ordering: .relaxed) }
      }
      ended.signal()
    }
    let engine = try Engine(limits: .init(time: .milliseconds(10)))
    let environment = try engine.makeEnvironment()
    for _ in 0..<20 { _ = try? engine.run("while true do end", name: "s", in: environment) }
    stop.store(true, ordering: .releasing)
    ended.wait()
    #expect(interrupted.load(ordering: .relaxed) == 0)
  }

  /// Engines on many threads at a time: each is stopped by its own clock, and computes what it computes alone.
  @Test func `many threads, each with its own clock`() throws {
    let faults = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      do {
        let engine = try Engine(limits: .init(time: .milliseconds(30)))
        let environment = try engine.makeEnvironment()
        for round in 0..<5 {
          let code: LuaError.Code?
          do {
            try engine.run("while true do end", name: "s", in: environment)
            code = nil
          } catch { code = (error as? LuaError)?.code }
          let value = try engine.run("return \(index) * 100 + \(round)", name: "s", in: environment)
          if code != .timeLimit || value != [.integer(Int64(index * 100 + round))] { faults.add(1, ordering: .relaxed) }
        }
      } catch { faults.add(1, ordering: .relaxed) }
    }
    #expect(faults.load(ordering: .relaxed) == 0)
  }

  // MARK: In processes of their own: what is done with a signal holds for the whole process, and other tests run beside this one

  private static let probe = ProcessInfo.processInfo.environment["XIZE_SIGNAL_PROBE"]
  private static let kept = Atomic(0)

  @Test(.enabled(if: probe == "timer", "runs in the process that the last test starts"), arguments: [Engine.KillSwitch.signal, .polling(instructions: 1000)])
  func `probe timer: the program's own timer and handler work through runs and stops`(_ killSwitch: Engine.KillSwitch) throws {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in SignalTests.kept.add(1, ordering: .relaxed) }
    sigaction(SIGALRM, &action, nil)
    var interval = itimerval(it_interval: timeval(tv_sec: 0, tv_usec: 1000), it_value: timeval(tv_sec: 0, tv_usec: 1000))
    setitimer(Int32(ITIMER_REAL.rawValue), &interval, nil)
    let before = Self.kept.load(ordering: .relaxed)
    let engine = try Engine(limits: .init(time: .milliseconds(50)), killSwitch: killSwitch)
    let environment = try engine.makeEnvironment()
    for _ in 0..<5 {
      let error = #expect(throws: LuaError.self) {
        try engine.run("while true do pcall(function() while true do end end) end", name: "s", in: environment)
      }
      #expect(error?.code == .timeLimit)
      #expect(try engine.run("local n = 0 for i = 1, 10000 do n = n + i end return n", name: "s", in: environment) == [50_005_000])
    }
    #expect(Self.kept.load(ordering: .relaxed) - before > 5)
    var now = sigaction()
    sigaction(SIGALRM, nil, &now)
    #expect(now.__sigaction_handler.sa_handler != nil)
    print("probe: held")  // the handler stays: a last signal may still be on its way
  }

  @Test(.enabled(if: probe == "handlers", "runs in the process that the last test starts"))
  func `probe handlers: handlers that were there first keep their signals`() throws {
    let most: Int32 = 64  // SIGRTMAX is a macro that Swift does not import
    var timers: [timer_t?] = []
    for number in [most - 2, most - 3] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in SignalTests.kept.add(1, ordering: .relaxed) }
      sigaction(number, &action, nil)
      var event = sigevent()
      event.sigev_notify = Int32(SIGEV_SIGNAL)
      event.sigev_signo = number
      var timer: timer_t?
      timer_create(CLOCK_MONOTONIC, &event, &timer)
      var spec = itimerspec(it_interval: timespec(tv_sec: 0, tv_nsec: 2_000_000), it_value: timespec(tv_sec: 0, tv_nsec: 2_000_000))
      if let timer { timer_settime(timer, 0, &spec, nil) }
      timers.append(timer)
    }
    let engine = try Engine(limits: .init(time: .milliseconds(100)))
    let error = #expect(throws: LuaError.self) { try engine.run("while true do end", name: "s", in: engine.makeEnvironment()) }
    for case let timer? in timers { timer_delete(timer) }
    #expect(error?.code == .timeLimit)
    #expect(Self.kept.load(ordering: .relaxed) > 3)
    var taken: [Int32] = []
    for number in (most - 10)...most {
      var action = sigaction()
      sigaction(number, nil, &action)
      if action.sa_flags & SA_SIGINFO != 0 { taken.append(number) }
    }
    #expect(taken == [most - 4])
    print("probe: held")
  }

  @Test(.enabled(if: probe == nil), .disabled(if: sanitized, "ThreadSanitizer: engines poll, signals are held back"), arguments: ["timer", "handlers"])
  func `the program's own signals go on undisturbed`(_ probe: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", "probe \(probe)"]
    process.environment = ProcessInfo.processInfo.environment.merging(["XIZE_SIGNAL_PROBE": probe]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.contains("probe: held") && process.terminationStatus == 0, "\(text.suffix(2000))")
  }
}

/// Built with ThreadSanitizer: its library is in the process.
let sanitized = dlsym(nil, "__tsan_init") != nil
