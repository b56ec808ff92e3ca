/// Calls of Swift from Lua against calls of plain C from the same loop.
struct HostCalls: Benchmark {
  let name = "runtime-call"

  private static let cases = [
    ("integer", "local f, x = host_integer loop x = f(i) end return x", "local f, x = plain.integer loop x = f(i) end return x"),
    ("two integers", "local f, x = host_add loop x = f(i, 7) end return x", "local f, x = plain.add loop x = f(i, 7) end return x"),
    ("handle", "local f, h, x = host_bits, row loop x = f(h) end return x", "local f, h, x = plain.bits, row loop x = f(h) end return x"),
    (
      "handle of a kind", "local f, h, x = host_row, row loop x = f(h) end return x",
      "local f, h, x = plain.row, plain.object(5) loop x = f(h) end return x"
    ),
    ("method", "local h, x = row loop x = h:row() end return x", "local h, x = plain.object(5) loop x = h:row() end return x"),
  ]

  func run(on stage: Stage, into report: Report) throws {
    let arena = try stage.arena()
    for (title, ours, plain) in HostCalls.cases {
      let times = try arena.race([ours, plain])
      report.figure("\(name), \(title)", ours: times[0], unit: "ns", against: "plain C", times[1], target: .ratioAtMost(1.5))
    }
  }
}
