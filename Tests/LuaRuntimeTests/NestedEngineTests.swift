import Dispatch
import Foundation
import LuaRuntime
import Testing

/// An engine that runs in another one's host function ends when the outer run does, whichever switches the two have.
@Suite struct NestedEngineTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    let outer: Engine.KillSwitch, inner: Engine.KillSwitch
    let cancelled: Bool
    var testDescription: String { "outer \(outer), inner \(inner), \(cancelled ? "cancelled" : "out of time")" }
  }

  static let all = [false, true].flatMap { cancelled in
    [Engine.KillSwitch.signal, .polling(instructions: 1000)].flatMap { outer in
      [Engine.KillSwitch.signal, .polling(instructions: 1000)].map { Pair(outer: outer, inner: $0, cancelled: cancelled) }
    }
  }

  private static func check(_ pair: Pair) throws -> LuaError? {
    let outer = try Engine(limits: .init(time: pair.cancelled ? nil : .milliseconds(60)), killSwitch: pair.outer)
    let inner = try Engine(limits: .init(time: nil), killSwitch: pair.inner)
    let innerEnvironment = try inner.makeEnvironment()
    let run = try outer.function("run") { _ in
      // Little of this thread's stack is left: the inner run goes to a thread of its own.
      try inner.run("while true do pcall(function() while true do end end) end", name: "inner", in: innerEnvironment)
    }
    let environment = try outer.makeEnvironment(globals: ["run": run])
    let canceller = outer.canceller
    let over = DispatchSemaphore(value: 0), ended = DispatchSemaphore(value: 0)
    if pair.cancelled {
      Thread.detachNewThread {
        repeat { canceller.cancel() } while over.wait(timeout: .now() + .milliseconds(30)) == .timedOut
        ended.signal()
      }
    }
    defer {
      if pair.cancelled {
        over.signal()
        ended.wait()
      }
    }
    var failure: LuaError?
    do { try outer.run("pcall(run)", name: "outer", in: environment) } catch { failure = error }
    guard try inner.run("return 1", name: "s", in: innerEnvironment) == [1] else { return nil }
    return failure
  }

  @Test(arguments: all)
  func `the inner run ends with the outer one`(_ pair: Pair) throws {
    #expect(try Self.check(pair)?.code == (pair.cancelled ? .cancelled : .timeLimit))
  }

  /// 1.1 MB: enough for the outer run, too little for the inner one.
  @Test(arguments: all)
  func `also when it went to a thread of its own`(_ pair: Pair) throws {
    let done = DispatchSemaphore(value: 0)
    let result = Result()
    let thread = Thread {
      result.code = try? Self.check(pair)?.code
      done.signal()
    }
    thread.stackSize = (1 << 20) + (96 << 10)
    thread.start()
    done.wait()
    #expect(result.code == (pair.cancelled ? .cancelled : .timeLimit))
  }

  private final class Result: @unchecked Sendable {  // one thread writes, the other reads after it has ended
    var code: LuaError.Code?
  }
}
