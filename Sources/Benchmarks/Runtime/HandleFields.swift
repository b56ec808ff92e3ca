/// Fields of a row's handle against fields of a plain Lua table with the same twelve; beside it the floor: an `__index` in C that
/// does nothing, in the same loop.
///
/// Once the same row again and again, where a table's field is but one look-up in the cache, and once a million rows scattered,
/// as rules meet them.
struct HandleFields: Benchmark {
  let name = "runtime-field"

  private static let fields = [
    ("integer", "x = c.households"), ("text", "x = c.category"), ("moment", "x = c.accepted_at"),
    ("three fields", "if c.overdue then x = c.score end if c.status == 'open' then x = c.accepted_at end"),
    ("relation hop", "x = c.project.households"),
  ]

  func run(on stage: Stage, into report: Report) throws {
    let arena = try stage.arena()
    for (title, body) in HandleFields.fields {
      let floor = body == "x = c.project.households" ? "x = c.project x = c.project" : body
      for (way, sources) in [
        ("bare", ["row", "sixth()", "7"].map { "local c, x = \($0) loop BODY end return x" }),
        ("scattered", ["handles", "tables", "numbers"].map { "local x scatter(\($0)) BODY end return x" }),
      ] {
        let times = try arena.race(
          zip(sources, [body, body, floor]).map { $0.replacing("BODY", with: $1) })
        report.figure(
          "\(name), \(title), \(way)", ours: times[0], unit: "ns", against: "Lua table", times[1], target: .ratioAtMost(1.3))
        report.figure("\(name), \(title), \(way), floor", ours: times[2], unit: "ns", against: "Lua table", times[1])
      }
    }
  }
}
