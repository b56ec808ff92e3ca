import LuaRuntime
import Testing

@Suite struct CodableTests {
  struct Complaint: Codable, Equatable {
    var id: Int
    var text: String
    var points: [Double]
    var tags: [String: Int]
    var closed: Bool?
    var inner: Inner?
    struct Inner: Codable, Equatable { var level: UInt8 }
  }

  @Test func `a value goes to a script and comes back`() throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    let complaint = Complaint(id: .max, text: "物业", points: [1.5, -0.0, .infinity], tags: ["b": 2, "a": 1], inner: .init(level: 3))
    let echo = try engine.load("local c = ... c.id = c.id - 1 c.tags.c = 3 return c", name: "echo", into: environment)
    let back = try engine.call(echo, [LuaValue(encoding: complaint)])
    var expected = complaint
    expected.id = .max - 1
    expected.tags["c"] = 3
    #expect(try back.first?.decode(Complaint.self) == expected)
  }

  @Test(arguments: [
    ("{ id = 1.5 }", "`id` must be a whole number, found a number"),
    ("{ id = 'x' }", "`id` must be a whole number, found a string"),
    ("{ id = 1 }", "`text` is missing"),
    ("{ id = 1, text = '\\xff' }", "`text` must be a string in UTF-8, found a string"),
    ("{ id = 1, text = 't', points = { 1, 'x' } }", "`points.[2]` must be a number, found a string"),
    ("{ id = 1, text = 't', points = { a = 1 } }", "`points` must be a sequence without other keys, found a table"),
    ("{ id = 1, text = 't', points = {}, tags = {}, inner = { level = 256 } }",
      "`inner.level` is 256, out of the range of 0…255"),
    ("5", "`the value` must be a table, found a number"),
  ])
  func `what does not fit is said with its place`(_ source: String, _ message: String) throws {
    let engine = try Engine()
    let value = try engine.run("return " + source, name: "v", in: engine.makeEnvironment()).first
    let error = #expect(throws: LuaError.self) { try value?.decode(Complaint.self) }
    #expect(error?.message == message)
  }

  /// Found by the fuzzer: the largest integer as a key of a table trapped where its place was to be named.
  @Test(arguments: [Int64.max, .min, 0, -1, 7])
  func `an integer key is named as it is`(_ key: Int64) throws {
    let value = LuaValue.table(LuaTable(keyed: [.init(key: .integer(key), value: "x")]))
    let error = #expect(throws: LuaError.self) { try value.decode([Int: Int].self) }
    #expect(error?.message == "`[\(key)]` must be a whole number, found a string")
    let inner = #expect(throws: LuaError.self) { try LuaValue.table([.table([2]), .table([2, "x"])]).decode([[Int]].self) }
    #expect(inner?.message == "`[2].[2]` must be a whole number, found a string")
  }

  @Test func `numbers at the edges`() throws {
    #expect(try LuaValue(encoding: [Int64.min, Int64.max]) == .table([.integer(.min), .integer(.max)]))
    #expect(throws: LuaError.self) { try LuaValue(encoding: [UInt64.max]) }
    #expect(try LuaValue.number(0x1p53).decode(Int.self) == 9_007_199_254_740_992)
    #expect(throws: LuaError.self) { try LuaValue.number(0x1p63).decode(Int.self) }
    #expect(throws: LuaError.self) { try LuaValue.number(.nan).decode(Int.self) }
    #expect(try LuaValue.integer(-1).decode(Double.self) == -1)
  }

  @Test(arguments: [
    "local t = {} t.t = t return t", "local t = {} for i = 1, 100 do t = {t} end return t",
    "return {[{}] = 1}", "return {[print] = 1}",
    "local t = {} for i = 1, 1100000 do t[i] = i end return t",
  ])
  func `tables that cannot be carried are refused, not followed`(_ source: String) throws {
    let engine = try Engine()
    let error = #expect(throws: LuaError.self) {
      try engine.run(source, name: "v", in: engine.makeEnvironment())
    }
    #expect(error?.code == .conversion)
    #expect(engine.stackDepth == 0)
  }

  @Test func `sparse tables keep what they have`() throws {
    let engine = try Engine()
    let table = try engine.run("return {[1] = 'a', [2] = 'b', [10] = 'c', [-1] = 'd', x = 'e', [1.5] = 'f'}", name: "v",
      in: engine.makeEnvironment()).first?.table
    #expect(table?.array == ["a", "b"])
    #expect(table?.keyed.map(\.key) == [.integer(-1), .number(1.5), .integer(10), .string("x")])
  }
}
