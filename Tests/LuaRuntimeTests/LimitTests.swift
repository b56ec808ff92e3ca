import LuaRuntime
import Testing

/// Memory: what counts, from when on, and what a host function may add.
@Suite struct LimitTests {
  @Test func `what the host sets up is not the script's`() throws {
    let engine = try Engine(limits: .init(memory: 200_000, time: nil))
    let big = LuaTable(array: (0..<20_000).map { .integer($0) })
    try engine.loadLibrary(
      "local t = {} for i = 1, 20000 do t[i] = 'entry ' .. i end return {entries = t, size = function() return #t end}", name: "l", host: [:])
    let environment = try engine.makeEnvironment()
    #expect(engine.memoryUsed > 1_000_000)
    #expect(try engine.run("return #entries, size()", name: "s", in: environment) == [20000, 20000])
    let error = #expect(throws: LuaError.self) {
      try engine.run("local t = {} for i = 1, 20000 do t[i] = 'mine ' .. i end", name: "s", in: environment)
    }
    #expect(error?.code == .memoryLimit)
    #expect(big.array.count == 20_000)
  }

  /// An engine that serves one environment after another must not let its scripts have more and more.
  @Test func `the limit goes back when an environment goes`() throws {
    let engine = try Engine(limits: .init(memory: 1 << 20))
    func most() throws -> Int64? {
      let environment = try engine.makeEnvironment(globals: ["data": .table(LuaTable(array: Array(repeating: 1, count: 5000)))])
      let fill = try engine.load(
        "local t, n = {}, 0 while true do n = n + 1 t[n] = {} if n % 100 == 0 then print(n) end end", name: "fill", into: environment)
      var reached: Int64?
      engine.print = { reached = Int64($0.dropLast()) }
      _ = try? engine.call(fill)
      engine.collectGarbage()
      return reached
    }
    let first = try #require(try most())
    for _ in 0..<200 { _ = try engine.makeEnvironment(globals: ["data": .table(LuaTable(array: Array(repeating: 1, count: 5000)))]) }
    let last = try #require(try most())
    #expect(abs(last - first) <= first / 20, "\(first) \(last)")
  }

  @Test(arguments: [
    "pcall(give, 2000000)", "local ok = pcall(give, 2000000) while true do end", "xpcall(give, print, 2000000)", "give(2000000)",
    "pcall(table.sort, {1, 2}, function() give(2000000) end)",
  ])
  func `a host function beyond its credit ends the run`(_ source: String) throws {
    let engine = try Engine(limits: .init(memory: 1 << 20, hostCredit: 1 << 20, string: 64 << 20, time: .seconds(20), elements: 1 << 24))
    let give = try engine.function("give") { call in
      let count = try call.integer(1)
      var table = LuaTable()
      for i in 0..<count { table.array.append(.integer(i)) }
      try call.return(.table(table))
    }
    let environment = try engine.makeEnvironment(globals: ["give": give])
    let error = #expect(throws: LuaError.self) { try engine.run(source, name: "s", in: environment) }
    #expect(error?.code == .memoryLimit)
    #expect(engine.memoryPeak < 8 << 20)
    engine.collectGarbage()
    #expect(try engine.run("return #give(100)", name: "s", in: environment) == [100])
  }

  @Test func `within its credit a host function may go beyond the script's memory`() throws {
    let engine = try Engine(limits: .init(memory: 1 << 20, hostCredit: 8 << 20, elements: 1 << 20))
    let give = try engine.function("give") { call in
      try call.return(.table(LuaTable(array: (0..<100_000).map { .integer($0) })))
      // …but it is the script's as soon as the function has returned.
    }
    let length = try engine.function("length") { call in
      for _ in 0..<4 {
        let large = LuaValue.table(LuaTable(array: (0..<50_000).map { .integer($0) }))
        _ = try call.engine.describe(large)
      }
      try call.return(4)
    }
    let environment = try engine.makeEnvironment(globals: ["give": give, "length": length])
    #expect(try engine.run("return length()", name: "s", in: environment) == [4])
    let error = #expect(throws: LuaError.self) { try engine.run("local t = give()", name: "s", in: environment) }
    #expect(error?.code == .memoryLimit)
  }

  struct Growing: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    /// Where memory ends; `nil` where no line of the script was running.
    var line: Int?
    var memory = 400_000
  }

  static let growing = [
    Growing(testDescription: "a text that doubles", source: "local text = 'lift'\nlocal n = 0\nwhile true do\n  text = text .. text\nend", line: 4),
    Growing(testDescription: "rows kept in a table", source: "local t = {}\nfor i = 1, 1e9 do\n  t[i] = 'row ' .. i\nend", line: 3),
    Growing(
      testDescription: "in a function that another calls", source: "local function fill(t)\n  while true do\n    t[#t + 1] = { 1, 2, 3 }\n  end\nend\n\nfill {}",
      line: 3),
    Growing(testDescription: "in the library", source: "local t = {}\nfor i = 1, 200 do t[i] = 'x' end\nlocal n = 1\nreturn table.concat(t, ('x'):rep(60000))", line: 4),
    Growing(testDescription: "under a pcall", source: "pcall(function()\n  local t = {}\n  while true do\n    t = { t, tostring(t) }\n  end\nend)\nwhile true do end", line: 4),
    Growing(testDescription: "after an error that was caught", source: "pcall(error, 'x')\npcall(function() error('y') end)\n\nlocal t = 'a'\nwhile true do t = t .. t end", line: 5),
    Growing(testDescription: "while it is compiled", source: "return { " + (0..<4_500).map { "'text \($0)'" }.joined(separator: ",\n") + " }", line: nil, memory: 150_000),
  ]

  @Test(arguments: growing) func `the end of memory has the place where it came`(_ one: Growing) throws {
    let engine = try Engine(limits: .init(memory: one.memory, string: 1 << 20, time: .seconds(20)))
    let environment = try engine.makeEnvironment()
    _ = try? engine.run("\n\n\n\n\n\n\n\n\n\n\nerror('an earlier run')", name: "earlier", in: environment)
    let error = #expect(throws: LuaError.self) { try engine.run(one.source, name: "s", in: environment) }
    #expect(error?.code == .memoryLimit)
    #expect(error?.line == one.line)
    #expect(error?.chunk == (one.line == nil ? nil : "s"))
  }
}
