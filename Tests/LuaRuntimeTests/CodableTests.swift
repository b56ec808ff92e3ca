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

  /// Two objects that hold each other, or one that holds itself.
  final class Link: Encodable {
    let name: String
    var next: Link?
    init(_ name: String) { self.name = name }
  }

  /// Stands for another value, without a table of its own.
  final class Alias: Encodable {
    var target: Alias?
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let target { try container.encode(target) } else { try container.encode(1) }
    }
  }

  struct Nested: Codable, Equatable {
    var inner: [Nested]
    static func levels(_ count: Int) -> Nested { count <= 1 ? Nested(inner: []) : Nested(inner: [levels(count - 1)]) }
  }

  @Test func `objects in a cycle are refused, not followed`() throws {
    let (a, b) = (Link("a"), Link("b"))
    a.next = b
    let value = try LuaValue(encoding: a)
    #expect(value.table?["next"].table?["name"] == "b")
    b.next = a
    let error = #expect(throws: LuaError.self) { try LuaValue(encoding: a) }
    #expect(error?.code == .conversion)
    #expect(error?.message.contains("is nested too deep") == true)
    let (alias, other) = (Alias(), Alias())
    alias.target = other
    #expect(try LuaValue(encoding: alias) == 1)
    other.target = alias
    #expect(throws: LuaError.self) { try LuaValue(encoding: alias) }
    (b.next, other.target) = (nil, nil)
  }

  /// Each level of the type is a table and a sequence in it.
  @Test func `the depth of what is encoded is limited, and can be chosen`() throws {
    let value = try LuaValue(encoding: Nested.levels(32))
    #expect(try value.decode(Nested.self) == .levels(32))
    let error = #expect(throws: LuaError.self) { try LuaValue(encoding: Nested.levels(33)) }
    #expect(error?.code == .conversion)
    #expect(error?.message.hasPrefix("`inner.[1].inner.[1]") == true)
    #expect(try LuaValue(encoding: Nested.levels(100), depth: 200).decode(Nested.self) == .levels(100))
    #expect(throws: LuaError.self) { try LuaValue(encoding: [[1]], depth: 2) }
    #expect(try LuaValue(encoding: [[1]], depth: 3) == .table([.table([1])]))
  }

  @Test(arguments: [
    0.0, -0.0, 1.5, -.infinity, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0x1p53, 0x1p53 + 2, 0x1p63, -0x1p63,
  ])
  func `a float keeps every bit through a script`(_ number: Double) throws {
    let engine = try Engine()
    let echo = try engine.load("return ...", name: "echo", into: engine.makeEnvironment())
    let back = try #require(try engine.call(echo, [LuaValue(encoding: [number])]).first)
    #expect(try back.decode([Double].self).map(\.bitPattern) == [number.bitPattern])
  }

  @Test func `NaN stays NaN, and is no whole number`() throws {
    let engine = try Engine()
    let echo = try engine.load("return ...", name: "echo", into: engine.makeEnvironment())
    let back = try #require(try engine.call(echo, [LuaValue(encoding: [Double.nan, -.nan])]).first)
    #expect(try back.decode([Double].self).allSatisfy(\.isNaN))
    let error = #expect(throws: LuaError.self) { try back.decode([Int].self) }
    #expect(error?.message == "`[1]` must be a whole number, found a number")
  }

  @Test(arguments: [Int.min, .min + 1, -1, 0, 1 << 53 - 1, 1 << 53, 1 << 53 + 1, -(1 << 53) - 1, .max - 1, .max])
  func `an integer stays exact through a script, as a value and as a key`(_ number: Int) throws {
    let engine = try Engine()
    let echo = try engine.load("return ...", name: "echo", into: engine.makeEnvironment())
    #expect(try engine.call(echo, [LuaValue(encoding: [number])]).first?.decode([Int].self) == [number])
    let keyed = try engine.run("return {[\(number == .min ? "math.mininteger" : "\(number)")] = 7}", name: "k", in: engine.makeEnvironment())
    #expect(try keyed.first?.decode([Int: Int].self) == [number: 7])
  }

  @Test(arguments: [
    ("2^53", 1 << 53), ("-2^53", -(1 << 53)), ("2^53 + 1", 1 << 53), ("2^62", 1 << 62), ("-2^63", Int.min), ("0.0", 0), ("-0.0", 0),
  ])
  func `a whole float is an integer where it is one exactly`(_ source: String, _ expected: Int) throws {
    let engine = try Engine()
    #expect(try engine.run("return " + source, name: "n", in: engine.makeEnvironment()).first?.decode(Int.self) == expected)
  }

  @Test(arguments: ["2^63", "-2^64", "1e300", "0.5", "1 / 0", "0 / 0"])
  func `a float that is no integer is none`(_ source: String) throws {
    let engine = try Engine()
    let value = try engine.run("return " + source, name: "n", in: engine.makeEnvironment()).first
    #expect(throws: LuaError.self) { try value?.decode(Int.self) }
  }

  @Test(arguments: [
    ("{[2] = 1}", "`the value` must be a sequence without other keys, found a table"),
    ("{1, 2, [4] = 4}", "`the value` must be a sequence without other keys, found a table"),
    ("{1, 2, n = 2}", "`the value` must be a sequence without other keys, found a table"),
    ("{1, nil, 3}", "`[2]` must be a whole number, found nil"),
  ])
  func `a sparse table is no array`(_ source: String, _ message: String) throws {
    let engine = try Engine()
    let value = try engine.run("return " + source, name: "v", in: engine.makeEnvironment()).first
    let error = #expect(throws: LuaError.self) { try value?.decode([Int].self) }
    #expect(error?.message == message)
  }
}
