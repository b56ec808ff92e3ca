/// Going through all rows: against `ipairs` over tables, and against a plain C iterator that counts.
struct RowSteps: Benchmark {
  let name = "runtime-iterate"

  func run(on stage: Stage, into report: Report) throws {
    let arena = try stage.arena()
    let times = try arena.race(
      [
        "local n = 0 for c in all:each() do n = n + 1 end return n",
        "local n = 0 for _, c in ipairs(tables()) do n = n + 1 end return n",
        "local n = 0 for c in plain.range(\(arena.rows)) do n = n + 1 end return n",
      ], agreeing: 3)
    report.figure("\(name), C iterator", ours: times[0], unit: "ns", against: "plain C", times[2], target: .ratioAtMost(1.5))
    report.figure("\(name), ipairs", ours: times[0], unit: "ns", against: "bounded ipairs", times[1])
  }
}
