import LuaRuntime
import Testing

/// Rows of a kind are counted when the first handle of one is made, whoever makes it.
@Suite struct CountingTests {
  struct Unreadable: Error, CustomStringConvertible { let description = "the register cannot be read" }

  final class Counter {
    var times = 0
    var fails = false
    func count() throws -> Int {
      times += 1
      if fails { throw Unreadable() }
      return 3
    }
  }

  /// Estates that refer to enterprises.
  private func world(_ counter: Counter) throws -> (engine: Engine, environment: Environment, enterprise: RecordKind) {
    let engine = try Engine()
    let names = Column<UInt32>([0, 1, 0]), owners = Column<UInt32>([2, 0, 1])
    let texts = TextDictionary(["Lu'an", "Zhuozhang"])
    let enterprise = try engine.registerRecord(
      "enterprise", counting: counter.count, fields: [Field("name") { .text(names.pointer, texts, owner: names) }])
    let estate = try engine.registerRecord(
      "estate", rows: 3, fields: [Field("enterprise") { .reference(owners.pointer, to: enterprise, owner: owners) }])
    let environment = try engine.makeEnvironment(globals: [
      "estate": engine.row(estate, 0),
      "first": engine.function("first") { call in try call.return(enterprise, row: 0) },
      "each": engine.function("each") { call in try call.returnRows(enterprise, .list([0, 1, 2])) },
    ])
    return (engine, environment, enterprise)
  }

  @Test func `nobody counts what nobody looks at`() throws {
    let counter = Counter()
    let (engine, environment, _) = try world(counter)
    #expect(try engine.run("return 1, tostring(estate)", name: "s", in: environment) == [1, "estate 1"])
    #expect(counter.times == 0)
  }

  static let ways = [
    ("return first().name", "Lu'an"), ("return estate.enterprise.name", "Lu'an"),
    ("local n for e in each() do n = e.name if n == 'Zhuozhang' then return n end end", "Zhuozhang"),
  ]

  @Test(arguments: ways) func `the first handle has the rows counted, once`(_ line: String, _ name: String) throws {
    let counter = Counter()
    let (engine, environment, enterprise) = try world(counter)
    for _ in 1...2 { #expect(try engine.run(line, name: "s", in: environment) == [.string(name)]) }
    #expect(counter.times == 1)
    // Beyond the last row there is none.
    try engine.setGlobal("far", to: engine.row(enterprise, 3), in: environment)
    let error = #expect(throws: LuaError.self) { try engine.run("return far.name", name: "s", in: environment) }
    #expect(error?.message == "there is no such enterprise")
  }

  @Test(arguments: ways) func `what counting throws is told to who needed the handle`(_ line: String, _ name: String) throws {
    let counter = Counter()
    counter.fails = true
    let (engine, environment, enterprise) = try world(counter)
    let error = try #require(throws: LuaError.self) { try engine.run(line, name: "s", in: environment) }
    #expect(error.message == "the register cannot be read" && error.underlying is Unreadable)
    #expect(throws: LuaError.self) { try engine.row(enterprise, 0) }
    // Nothing is remembered of a failure.
    counter.fails = false
    #expect(try engine.run(line, name: "s", in: environment) == [.string(name)])
  }

  @Test func `rows of another snapshot need no counting`() throws {
    let counter = Counter()
    let (engine, environment, enterprise) = try world(counter)
    try engine.replaceRows(of: enterprise, rows: 1, epoch: 0)
    #expect(try engine.run("return first().name", name: "s", in: environment) == ["Lu'an"])
    #expect(counter.times == 0)
  }
}
