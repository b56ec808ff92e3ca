import Dispatch
import Foundation
import LuaRuntime
import Testing

/// A run that is stopped runs not one more line of the script, whatever the script has put up against it.
@Suite struct UncatchableTests {
  struct Catch: CustomTestStringConvertible, Sendable {
    let name: String
    /// `spin()` never ends by itself; whoever gets behind it calls `survived()`.
    let source: String
    var testDescription: String { name }
  }

  static let all: [Catch] = [
    .init(name: "pcall", source: "pcall(spin) survived()"),
    .init(name: "pcall in a loop", source: "for i = 1, 1e9 do pcall(spin) survived() end"),
    .init(name: "pcall of pcall", source: "pcall(pcall, pcall, spin) survived()"),
    .init(name: "xpcall", source: "xpcall(spin, function(m) survived() return m end) survived()"),
    .init(name: "xpcall whose handler is a function of C", source: "xpcall(spin, pcall, spin) survived()"),
    .init(name: "xpcall whose handler spins", source: "xpcall(error, function() spin() survived() end) survived()"),
    .init(name: "handlers within handlers",
      source: "xpcall(error, function() xpcall(spin, function() survived() end) survived() end) survived()"),
    .init(name: "a comparator", source: "table.sort({3, 2, 1}, function() pcall(spin) survived() return true end) survived()"),
    .init(name: "pcall around a sort", source: "pcall(table.sort, {3, 2, 1}, spin) survived()"),
    .init(name: "a replacement", source: "('abc'):gsub('.', function() pcall(spin) survived() end) survived()"),
    .init(name: "pcall around gsub", source: "pcall(string.gsub, 'abc', '.', spin) survived()"),
    .init(name: "an iterator", source: "for _ in function() pcall(spin) survived() end do survived() end survived()"),
    .init(name: "pcall around a loop", source: "pcall(function() for _ in spin do survived() end survived() end) survived()"),
    .init(name: "the body of pairs", source: "for _ in pairs({1, 2}) do pcall(spin) survived() end"),
    .init(name: "the body of gmatch", source: "for _ in ('a b'):gmatch('%a') do pcall(spin) survived() end"),
    .init(name: "the host's tostring", source: "pcall(tostring, thing) survived()"),
    .init(name: "the host's length", source: "pcall(function() return #thing end) survived()"),
    .init(name: "a host function that swallows errors", source: "swallow(spin) survived()"),
    .init(name: "pcall in a host function in pcall", source: "pcall(swallow, function() pcall(spin) survived() end) survived()"),
    .init(name: "an error object that carries the stop", source: "local ok, e = pcall(spin) survived() error(e)"),
    .init(name: "a to-be-closed variable", source: "local function f() local x <close> = nil spin() end pcall(f) survived()"),
    .init(name: "recursion until the stack ends, then spinning",
      source: "local function f() local ok = pcall(f) spin() survived() end f() survived()"),
    .init(name: "a pattern that does not end",
      source: "pcall(string.find, ('a'):rep(200000), '.-.-.-.-.-.-b') survived()"),
    .init(name: "tail calls", source: "local function f() return pcall(spin) end f() survived()"),
  ]

  enum Stop: CaseIterable, Sendable { case time, cancel, memory }

  @Test(arguments: all, [Stop.time, .cancel])
  func `not caught, with the signal`(_ attempt: Catch, _ stop: Stop) throws { try check(attempt, stop, .signal) }

  @Test(arguments: all, [Stop.time, .cancel])
  func `not caught, with polling`(_ attempt: Catch, _ stop: Stop) throws { try check(attempt, stop, .polling(instructions: 500)) }

  @Test(arguments: all)
  func `the end of memory is not caught`(_ attempt: Catch) throws {
    // (A pattern needs none.)
    if attempt.name.contains("pattern") { return }
    try check(attempt, .memory, .signal)
  }

  private func check(_ attempt: Catch, _ stop: Stop, _ killSwitch: Engine.KillSwitch) throws {
    let engine = try Engine(
      limits: .init(memory: 4 << 20, hostCredit: 1 << 20, time: stop == .time ? .milliseconds(30) : nil), killSwitch: killSwitch)
    let survivors = Counter()
    let survived = try engine.function("survived") { _ in survivors.count += 1 }
    let swallow = try engine.function("swallow") { call in _ = try? call.engine.call(call.function(1)) }
    let thing = try engine.registerObject(
      "thing", count: 1,
      length: { [unowned engine] _ in
        _ = try? engine.call(survivors.spin)
        return 1
      },
      describe: { [unowned engine] _ in
        _ = try? engine.call(survivors.spin)
        return "thing"
      })
    let environment = try engine.makeEnvironment(globals: ["survived": survived, "swallow": swallow, "thing": engine.object(thing, 0)])
    let spin = stop == .memory ? "local t = {} while true do t[#t + 1] = {} end" : "while true do end"
    survivors.spinning = try engine.load(spin, name: "spin", into: environment)
    try engine.setGlobal("spin", to: .function(survivors.spin), in: environment)
    let canceller = engine.canceller
    let over = DispatchSemaphore(value: 0), ended = DispatchSemaphore(value: 0)
    if stop == .cancel {
      Thread.detachNewThread {
        repeat { canceller.cancel() } while over.wait(timeout: .now() + .milliseconds(15)) == .timedOut
        ended.signal()
      }
    }
    let error = #expect(throws: LuaError.self) { try engine.run(attempt.source, name: "s", in: environment) }
    if stop == .cancel {
      over.signal()
      ended.wait()
    }
    #expect(error?.code == (stop == .time ? .timeLimit : stop == .cancel ? .cancelled : .memoryLimit))
    #expect(survivors.count == 0)
    #expect(engine.stackDepth == 0)
    #expect(try engine.run("return 1", name: "after", in: environment) == [1])
  }

  private final class Counter {
    var count = 0
    var spinning: LuaFunction?
    var spin: LuaFunction {
      get throws { try #require(spinning) }
    }
  }
}
