/// A field of a record handle against a field of a plain Lua table: the same loop over an array of one and of the other.
///
/// Once over all rows, where both miss the cache, and once over a thousand rows again and again, where neither does.
struct FieldRead: Benchmark {
  let name = "field-read"

  func run(on stage: Stage, into report: Report) throws {
    let one = "s = s + (c.reworks or 0)"
    let three = one + " if c.overdue then s = s + 1 end if c.status == 'open' then s = s + 1 end"
    let rows = stage.settings.rows
    let cases = [
      ("1 field", rows, one), ("3 fields", rows, three), ("1 field, in cache", 1000, one), ("3 fields, in cache", 1000, three),
    ]
    let loops = try Loops(
      stage,
      preparation: """
        local handles, tables = {}, {}
        for c in complaint:each() do
          handles[#handles + 1] = c
          tables[#tables + 1] = { reworks = c.reworks, overdue = c.overdue, status = c.status }
        end
        """,
      cases.flatMap { _, count, body in
        ["handles", "tables"].map { array in
          """
          local r, s = \(array), 0
          for _ = 1, \(rows / count) do for i = 1, \(count) do local c = r[i] \(body) end end
          print(s)
          """
        }
      })
    for (place, (suffix, _, _)) in cases.enumerated() {
      let times = try loops.race(7, [place * 2, place * 2 + 1])
      report.figure(
        "\(name), \(suffix)", ours: times[0] * 1e3, unit: "ms", against: "Lua table", times[1] * 1e3, target: .ratioAtMost(1.4))
    }
  }
}
