internal import LuaRuntime

/// An engine with a million rows of twelve fields, the same rows as plain Lua tables, host functions, and plain C functions
/// that do the same: all in one state, so that nothing but what is measured differs.
///
/// Global names for the loops: `row`, `t` (one row, as handle and as table), `handles()`, `tables()`, `numbers()` (scattered, in
/// one order), `all`, `host_…` and `plain`.
final class Arena {
  let rows: Int
  private let engine: Engine
  private let environment: Environment

  init(rows: Int) throws {
    self.rows = rows
    // The time limit stands, for what it costs is a part of what is measured.
    engine = try Engine(limits: .init(memory: 4 << 30, time: .seconds(120)))
    let store = RowStore(rows: rows)
    let moment = try engine.registerQuantity("moment") { "\($0)" }
    let project = try engine.registerRecord(
      "project", rows: store.projects, fields: [Field("households") { .int32(store.integers[3], owner: store) }])
    func integer(_ name: String, _ column: Int) -> Field { Field(name) { .int32(store.integers[column], owner: store) } }
    func time(_ name: String, _ column: Int) -> Field {
      Field(name) { .int64(store.moments[column], quantity: moment, owner: store) }
    }
    func text(_ name: String, _ column: Int) -> Field {
      Field(name) { .text(store.codes[column], store.texts, owner: store) }
    }
    let complaint = try engine.registerRecord(
      "complaint", rows: rows,
      fields: [
        integer("households", 0), integer("reworks", 1), integer("reminders", 2), integer("score", 3),
        time("accepted_at", 0), time("answered_at", 1), time("closed_at", 2),
        text("category", 0), text("status", 1), text("finding", 2),
        Field("overdue") { .bits(store.bits, owner: store) },
        Field("project") { .reference(store.references, to: project, owner: store) },
      ],
      methods: [HostFunction("row") { call in try call.return(Int64(call.receiver.row)) }])
    let collection = try engine.registerObject(
      "collection", count: 2,
      methods: [
        HostFunction("each") { call in
          let isFirst = call.receiver.row == 0
          try call.returnRows(isFirst ? complaint : project, .range(isFirst ? rows : store.projects))
        }
      ])
    try engine.loadLibrary(
      Arena.tables, name: "tables",
      host: ["all": engine.object(collection, 0), "projects": engine.object(collection, 1)])
    environment = try engine.makeEnvironment(globals: [
      "all": engine.object(collection, 0), "row": engine.row(complaint, 5),
      "host_integer": engine.function("integer") { call in try call.return(call.integer(1)) },
      "host_add": engine.function("add") { call in try call.return(call.integer(1) &+ call.integer(2)) },
      "host_bits": engine.function("bits") { call in try call.return(Int64(call.handle(1).row)) },
      "host_row": engine.function("row") { call in try call.return(Int64(call.row(1, complaint))) },
    ])
    try engine.addPlainFunctions(to: environment)
  }

  /// The same rows as tables, both shuffled in the same way.
  private static let tables = """
    local of, handles, tables, numbers = {}, {}, {}, {}
    for p in host.projects:each() do of[p] = { households = p.households } end
    for c in host.all:each() do
      local i = #handles + 1
      handles[i], numbers[i] = c, i
      tables[i] = {
        households = c.households, reworks = c.reworks, reminders = c.reminders, score = c.score,
        accepted_at = c.accepted_at, answered_at = c.answered_at, closed_at = c.closed_at,
        category = c.category, status = c.status, finding = c.finding, overdue = c.overdue, project = of[c.project],
      }
    end
    local sixth, seed = tables[6], 1
    for i = #handles, 2, -1 do
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      local j = seed % i + 1
      handles[i], handles[j] = handles[j], handles[i]
      tables[i], tables[j] = tables[j], tables[i]
      numbers[i], numbers[j] = numbers[j], numbers[i]
    end
    return {
      sixth = function() return sixth end, handles = function() return handles end,
      tables = function() return tables end, numbers = function() return numbers end,
    }
    """

  /// The median nanoseconds of each source, divided by the number of rows; those of which it is said come to the same.
  ///
  /// `loop` stands for a loop over as many turns as there are rows, `scatter(x)` for one over the elements `c` of x().
  func race(_ sources: [String], agreeing: Int = 2, rounds: Int = 9) throws -> [Double] {
    let functions = try sources.map { source in
      try engine.load(
        source.replacing("loop", with: "for i = 1, \(rows) do")
          .replacing(/scatter\((\w+)\)/) { "local r = \($0.1)() for i = 1, #r do local c = r[i]" },
        name: "loop", into: environment)
    }
    let results = try functions.map { try engine.call($0) }
    guard results.prefix(agreeing).allSatisfy({ $0 == results[0] }) else { throw BenchError("the loops disagree: \(results)") }
    return try turns(rounds, by: .processor, functions.map { function in { try self.engine.call(function) } }).map {
      $0 / Double(rows) * 1e9
    }
  }
}
