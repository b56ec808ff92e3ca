import Dispatch
import Foundation
import LuaRuntime
import Synchronization
import Testing

@Suite struct StoppingTests {
  @Test(arguments: [true, false])
  func `cancelling from another thread stops the run, and only that one`(_ signal: Bool) throws {
    let engine = try Engine(limits: .init(time: nil), killSwitch: signal ? .signal : .polling(instructions: 1000))
    let environment = try engine.makeEnvironment()
    let canceller = engine.canceller
    for source in ["while true do end", "while true do pcall(error) end", "('a'):rep(30000):find(('.-'):rep(9) .. 'b')"] {
      // A thread of its own, for the tests themselves may occupy all of the pool's; and again and again, for a cancel that
      // comes before the run does nothing.
      let impatient = Impatient(canceller)
      let error = #expect(throws: LuaError.self) { try engine.run(source, name: "s", in: environment) }
      impatient.wait()
      #expect(error?.code == .cancelled)
      #expect(try engine.run("return 1", name: "s", in: environment) == [1])
    }
  }

  @Test func `a canceller may outlive its engine, and cancelling without a run does nothing`() throws {
    var engine: Engine? = try Engine()
    let canceller = try #require(engine?.canceller)
    canceller.cancel()
    #expect(try engine?.run("return 1", name: "s", in: #require(try engine?.makeEnvironment())) == [1])
    engine = nil
    canceller.cancel()
  }

  @Test func `a host function that swallows the stop does not save the script`() throws {
    let engine = try Engine(limits: .init(time: .milliseconds(50)))
    let swallow = try engine.function("swallow") { call in
      _ = try? call.engine.call(call.function(1))
      try call.return(call.engine.isStopping)
    }
    let environment = try engine.makeEnvironment(globals: ["swallow": swallow])
    let error = #expect(throws: LuaError.self) {
      try engine.run("while true do pcall(swallow, function() while true do end end) end", name: "s", in: environment)
    }
    #expect(error?.code == .timeLimit)
  }

  @Test func `a nested run shares the clock of the outer one`() throws {
    let engine = try Engine(limits: .init(time: .milliseconds(60)))
    let again = try engine.function("again") { call in try call.engine.call(call.function(1)) }
    let environment = try engine.makeEnvironment(globals: ["again": again])
    let clock = ContinuousClock()
    let taken = clock.measure {
      _ = try? engine.run(
        "local function f() local n = 0 while true do n = n + 1 if n % 1000 == 0 then again(f) end end end f()",
        name: "s", in: environment)
    }
    #expect(taken < .seconds(20))
    #expect(engine.stackDepth == 0)
  }

  @Test func `an engine inside another's host function stops with it`() throws {
    let outer = try Engine(limits: .init(time: .milliseconds(50)))
    let inner = try Engine(limits: .init(time: nil))
    let innerEnvironment = try inner.makeEnvironment()
    let run = try outer.function("run") { _ in try inner.run("while true do end", name: "inner", in: innerEnvironment) }
    let environment = try outer.makeEnvironment(globals: ["run": run])
    let error = #expect(throws: LuaError.self) { try outer.run("run()", name: "outer", in: environment) }
    #expect(error?.code == .timeLimit)
    #expect(try inner.run("return 1", name: "s", in: innerEnvironment) == [1])
  }

  @Test func `a caller with a small stack is served on a thread with a large one`() throws {
    let done = DispatchSemaphore(value: 0)
    let failures = Failures()
    let thread = Thread {
      defer { done.signal() }
      do {
        let engine = try Engine(limits: .init(time: .milliseconds(200)))
        let environment = try engine.makeEnvironment()
        for attack in Attack.parser + Attack.memory.filter({ $0.name.contains("recursion") }) {
          _ = try? engine.run(attack.source, name: "a", in: environment)
        }
        let value = try engine.run("return 1 + 1", name: "s", in: environment)
        if value != [2] { failures.add("wrong value") }
      } catch { failures.add("\(error)") }
    }
    thread.stackSize = 256 << 10
    thread.start()
    done.wait()
    #expect(failures.all.isEmpty)
  }

  @Test func `the program's own signal handlers and mask are left alone`() throws {
    var before = sigset_t()
    pthread_sigmask(SIG_SETMASK, nil, &before)
    let engine = try Engine(limits: .init(time: .milliseconds(20)))
    _ = try? engine.run("while true do end", name: "s", in: engine.makeEnvironment())
    var after = sigset_t()
    pthread_sigmask(SIG_SETMASK, nil, &after)
    for number in Int32(1)...64 { #expect(sigismember(&before, number) == sigismember(&after, number)) }
    for number in [SIGINT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM] {
      var action = sigaction()
      sigaction(number, nil, &action)
      #expect(action.__sigaction_handler.sa_handler == nil)
    }
  }

  final class Failures: @unchecked Sendable {  // one thread writes, the other reads after it has ended
    private(set) var all: [String] = []
    func add(_ text: String) { all.append(text) }
  }
}

/// Cancels every few milliseconds until it is told that the run is over.
private final class Impatient: Sendable {
  private let over = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ canceller: Canceller) {
    Thread.detachNewThread { [self] in
      repeat {
        usleep(20_000)
        canceller.cancel()
      } while !over.load(ordering: .acquiring)
      ended.signal()
    }
  }

  func wait() {
    over.store(true, ordering: .releasing)
    ended.wait()
  }
}
