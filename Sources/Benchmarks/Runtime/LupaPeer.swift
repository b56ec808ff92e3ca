internal import Foundation

/// A host call and a field against `lupa`, Lua 5.4 in Python, where it is installed: the same loops, its host being Python's objects.
struct LupaPeer: Benchmark {
  let name = "runtime-lupa"

  func run(on stage: Stage, into report: Report) throws {
    let output = "\(stage.folder)/lupa.out"
    guard let python = Spawn.all("python3").first(where: { (try? Spawn.run([$0, "-c", "import lupa.lua54"])) != nil }) else {
      return report.note("\(name): skipped, lupa is not installed")
    }
    let arena = try stage.arena()
    let ours = try arena.race(
      ["local f, x = host_integer loop x = f(i) end return x", "local c, x = row loop x = c.households end return x"], agreeing: 1)
    try Spawn.run([python, "-c", LupaPeer.program], output: output)
    let theirs = try String(contentsOfFile: output, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard theirs.count == 2 else { throw BenchError("\(name): its figures cannot be read") }
    for (place, title) in ["host call", "field"].enumerated() {
      report.figure("\(name), \(title)", ours: ours[place], unit: "ns", against: "lupa", theirs[place])
    }
  }

  private static let program = #"""
    import statistics, time
    from lupa.lua54 import LuaRuntime

    class Row:
        households = 7

    lua = LuaRuntime()
    turns = 300000
    loops = [
        (lua.eval("function(f, n) local x for i = 1, n do x = f(i) end return x end"), lambda i: i),
        (lua.eval("function(c, n) local x for i = 1, n do x = c.households end return x end"), Row()),
    ]
    for loop, host in loops:
        taken = []
        for _ in range(7):
            start = time.process_time()
            loop(host, turns)
            taken.append((time.process_time() - start) / turns * 1e9)
        print(statistics.median(taken))
    """#
}
