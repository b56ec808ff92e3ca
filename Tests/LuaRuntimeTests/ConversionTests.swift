import LuaRuntime
import Testing

/// Values at the edges, from Swift to Lua and back, and what Lua makes of them.
@Suite struct ConversionTests {
  struct Edge: CustomTestStringConvertible, Sendable {
    let name: String
    let value: @Sendable () -> LuaValue
    /// Of `v`, in Lua.
    let holds: String
    var testDescription: String { name }
    init(_ name: String, _ holds: String, _ value: @autoclosure @escaping @Sendable () -> LuaValue) {
      self.name = name
      self.value = value
      self.holds = holds
    }
  }

  static let edges: [Edge] = [
    .init("NaN", "v ~= v and math.type(v) == 'float'", .number(.nan)), .init("a signalling NaN", "v ~= v", .number(.signalingNaN)),
    .init("infinity", "v == math.huge", .number(.infinity)), .init("minus infinity", "v == -math.huge", .number(-.infinity)),
    .init("zero", "v == 0 and 1 / v == math.huge and math.type(v) == 'float'", .number(0.0)),
    .init("minus zero", "v == 0 and 1 / v == -math.huge", .number(-0.0)),
    .init("the smallest float", "v > 0 and v / 2 == 0", .number(.leastNonzeroMagnitude)),
    .init("the largest float", "v * 2 == math.huge", .number(.greatestFiniteMagnitude)),
    .init("the largest integer", "v == math.maxinteger and math.type(v) == 'integer'", .integer(.max)),
    .init("the smallest integer", "v == math.mininteger and math.type(v) == 'integer'", .integer(.min)),
    .init("2^53", "v == 2^53 and math.type(v) == 'integer'", .integer(1 << 53)),
    .init("2^53 + 1", "v ~= 2^53 and v - 1 == 2^53", .integer(1 << 53 + 1)),
    .init("2^53 as a float", "v == 9007199254740992 and v + 1 == v", .number(0x1p53)),
    .init("2^63 as a float", "v ~= math.maxinteger and math.tointeger(v) == nil", .number(0x1p63)),
    .init("-2^63 as a float", "v == math.mininteger and math.tointeger(v) == v", .number(-0x1p63)),
    .init("no text", "v == '' and #v == 0", .string("")), .init("zeros in a text", "#v == 3 and v:byte(2) == 0", .string("a\0b")),
    .init("text of many planes", "utf8.len(v) == 4 and #v == 10", .string("aé物😀")),
    .init("bytes that are no UTF-8", "#v == 3 and v:byte(1) == 255 and not utf8.len(v)", .bytes([0xFF, 0x00, 0xFE])),
    .init("a surrogate in UTF-8", "#v == 3 and not utf8.len(v)", .bytes([0xED, 0xA0, 0x80])),
    .init("an overlong form", "#v == 2 and not utf8.len(v)", .bytes([0xC0, 0x80])),
    .init("cut in the middle", "#v == 2 and not utf8.len(v)", .bytes([0xE7, 0x89])),
    .init("an empty table", "next(v) == nil", .table([])),
    .init("a sequence with gaps", "v[1] == 1 and v[2] == nil and v[3] == 3", .table(LuaTable(array: [1, nil, 3]))),
    .init("sparse keys", "v[1] == nil and v[1000000] == 'x' and v[math.mininteger] == 'y'",
      .table([1_000_000: "x", .init(integerLiteral: .min): "y"])),
    .init("keys of all kinds", "v[true] == 1 and v[1.5] == 2 and v['\\xff'] == 3 and v[''] == 4",
      .table(LuaTable(keyed: [
        .init(key: .boolean(true), value: 1), .init(key: .number(1.5), value: 2), .init(key: .bytes([0xFF]), value: 3),
        .init(key: "", value: 4),
      ]))),
    .init("infinity as a key", "v[math.huge] == 1", .table(LuaTable(keyed: [.init(key: .number(.infinity), value: 1)]))),
    .init("a whole float as a key", "v[3] == 'x' and math.type(next(v)) == 'integer'",
      .table(LuaTable(keyed: [.init(key: .number(3), value: "x")]))),
  ]

  @Test(arguments: edges)
  func `a value means the same on both sides`(_ edge: Edge) throws {
    let engine = try Engine()
    let echo = try engine.function("echo") { call in try call.return(call.value(1)) }
    let environment = try engine.makeEnvironment(globals: ["echo": echo])
    let value = edge.value()
    let test = try engine.load("local v = ... return \(edge.holds), echo(v), v", name: "t", into: environment)
    let results = try engine.call(test, [value])
    #expect(results.first == true, "\(edge.holds)")
    for back in results.dropFirst() {
      switch (value, back) {
      case (.number(let went), .number(let came)):
        #expect(went.isNaN ? came.isNaN : went.bitPattern == came.bitPattern)
      case (.table, .table): #expect(try engine.call(test, [back]).first == true)
      default: #expect(back == value)
      }
    }
  }

  @Test(arguments: [1, 63, 64, 65, 5000])
  func `depth is limited both ways`(_ depth: Int) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    var value = LuaTable()
    for _ in 1..<depth { value = LuaTable(array: [.table(value)]) }
    let echo = try engine.load("return ...", name: "t", into: environment)
    let make = try engine.load("local t = {} for i = 2, ... do t = {t} end return t", name: "t", into: environment)
    if depth <= 64 {
      #expect(try engine.call(echo, [.table(value)]) == [.table(value)])
      #expect(try engine.call(make, [.integer(Int64(depth))]) == [.table(value)])
    } else {
      for (function, argument) in [(echo, LuaValue.table(value)), (make, .integer(Int64(depth)))] {
        let error = #expect(throws: LuaError.self) { try engine.call(function, [argument]) }
        #expect(error?.code == .conversion)
        #expect(error?.message == "tables are nested more than 64 deep, or contain themselves")
      }
    }
    #expect(engine.stackDepth == 0)
  }

  @Test(arguments: [
    "local t = {} t[1] = t return t", "local a, b = {}, {} a.b, b.a = b, a return a", "local t = {} t[1] = {{t}} return t",
    "local t = {} for i = 1, 50 do t = {t, t} end return t",
  ])
  func `cycles and trees that share their branches end`(_ source: String) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment(globals: [
      "take": engine.function("take") { call in _ = try call.table(1) }
    ])
    for form in ["return (function() \(source) end)()", "take((function() \(source) end)())"] {
      let error = #expect(throws: LuaError.self) { try engine.run(form, name: "t", in: environment) }
      #expect(error?.code == .conversion)
    }
  }

  @Test func `NaN is no key, from Swift either`() throws {
    let engine = try Engine()
    let echo = try engine.load("return ...", name: "t", into: engine.makeEnvironment())
    let error = #expect(throws: LuaError.self) {
      try engine.call(echo, [.table(LuaTable(keyed: [.init(key: .number(.nan), value: 1)]))])
    }
    #expect(error?.code == .conversion)
    #expect(engine.stackDepth == 0)
  }

  /// Reading a key must not change it under the library's traversal.
  @Test func `numbers as keys stay numbers while they are read`() throws {
    let engine = try Engine()
    let read = try engine.load("local t = {[1.5] = 1, [-3] = 2, [2^60] = 3, a = 4, [10] = 5} return t, t", name: "t", into: engine.makeEnvironment())
    let results = try engine.call(read)
    #expect(results.first == results.last)
    #expect(results.first?.table?.keyed.count == 5)
  }
}
