import Adversaries
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
      let impatient = Impatient { canceller.cancel() }
      let error = #expect(throws: LuaError.self) { try engine.run(source, name: "s", in: environment) }
      impatient.wait()
      #expect(error?.code == .cancelled)
      #expect(try engine.run("return 1", name: "s", in: environment) == [1])
    }
  }

  /// As the documentation says: a program's own handler of Ctrl-C may do it.
  @Test(.disabled(if: sanitized, "ThreadSanitizer holds signals back, so that the handler would run after the run"))
  func `cancelling from a signal handler stops the run`() throws {
    let engine = try Engine(limits: .init(time: .seconds(10)))
    let environment = try engine.makeEnvironment()
    interrupted.store(Unmanaged.passRetained(engine.canceller).toOpaque())
    var before = sigaction()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in interrupted.cancel() }
    sigaction(SIGWINCH, &action, &before)
    defer { sigaction(SIGWINCH, &before, nil) }
    // Threads of a pool hold signals back.
    var unblocked = sigset_t()
    var mask = sigset_t()
    sigemptyset(&unblocked)
    sigaddset(&unblocked, SIGWINCH)
    pthread_sigmask(SIG_UNBLOCK, &unblocked, &mask)
    defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
    let target = pthread_self()
    for source in ["while true do end", "while true do pcall(error) end"] {
      // The signal goes to the very thread that runs the script, so the handler runs in the middle of it.
      let impatient = Impatient { pthread_kill(target, SIGWINCH) }
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

  /// AddressSanitizer keeps local variables apart from the stack: how much of it is left cannot be told by their addresses.
  /// ThreadSanitizer makes frames larger.
  private static let isSanitized = sanitized || dlsym(nil, "__asan_init") != nil

  /// The second is just above what a run needs, so that it stays on its caller's thread.
  private static let stacks = [256 << 10, (1 << 20) + (isSanitized ? 1 << 20 : 128 << 10)]

  @Test(arguments: stacks)
  func `a caller with a small stack is served on a thread with a large one, one with enough on its own`(_ stackSize: Int) throws {
    let failures = onThread(stackSize: stackSize) { failures in
      let engine = try Engine(limits: .init(time: .milliseconds(200)))
      let caller = pthread_self()
      let here = try engine.function("here") { call in try call.return(pthread_equal(caller, pthread_self()) != 0) }
      let environment = try engine.makeEnvironment(globals: ["here": here])
      for attack in Attack.parser + Attack.memory.filter({ $0.name.contains("recursion") }) {
        _ = try? engine.run(attack.source, name: "a", in: environment)
      }
      let value = try engine.run("return here()", name: "s", in: environment)
      if !Self.isSanitized, value != [.boolean(stackSize > 1 << 20)] { failures.add("wrong thread: \(value)") }
    }
    #expect(failures.isEmpty)
  }

  /// Each level is a frame of Swift, one of C and one of Lua; in a debug build they are largest.
  @Test(arguments: stacks)
  func `recursion through Swift ends in an error, not beyond the stack`(_ stackSize: Int) throws {
    let failures = onThread(stackSize: stackSize) { failures in
      let engine = try Engine(limits: .init(time: .seconds(30)))
      var deepest = 0
      let again = try engine.function("again") { call in
        deepest = max(deepest, Int(try call.integer(2)))
        for value in try call.engine.call(call.function(1), [.integer(call.integer(2))]) { try call.return(value) }
      }
      let row = try engine.registerQuantity("row", properties: [("twice", { .integer($0 * 2) })]) { "\($0)" }
      let environment = try engine.makeEnvironment(globals: ["again": again, "q": engine.quantity(row, 1)])
      for source in [
        "local function f(n) return again(f, n + 1) end f(0)",
        "local function f(n) return again(f, n + 1) end local ok, e = pcall(f, 0) error(e, 0)",
        "local function f(n) local ok, e = pcall(again, f, n + 1) if not ok then error(e, 0) end end f(0)",
        "local function f(n) tostring(q) return ('x'):gsub('x', function() return again(f, n + 1) end) end f(0)",
        "local function f(n) table.sort({1, 2}, function() return again(f, n + 1) end) return q.twice end f(0)",
      ] {
        deepest = 0
        do {
          try engine.run(source, name: "r", in: environment)
          failures.add("no error: \(source)")
        } catch let error as LuaError {
          if !error.message.contains("stack overflow") { failures.add("\(error)") }
        }
        if deepest < 20 { failures.add("only \(deepest) levels: \(source)") }
        if try engine.run("return 1", name: "s", in: environment) != [1] { failures.add("wrong value") }
      }
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  private func onThread(stackSize: Int, _ body: @escaping @Sendable (Failures) throws -> Void) -> [String] {
    let done = DispatchSemaphore(value: 0)
    let failures = Failures()
    let thread = Thread {
      defer { done.signal() }
      do { try body(failures) } catch { failures.add("\(error)") }
    }
    thread.stackSize = stackSize
    thread.start()
    done.wait()
    return failures.all
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

/// What the handler of a signal cancels. A handler captures nothing, so it is global.
private let interrupted = Interrupted()

private final class Interrupted: Sendable {
  private let canceller = Atomic<UInt>(0)
  func store(_ pointer: UnsafeMutableRawPointer) { canceller.store(UInt(bitPattern: pointer), ordering: .releasing) }
  func cancel() {
    guard let pointer = UnsafeRawPointer(bitPattern: canceller.load(ordering: .acquiring)) else { return }
    Unmanaged<Canceller>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.cancel() }
  }
}

/// Does it every few milliseconds until it is told that the run is over.
private final class Impatient: Sendable {
  private let over = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ cancel: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { [self] in
      repeat {
        usleep(20_000)
        cancel()
      } while !over.load(ordering: .acquiring)
      ended.signal()
    }
  }

  func wait() {
    over.store(true, ordering: .releasing)
    ended.wait()
  }
}
