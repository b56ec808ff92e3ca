import LuaRuntime
import Testing

@Suite struct EmbeddingTests {
  @Test func `the ten lines of the example program`() throws {
    var output = ""
    let engine = try Engine(limits: .init(memory: 16 << 20, time: .milliseconds(100)))
    engine.print = { output += $0 }
    let greet = try engine.function("greet") { call in try call.return("hello, " + call.string(1)) }
    let environment = try engine.makeEnvironment(globals: ["greet": greet, "limit": 10])
    let script = try engine.load("print(greet('district')) return limit * 2, {1, 2}", name: "demo", into: environment)
    #expect(try engine.call(script) == [20, .table([1, 2])])
    #expect(output == "hello, district\n")
    let endless = #expect(throws: LuaError.self) { try engine.run("while true do end", name: "endless", in: environment) }
    #expect(endless?.code == .timeLimit)
    let misspelt = #expect(throws: LuaError.self) { try engine.run("return limt", name: "misspelt", in: environment) }
    #expect(misspelt?.description == "misspelt:1: unknown name `limt`\nhelp: did you mean `limit`?")
  }

  @Test func `a field is read, a quantity calculated, a host error comes back as itself`() throws {
    struct Broken: Error, Equatable {}
    let engine = try Engine()
    let duration = try engine.registerQuantity("duration") { "\($0) min" }
    let moment = try engine.registerQuantity("moment", algebra: .affine(difference: duration)) { "at \($0)" }
    let opened = Column<Int64>([10, 20, .min])
    let name = Column<UInt32>([1, 0, .max])
    let names = TextDictionary(["物业", "lift"])
    let kind = try engine.registerRecord(
      "complaint", rows: 3,
      fields: [
        Field("opened") { .int64(opened.pointer, quantity: moment, owner: opened) },
        Field("name") { .text(name.pointer, names, owner: name) },
        .computed("double") { row in .integer(Int64(row) * 2) },
        Field("broken") { throw Broken() },
      ],
      methods: [HostFunction("plus") { call in try call.return(Int64(call.receiver.row) + call.integer(1)) }])
    let all = try engine.registerObject(
      "complaints", count: 1,
      methods: [HostFunction("each") { call in try call.returnRows(kind, .range(3)) }], length: { _ in 3 })
    let environment = try engine.makeEnvironment(globals: ["all": engine.object(all, 0), "c": engine.row(kind, 1)])
    func run(_ source: String) throws -> [LuaValue] { try engine.run(source, name: "t", in: environment) }
    #expect(try run("return c.name, c.double, c:plus(5), #all") == ["物业", 2, 6, 3])
    #expect(try run("local t = {} for x in all:each() do t[#t + 1] = tostring(x.opened) end return t")
      == [.table(["at 10", "at 20", "nil"])])
    #expect(try run("local t = {} for x in all:each() do t[#t + 1] = x.opened end return tostring(t[2] - t[1])")
      == ["10 min"])
    #expect(try run("return c.opened - c.opened == c.opened - c.opened, c.opened > c.opened") == [true, false])
    let error = #expect(throws: LuaError.self) { try run("return c.broken") }
    #expect(error?.underlying is Broken)
    #expect(throws: LuaError.self) { try run("return c.nmae") }
    let message = #expect(throws: LuaError.self) { try run("return c.opened < 5") }
    #expect(message?.message == "a moment cannot be compared with a number")
  }
}

/// A column that stays where it is.
final class Column<Element> {
  let pointer: UnsafePointer<Element>
  init(_ values: [Element]) {
    let storage = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (storage + index).initialize(to: value) }
    pointer = UnsafePointer(storage)
  }
  deinit { pointer.deallocate() }
}
