import LuaRuntime
import Testing

@Suite struct HandleTests {
  let engine: Engine
  let money: QuantityKind
  let environment: Environment
  let record: RecordKind

  init() throws {
    engine = try Engine(limits: .init(time: .seconds(30)))
    money = try engine.registerQuantity("money", properties: [("fen", { .integer($0) })]) { "¥\($0)" }
    let duration = try engine.registerQuantity("duration") { "\($0) s" }
    let moment = try engine.registerQuantity("moment", algebra: .affine(difference: duration)) { "@\($0)" }
    let grade = try engine.registerQuantity("grade", algebra: .none) { "grade \($0)" }
    let values = Column<Int64>([1, 2, 3])
    record = try engine.registerRecord("complaint", rows: 3, epoch: 7, fields: [Field("n") { .int64(values.pointer, owner: values) }])
    environment = try engine.makeEnvironment(globals: [
      "a": engine.quantity(money, 500), "b": engine.quantity(money, -200), "zero": engine.quantity(money, 0),
      "most": engine.quantity(money, (1 << 55) - 1), "least": engine.quantity(money, -(1 << 55)),
      "t": engine.quantity(moment, 100), "u": engine.quantity(moment, 40), "d": engine.quantity(duration, 7),
      "g": engine.quantity(grade, 1), "h": engine.quantity(grade, 2), "c": engine.row(record, 1), "out": engine.row(record, 99),
    ])
  }

  func run(_ source: String) throws -> [LuaValue] { try engine.run(source, name: "s", in: environment) }

  @Test(arguments: [
    "a + b == a - (zero - b)", "tostring(a + b) == '¥300'", "tostring(-a) == '¥-500'", "a * 3 == 3 * a", "a / 5 * 5 == a",
    "a // 3 * 3 <= a", "a // b == -3", "a % b == b * 3 + a", "b % a == a + b", "a > b and b < zero and a >= a", "a.fen == 500",
    "t - u == d * 8 + d * 4 // 7", "t - (t - u) == u", "t + d == d + t", "t > u", "g < h and g == g and g ~= h",
    "({[a] = 1})[b + b * -1 + a] == 1", "a ~= 500", "type(a) == 'money' and type(c) == 'complaint'", "c.n == 2",
    "('x' .. tostring(c)) == 'xcomplaint 2'", "a * 2.0 == a + a",
  ])
  func `quantities are calculated with exactly`(_ expression: String) throws {
    #expect(try run("return " + expression) == [true], "\(expression)")
  }

  @Test(arguments: [
    ("a + 1", "a number cannot be added to a money"), ("1 + a", "a money cannot be added to a number"),
    ("a + t", "a moment cannot be added to a money"), ("t + u", "a moment cannot be added to a moment"),
    ("d - t", "a moment cannot be subtracted from a duration"), ("a * a", "a money cannot be multiplied by a money"),
    ("a * 1.5", "a money cannot be multiplied by a number"), ("a / 3", "cannot be divided by 3 without a remainder"),
    ("a / 0", "division of a money by zero"), ("a // 0", "by zero"), ("a // zero", "by zero"), ("a % zero", "by zero"),
    ("a / b", "divided by another is no money"), ("a < 1", "a money cannot be compared with a number"),
    ("1 < a", "a number cannot be compared with a money"), ("a < d", "a money cannot be compared with a duration"),
    ("c < c", "a complaint cannot be compared with a complaint"), ("-t", "a moment cannot be negated"),
    ("most + a", "does not fit into a money"), ("least - a", "does not fit"), ("most * most.fen", "does not fit"),
    ("-least", "does not fit"), ("a ^ 2", "attempt to perform arithmetic"), ("a .. 'x'", "attempt to concatenate"),
    ("#a", "a money has no length"), ("a()", "a money cannot be called"), ("a.nope", "unknown field `nope` of money"),
    ("g + g", "cannot be added"), ("c.m", "unknown field `m` of complaint"), ("c[1]", "a complaint cannot be indexed with a number"),
    ("c[c]", "a complaint cannot be indexed with a complaint"), ("c[nil]", "cannot be indexed with nil"),
    ("out.n", "there is no such complaint"), ("a & 1", "attempt to perform bitwise"), ("a + '1'", "a string cannot be added to a money"),
    ("'1' + a", "cannot be added"), ("a + nil", "nil cannot be added to a money"), ("c + {}", "a table cannot be added to a complaint"),
    ("math.floor(a)", "number expected"), ("('x'):rep(a)", "number expected"), ("c[('n'):rep(100)]", "unknown field"),
  ])
  func `what makes no sense says so`(_ expression: String, _ message: String) throws {
    let error = #expect(throws: LuaError.self, "\(expression)") { try run("return " + expression) }
    #expect(error?.message.contains(message) == true, "\(expression): \(String(describing: error))")
  }

  @Test func `a row kept beyond its snapshot is refused`() throws {
    let keep = try engine.run("local kept = c return function() return kept.n end", name: "s", in: environment)
    let read = try #require(keep.first?.function)
    #expect(try engine.call(read) == [2])
    let values = Column<Int64>([10, 20, 30, 40])
    try engine.replaceRows(of: record, rows: 4, epoch: 8, fields: [Field("n") { .int64(values.pointer, owner: values) }])
    let error = #expect(throws: LuaError.self) { try engine.call(read) }
    #expect(error?.message.hasPrefix("this complaint belongs to an earlier snapshot") == true)
    try engine.setGlobal("c", to: engine.row(record, 3), in: environment)
    #expect(try run("return c.n") == [40])
  }

  @Test func `assigning to a field is refused`() throws {
    let error = #expect(throws: LuaError.self) { try run("c.n = 5") }
    #expect(error?.message == "a complaint cannot be changed by a script")
  }

  @Test func `values of 56 bits survive the mixing`() throws {
    for value in [0, 1, -1, 2, 1 << 27, 1 << 28, -(1 << 28), (1 << 55) - 1, -(1 << 55), 123_456_789_012_345] as [Int64] {
      #expect(try engine.quantity(money, value).quantity(money) == value)
    }
    #expect(throws: LuaError.self) { try engine.quantity(money, 1 << 55) }
    #expect(throws: LuaError.self) { try engine.quantity(money, .min) }
  }

  @Test func `handles of another engine are refused where they are unknown`() throws {
    let other = try Engine()
    let environment = try other.makeEnvironment()
    #expect(throws: LuaError.self) { try other.setGlobal("x", to: engine.row(record, 0), in: environment) }
    #expect(throws: LuaError.self) { try other.makeEnvironment(globals: ["f": engine.function("f") { _ in }]) }
  }

  @Test func `an argument of the wrong type names function, place, expected and found`() throws {
    let record = record
    let money = money
    try engine.setGlobal("pay", to: engine.function("pay") { call in
      _ = try call.row(1, record)
      _ = try call.quantity(2, money)
    }, in: environment)
    for (source, message) in [
      ("pay(c, 5)", "argument 2 of `pay` must be a money, found a number"), ("pay()", "argument 1 of `pay` must be a complaint, found nothing"),
      ("pay(out, a)", "argument 1 of `pay` must be a complaint of this snapshot, found one of an earlier snapshot"),
    ] {
      let error = #expect(throws: LuaError.self) { try run("\n\n" + source) }
      #expect(error?.message == message)
      #expect(error?.line == 3)
    }
    #expect(try run("local ok, e = pcall(pay, c, 5) return e").first?.string?.contains("must be a money") == true)
  }
}
