/// Going through all complaints and adding up a field, as a script would write it, against an array of plain Lua tables.
struct IterateAndSum: Benchmark {
  let name = "iterate-and-sum"

  func run(on stage: Stage, into report: Report) throws {
    let body = "s = s + (c.reworks or 0) end print(s)"
    let loops = try Loops(
      stage,
      preparation: """
        local tables = {}
        for c in complaint:each() do tables[#tables + 1] = { reworks = c.reworks } end
        """,
      [
        "local s = 0 for c in complaint:each() do \(body)",
        "local s = 0 for _, c in ipairs(tables) do \(body)",
        "local t, s = tables, 0 for i = 1, #t do local c = t[i] \(body)",
      ])
    let times = try loops.race(7, [0, 1, 2]).map { $0 * 1e3 }
    report.figure("\(name), ipairs", ours: times[0], unit: "ms", against: "Lua ipairs", times[1], target: .ratioAtMost(1.4))
    report.figure("\(name), t[i]", ours: times[0], unit: "ms", against: "Lua t[i]", times[2])
  }
}
