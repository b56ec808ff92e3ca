internal import Foundation

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
    try reportFloor(stage, report)
  }

  /// What a field costs in stock Lua that a script can read and cannot write, in the loop of one field: behind an `__index` in C that does
  /// next to nothing (`math.type`, of numbers), which is the least that a handle costs; and in a table behind an empty one, the library's
  /// own way without any call, which would need two tables a row.
  private func reportFloor(_ stage: Stage, _ report: Report) throws {
    guard let lua = Spawn.find("lua5.4") else { return report.note("\(name): the floor needs lua5.4") }
    let file = "\(stage.folder)/floor.lua", output = "\(stage.folder)/floor.out"
    try """
    debug.setmetatable(1, { __index = math.type })
    local numbers, hidden, tables = {}, {}, {}
    for i = 1, 1000 do
      numbers[i], tables[i] = i, { reworks = 1 }
      hidden[i] = setmetatable({}, { __index = { reworks = 1 } })
    end
    local function taken(r)
      local start, s = os.clock(), 0
      for _ = 1, \(stage.settings.rows / 1000) do for i = 1, 1000 do local c = r[i] if c.reworks then s = s + 1 end end end
      return (os.clock() - start) * 1e3
    end
    local a, b, c = {}, {}, {}
    for i = 1, 7 do a[i], b[i], c[i] = taken(numbers), taken(hidden), taken(tables) end
    table.sort(a) table.sort(b) table.sort(c)
    print(a[4], b[4], c[4])
    """.write(toFile: file, atomically: true, encoding: .utf8)
    try Spawn.run([lua, file], output: output)
    let figures = try String(contentsOfFile: output, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard figures.count == 3 else { throw BenchError("\(name): the floor cannot be read") }
    report.figure("\(name), floor of stock Lua", ours: figures[0], unit: "ms", against: "Lua table", figures[2])
    report.figure("\(name), a table behind `__index`", ours: figures[1], unit: "ms", against: "Lua table", figures[2])
  }
}
