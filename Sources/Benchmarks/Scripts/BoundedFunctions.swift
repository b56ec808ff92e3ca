internal import LuaRuntime

/// Functions of the library that are bounded here, against the originals: the same source in a restricted engine and in one with
/// Lua's own libraries.
struct BoundedFunctions: Benchmark {
  let name = "bounded"

  private static let lines = """
    local lines, seed = {}, 1
    for i = 1, 2000 do
      seed = (seed * 16807) % 2147483647
      lines[i] = string.format("2026-09-%02d %d lift-%d: 'trapped' for %d min, key = value%d  ", seed % 28 + 1, i, seed % 100, seed % 60, i)
    end
    """

  private static let patterns: [(String, String)] = [
    ("find, plain", "n = n + (l:find('min', 1, true))"),
    ("find, literal", "n = n + (l:find('trapped'))"),
    ("find, class", "n = n + (l:find('%d+ min'))"),
    ("match, date", "local y, m, d = l:match('^(%d+)-(%d+)-(%d+)') n = n + d"),
    ("match, pair", "local k, v = l:match('(%w+)%s*=%s*(%w+)') n = n + #v"),
    ("match, lazy", "n = n + #l:match(\"'(.-)'\")"),
    ("match, trim", "n = n + #l:match('^%s*(.-)%s*$')"),
    ("gmatch, words", "for w in l:gmatch('%a+') do n = n + #w end"),
    ("gmatch, set", "for w in l:gmatch('[%w_]+') do n = n + #w end"),
    ("gsub, text", "n = n + select(2, l:gsub('%d+', '#'))"),
    ("gsub, captures", "n = n + #l:gsub('(%w+)-(%w+)', '%2-%1')"),
    ("gsub, function", "n = n + #l:gsub('%a+', string.upper)"),
    ("gsub, table", "n = n + #l:gsub('%a+', words)"),
  ]

  private static let traversals: [(String, String)] = [
    ("pairs, sequence of 10", "for _ = 1, 20000 do for k, v in pairs(ten) do n = n + v end end"),
    ("pairs, sequence of 100,000", "for _ = 1, 3 do for k, v in pairs(long) do n = n + v end end"),
    ("pairs, 8 names", "for _ = 1, 20000 do for k, v in pairs(record) do n = n + v end end"),
    ("pairs, 10,000 names", "for _ = 1, 10 do for k, v in pairs(keyed) do n = n + v end end"),
    ("ipairs, 100,000", "for _ = 1, 3 do for k, v in ipairs(long) do n = n + v end end"),
    ("sort, numbers", "for i = 1, 100000 do seed = (seed * 16807) % 2147483647 long[i] = seed end table.sort(long) n = long[5]"),
    ("concat", "for _ = 1, 10 do n = n + #table.concat(long, ',') end"),
    ("insert and remove", "local t = {} for i = 1, 200000 do table.insert(t, i) end for i = 1, 200000 do n = n + table.remove(t) end"),
  ]

  private static let tables = """
    local ten, long, record, keyed, seed = {}, {}, {}, {}, 1
    for i = 1, 10 do ten[i] = i end
    for i = 1, 100000 do long[i] = i end
    for i = 1, 8 do record["name" .. i] = i end
    for i = 1, 10000 do keyed["name" .. i] = i end
    """

  func run(on stage: Stage, into report: Report) throws {
    for (title, body) in BoundedFunctions.patterns {
      try race(
        title, """
          \(BoundedFunctions.lines) local words = { lift = "elevator", min = "minutes" }
          return function() local n = 0 for _ = 1, 5 do for i = 1, #lines do local l = lines[i] \(body) end end return n end
          """, .ratioAtMost(1.2), report)
    }
    for (title, body) in BoundedFunctions.traversals {
      try race(title, "\(BoundedFunctions.tables) return function() local n = 0 \(body) return n end", .none, report)
    }
  }

  private func race(_ title: String, _ source: String, _ target: Report.Target, _ report: Report) throws {
    let engines = [
      try Engine(limits: .init(memory: 256 << 20, string: 4 << 20, time: .seconds(60))),
      try Engine(limits: .init(memory: 1 << 30, string: 4 << 20, time: nil), profile: .unrestricted),
    ]
    let functions = try engines.map { engine in
      try engine.run(source, name: "bounded", in: try engine.makeEnvironment()).first?.function
    }
    guard let ours = functions[0], let original = functions[1] else { throw BenchError("\(title): no function") }
    guard try engines[0].call(ours) == engines[1].call(original) else { throw BenchError("\(title): the results differ") }
    let times = try turns(15, by: .processor, [{ try engines[0].call(ours) }, { try engines[1].call(original) }])
    report.figure("\(name), \(title)", ours: times[0] * 1e3, unit: "ms", against: "original", times[1] * 1e3, target: target)
  }
}
