import LuaRuntime
import Testing

/// A handle that a script kept beyond its snapshot: every use of it says so, none reads the new rows.
@Suite struct EpochTests {
  static let uses = [
    "kept.n", "kept.name", "kept.next", "kept.computed", "kept:method()", "kept.nothing", "thing()", "#thing", "thing:method()",
    "use(kept)", "use_object(thing)", "first:method()", "step(state, nil).n", "(function() for c in step, state do return c.n end end)()",
  ]

  @Test(arguments: uses)
  func `a handle of an earlier snapshot is refused`(_ use: String) throws {
    let engine = try Engine()
    let values = Column<Int64>([1, 2, 3])
    let rows = Column<UInt32>([1, 2, 0])
    let codes = Column<UInt32>([0, 0, 0])
    let names = TextDictionary(["lift"])
    var kind: RecordKind?
    let fields: [Field] = [
      Field("n") { .int64(values.pointer, owner: values) }, Field("name") { .text(codes.pointer, names, owner: codes) },
      Field("next") { kind.map { .reference(rows.pointer, to: $0, owner: rows) } ?? .computed { _ in .nil } },
      .computed("computed") { .integer(Int64($0)) },
    ]
    let record = try engine.registerRecord(
      "complaint", rows: 3, epoch: 1, fields: fields, methods: [HostFunction("method") { call in try call.return(Int64(call.receiver.row)) }])
    kind = record
    let object = try engine.registerObject(
      "collection", count: 1, epoch: 1, methods: [HostFunction("method") { call in try call.return(1) }, HostFunction("each") { call in
        try call.returnRows(record, .range(3))
      }], call: { call in try call.return(1) }, length: { _ in 3 })
    let environment = try engine.makeEnvironment(globals: [
      "c": engine.row(record, 1), "all": engine.object(object, 0),
      "use": engine.function("use") { call in _ = try call.row(1, record) },
      "use_object": engine.function("use_object") { call in _ = try call.object(1, object) },
    ])
    let keep = try engine.run(
      """
      local kept, thing, first = c, all, c.next
      local step, state = all:each()
      local _ = kept.n, kept.name, kept.computed, kept:method(), thing(), #thing, thing:method()
      return function() return \(use) end, function() return kept == c, tostring(kept), ({[kept] = 1})[kept] end
      """, name: "s", in: environment)
    let used = try #require(keep.first?.function), harmless = try #require(keep.last?.function)
    _ = try? engine.call(used)
    try engine.replaceRows(of: record, rows: 3, epoch: 2, fields: fields)
    try engine.setCount(of: object, 1, epoch: 2)
    let error = try #require(throws: LuaError.self) { try engine.call(used) }
    #expect(error.message.contains("earlier snapshot"), "\(use): \(error)")
    // Equality, a name and a table's key need no row.
    #expect(try engine.call(harmless) == [true, "complaint 2", 1])
    try engine.setGlobal("c", to: engine.row(record, 1), in: environment)
    #expect(try engine.call(harmless).first == false)
    #expect(try engine.run("return c.n, c.name, c.next.n", name: "s", in: environment) == [2, "lift", 3])
  }
}
