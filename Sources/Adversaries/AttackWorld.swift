package import LuaRuntime

/// What a host gives to scripts, as the attacks on it find it: rows (`row`, `other`, `stale` of an earlier snapshot), amounts
/// (`money`, `moment`), a collection (`all`), and `echo`, which carries its arguments to Swift and back.
///
/// One for each engine; any number of environments.
package struct AttackWorld {
  private let engine: Engine
  private let globals: [String: LuaValue]

  package init(_ engine: Engine) throws {
    self.engine = engine
    let money = try engine.registerQuantity("money", properties: [("fen", { .integer($0) })]) { "\($0) fen" }
    let span = try engine.registerQuantity("span") { "\($0) s" }
    let moment = try engine.registerQuantity("moment", algebra: .affine(difference: span)) { "at \($0)" }
    let numbers = Numbers()
    let fields = [
      Field("n") { .int64(numbers.pointer, owner: numbers) },
      Field("opened") { .int64(numbers.pointer, quantity: moment, owner: numbers) },
      .computed("broken") { row in throw Refusal(description: "the host does not like row \(row)") },
      .computed("double") { row in .integer(numbers.pointer[Int(row)] * 2) },
    ]
    let complaint = try engine.registerRecord(
      "complaint", rows: Numbers.count, epoch: 1, fields: fields,
      methods: [HostFunction("plus") { call in try call.return(numbers.pointer[Int(call.receiver.row)] + call.integer(1)) }],
      describe: { row in "complaint no. \(numbers.pointer[Int(row)])" })
    let stale = try engine.row(complaint, 1)
    try engine.replaceRows(of: complaint, rows: Numbers.count, epoch: 2, fields: fields)
    let collection = try engine.registerObject(
      "collection", count: 1,
      methods: [HostFunction("each") { call in try call.returnRows(complaint, .range(Numbers.count)) }],
      call: { call in try call.return(Int64(call.table(1).array.count)) }, length: { _ in Numbers.count })
    globals = try [
      "row": engine.row(complaint, 0), "other": engine.row(complaint, 1), "stale": stale,
      "money": engine.quantity(money, 500), "moment": engine.quantity(moment, 100), "all": engine.object(collection, 0),
      "echo": engine.function("echo") { call in for value in try call.values() { try call.return(value) } },
      "back": engine.function("back") { call in
        for value in try call.engine.call(call.function(1), [call.value(2)]) { try call.return(value) }
      },
    ]
  }

  package func makeEnvironment() throws -> Environment { try engine.makeEnvironment(globals: globals) }
}

private struct Refusal: Error, CustomStringConvertible { let description: String }

/// A column that stays in place.
private final class Numbers {
  static let count = 3
  let pointer: UnsafePointer<Int64>
  private let values: UnsafeMutablePointer<Int64>

  init() {
    values = .allocate(capacity: Self.count)
    for index in 0..<Self.count { values[index] = Int64(index + 1) }
    pointer = UnsafePointer(values)
  }

  deinit { values.deallocate() }
}
