import LuaRuntime
import Testing

/// Host functions that declare their parameters.
@Suite struct ParameterTests {
  let engine: Engine
  let environment: Environment

  init() throws {
    engine = try Engine(limits: .init(time: .seconds(30)))
    let money = try engine.registerQuantity("money") { "\($0) fen" }
    let estate = try engine.registerRecord("estate", rows: 3, epoch: 1)
    let old = try engine.row(estate, 1)
    try engine.replaceRows(of: estate, rows: 3, epoch: 2)
    let functions = [
      HostFunction("whole", .integer) { call, value in try call.return(value) },
      HostFunction("half", .number) { call, value in try call.return(value / 2) },
      HostFunction("negate", .boolean) { call, value in try call.return(!value) },
      HostFunction("greet", .string) { call, value in try call.return("hello " + value) },
      HostFunction("count", .table) { call, value in try call.return(value.array.count) },
      HostFunction("twice", .function) { call, value in
        for _ in 0..<2 { for result in try call.engine.call(value) { try call.return(result) } }
      },
      HostFunction("place", .row(estate)) { call, row in try call.return(Int64(row)) },
      HostFunction("pay", .row(estate), .quantity(money), .optional(.string)) { call, row, fen, note in
        try call.return(Int64(row) * 1000 + fen)
        try call.return(note ?? "no note")
      },
      HostFunction("same", .any) { call, value in try call.return(value) },
      HostFunction("four", .integer, .integer, .number, .boolean) { call, a, b, c, d in
        try call.return(d ? Double(a + b) + c : 0)
      },
      HostFunction("none") { call in try call.return(call.count) },
    ]
    var globals: [String: LuaValue] = ["estate": try engine.row(estate, 2), "old": old, "fee": try engine.quantity(money, 50)]
    for function in functions { globals[function.name] = try engine.function(function) }
    environment = try engine.makeEnvironment(globals: globals)
  }

  @Test(arguments: [
    "whole(5) == 5 and whole(5.0) == 5 and math.type(whole(5.0)) == 'integer'", "half(5) == 2.5 and half(0.5) == 0.25",
    "negate(false) == true", "greet('物业') == 'hello 物业'", "count({1, 2, 3}) == 3", "select('#', twice(function() return 1 end)) == 2",
    "place(estate) == 2", "pay(estate, fee) == 2050", "select(2, pay(estate, fee)) == 'no note'",
    "select(2, pay(estate, fee, 'rent')) == 'rent'", "same(nil) == nil and same('x') == 'x'", "none(1, 2) == 2",
    "whole(5, 'more is ignored') == 5", "four(1, 2, 0.5, true) == 3.5",
  ])
  func `arguments that fit reach the body`(_ expression: String) throws {
    #expect(try engine.run("return " + expression, name: "s", in: environment) == [true])
  }

  @Test(arguments: [
    ("whole(1.5)", "argument 1 of `whole` must be a whole number, found a number"),
    ("whole('5')", "argument 1 of `whole` must be a whole number, found a string"),
    ("half({})", "argument 1 of `half` must be a number, found a table"),
    ("half('0.5')", "argument 1 of `half` must be a number, found a string"),
    ("negate(nil)", "argument 1 of `negate` must be true or false, found nil"),
    ("negate(0)", "argument 1 of `negate` must be true or false, found a number"),
    ("greet(5)", "argument 1 of `greet` must be a string, found a number"),
    ("greet('\\xff')", "argument 1 of `greet` must be a string in UTF-8, found other bytes"),
    ("count('x')", "argument 1 of `count` must be a table, found a string"),
    ("twice({})", "argument 1 of `twice` must be a function, found a table"),
    ("place(fee)", "argument 1 of `place` must be an estate, found a money"),
    ("place(2)", "argument 1 of `place` must be an estate, found a number"),
    ("place(old)", "argument 1 of `place` must be an estate of this snapshot, found one of an earlier snapshot"),
    ("pay(estate, 50)", "argument 2 of `pay` must be a money, found a number"),
    ("pay(estate)", "argument 2 of `pay` must be a money, found nothing"),
    ("pay(estate, estate)", "argument 2 of `pay` must be a money, found an estate"),
    ("pay(estate, fee, 5)", "argument 3 of `pay` must be a string, found a number"),
    ("four(1, 2, 3)", "argument 4 of `four` must be true or false, found nothing"),
    ("pay()", "argument 1 of `pay` must be an estate, found nothing"),
  ])
  func `one that does not names function, place, expected and found, at the script's line`(_ source: String, _ message: String) throws {
    let error = #expect(throws: LuaError.self) { try engine.run("local x = 1\n\n" + source, name: "s", in: environment) }
    #expect(error?.code == .argument)
    #expect(error?.message == message)
    #expect(error?.line == 3)
  }
}
