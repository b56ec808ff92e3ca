import LuaRuntime
import Testing

/// Whatever a script raises reaches Swift as one `LuaError`: message, file, line, the script's own frames, nothing of the host's.
@Suite struct ErrorShapeTests {
  struct Raised: CustomTestStringConvertible, Sendable {
    let name: String
    let source: String
    let message: String
    var code: LuaError.Code = .runtime
    var scriptCode: String?
    var testDescription: String { name }
  }

  static let all: [Raised] = [
    .init(name: "a string", source: "error('gone')", message: "gone"),
    .init(name: "an empty string", source: "error('')", message: ""),
    .init(name: "a string without a place", source: "error('gone', 0)", message: "gone"),
    .init(name: "a string that looks like a place", source: "error('other:7: gone', 0)", message: "other:7: gone"),
    .init(name: "a string with format characters", source: "error('%s%d%n%p')", message: "%s%d%n%p"),
    .init(name: "bytes that are no UTF-8", source: "error('\\xff')", message: "\u{FFFD}"),
    .init(name: "a number", source: "error(42)", message: "(the error value is a number)"),
    .init(name: "nil", source: "error(nil)", message: "(the error value is nil)"),
    .init(name: "nothing", source: "error()", message: "(the error value is nil)"),
    .init(name: "false", source: "error(false)", message: "(the error value is a boolean)"),
    .init(name: "a function", source: "error(print)", message: "(the error value is a function)"),
    .init(name: "a handle", source: "error(row)", message: "(the error value is a complaint)"),
    .init(name: "an amount", source: "error(money)", message: "(the error value is a money)"),
    .init(name: "a table", source: "error({})", message: "(the error value is a table)"),
    .init(name: "a table with a code and a message", source: "error({code = 'C-1', message = 'gone'})", message: "gone", scriptCode: "C-1"),
    .init(name: "a table whose code and message are no strings", source: "error({code = {}, message = 5})",
      message: "(the error value is a table)"),
    .init(name: "a table whose code is too long", source: "error({code = ('c'):rep(1000), message = 'gone'})", message: "gone"),
    .init(name: "a cyclic table", source: "local t = {} t.t, t[t], t.message = t, t, 'round' error(t)", message: "round"),
    .init(name: "a huge table", source: "local t = {} for i = 1, 200000 do t[i] = i end error(t)", message: "(the error value is a table)"),
    .init(name: "a deep table", source: "local t = {} for i = 1, 100000 do t = {t} end error(t)", message: "(the error value is a table)"),
    .init(name: "what the interpreter raises", source: "local x = nil + 1", message: "attempt to perform arithmetic on a nil value"),
    .init(name: "what a library function raises", source: "('x'):rep({})",
      message: "bad argument #1 to 'rep' (number expected, got table)"),
    .init(name: "what a host function throws", source: "fail('%s is 5 %')", message: "%s is 5 %", code: .host),
    .init(name: "what a host function throws, raised again", source: "local ok, e = pcall(fail, 'own') error(e, 0)", message: "own", code: .host),
    .init(name: "a wrong argument", source: "fail({})", message: "argument 1 of `fail` must be a string, found a table", code: .argument),
    .init(name: "what a handler makes of it", source: "local _, e = xpcall(error, function(m) return m .. '!' end, 'x', 0) error(e, 0)",
      message: "x!"),
    .init(name: "through a comparator", source: "table.sort({3, 2, 1}, function() error('deep') end)", message: "deep"),
    .init(name: "through a replacement", source: "('a'):gsub('a', function() error('deep') end)", message: "deep"),
    .init(name: "through a host function", source: "back(function() error('deep') end)", message: "deep"),
  ]

  struct Broken: Error, CustomStringConvertible { let description: String }

  private func makeEngine() throws -> (Engine, Environment) {
    let engine = try Engine(limits: .init(time: .seconds(60)))
    let money = try engine.registerQuantity("money") { "\($0)" }
    let record = try engine.registerRecord("complaint", rows: 1)
    return (engine, try engine.makeEnvironment(globals: [
      "row": engine.row(record, 0), "money": engine.quantity(money, 5),
      "fail": engine.function("fail") { call in throw Broken(description: try call.string(1)) },
      "back": engine.function("back") { call in try call.engine.call(call.function(1)) },
    ]))
  }

  @Test(arguments: all, [false, true])
  func `one typed error, with its place and no host noise`(_ raised: Raised, _ inFunction: Bool) throws {
    let (engine, environment) = try makeEngine()
    let source = inFunction ? "local function inner()\n\(raised.source)\nend\nlocal x = inner() return x" : "\n\(raised.source)"
    let error = try #require(throws: LuaError.self) { try engine.run(source, name: "rule.lua", in: environment) }
    #expect(error.code == raised.code)
    #expect(error.message == raised.message)
    #expect(error.scriptCode == raised.scriptCode)
    #expect(error.chunk == "rule.lua")
    #expect(error.line == 2)
    #expect(error.traceback.first?.line == 2)
    #expect(error.traceback.allSatisfy { $0.chunk == "rule.lua" && $0.line >= 1 })
    #expect(error.traceback.count >= (inFunction ? 2 : 1))
    for noise in ["[C]", "0x", "LuaRuntime", "xl_", "stack traceback"] { #expect(!error.description.contains(noise)) }
    #expect(engine.stackDepth == 0)
    #expect(try engine.run("return 1", name: "after", in: environment) == [1])
  }

  /// Swift's errors are values that `pcall` gives the script: a string with the script's file and line.
  @Test(arguments: ["own words", "", "字" + String(repeating: "长", count: 5000), "100 %s %n", "\0"])
  func `a Swift error is a string for pcall and itself for Swift`(_ text: String) throws {
    let engine = try Engine()
    let fail = try engine.function("fail") { _ in throw Broken(description: text) }
    let environment = try engine.makeEnvironment(globals: ["fail": fail])
    let caught = try engine.run("local ok, e = pcall(fail) return ok, e", name: "s", in: environment)
    #expect(caught.first == false)
    let message = try #require(caught.last?.string, "not even text")
    #expect(text.isEmpty ? message.contains("without a text") : message.contains(text.prefix(500)))
    let error = try #require(throws: LuaError.self) { try engine.run("\n\nfail()", name: "s", in: environment) }
    #expect(error.code == .host)
    #expect((error.underlying as? Broken)?.description == text)
    #expect(error.line == 3)
  }

  /// A host error that was caught is not blamed for what comes after it.
  @Test(arguments: ["", "gone"])
  func `a caught host error is over`(_ text: String) throws {
    let engine = try Engine()
    let fail = try engine.function("fail") { _ in throw Broken(description: text) }
    let environment = try engine.makeEnvironment(globals: ["fail": fail])
    let error = try #require(throws: LuaError.self) {
      try engine.run("pcall(fail) error('something else')", name: "s", in: environment)
    }
    #expect(error.code == .runtime)
    #expect(error.underlying == nil)
    #expect(error.message == "something else")
  }

  @Test func `a traceback has the names that the script gave`() throws {
    let (engine, environment) = try makeEngine()
    let error = try #require(throws: LuaError.self) {
      try engine.run(
        "local function inner() error('x') end\nlocal function outer() inner() end\nback(function() outer() end)", name: "s",
        in: environment)
    }
    #expect(error.traceback.map(\.line) == [1, 2, 3, 3])
    #expect(error.traceback.first?.function == "inner")
  }
}
