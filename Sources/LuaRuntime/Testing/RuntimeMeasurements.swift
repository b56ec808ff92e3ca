/// Figures for the benchmark program, each beside plain Lua in the same run.
package enum RuntimeMeasurements {
  package struct Figure: Sendable {
    package let name: String
    /// Nanoseconds for ours, and for plain Lua doing the same.
    package let ours: Double
    package let plain: Double
    package var ratio: Double { ours / plain }
  }

  /// Loops over `rows` rows: through handles, and through tables with the same twelve fields.
  package static func all(rows: Int = 200_000, rounds: Int = 15) throws -> [Figure] {
    let engine = try Engine(limits: .init(memory: 4 << 30, time: nil))
    let numbers = UnsafeMutablePointer<Int64>.allocate(capacity: rows)
    for row in 0..<rows { unsafe numbers[row] = Int64(row % 1000) }
    let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: rows)
    for row in 0..<rows { unsafe codes[row] = UInt32(row % 5) }
    defer {
      unsafe numbers.deallocate()
      unsafe codes.deallocate()
    }
    let owner = LuaTableOwner()
    let texts = TextDictionary(["lift", "water", "noise", "parking", "fees"])
    let moment = try engine.registerQuantity("moment") { "\($0)" }
    let record = try engine.registerRecord(
      "complaint", rows: rows,
      fields: [
        Field("number") { unsafe .int64(numbers, owner: owner) },
        Field("opened") { unsafe .int64(numbers, quantity: moment, owner: owner) },
        Field("category") { unsafe .text(codes, texts, owner: owner) },
      ], methods: [HostFunction("itself") { call in try call.return(Int64(call.receiver.row)) }])
    let all = try engine.registerObject(
      "complaints", count: 1, methods: [HostFunction("each") { call in try call.returnRows(record, .range(rows)) }])
    try engine.loadLibrary(
      """
      local count, names = host.count, { 'lift', 'water', 'noise', 'parking', 'fees' }
      local t = {}
      for i = 1, count do
        t[i] = { number = i % 1000, opened = i, category = names[i % 5 + 1], a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7,
          h = 8, i = 9 }
      end
      return { tables = function() return t end }
      """, name: "tables", host: ["count": .integer(Int64(rows))])
    let environment = try engine.makeEnvironment(globals: [
      "all": engine.object(all, 0), "row": engine.row(record, 5),
      "same": engine.function("same") { call in try call.return(call.integer(1)) },
    ])
    func nanoseconds(_ source: String) throws -> Double {
      let function = try engine.load(source, name: "measure", into: environment)
      var best = Double.infinity
      for _ in 0..<rounds {
        let taken = try ContinuousClock().measure { try engine.call(function) }.components
        best = min(best, Double(taken.seconds) * 1e9 + Double(taken.attoseconds) / 1e9)
      }
      return best / Double(rows)
    }
    let loop = "for i = 1, \(rows) do"
    let pairs: [(String, String, String)] = [
      ("step to the next row", "for c in all:each() do end", "for _, c in ipairs(tables()) do end"),
      ("one field of each row", "local s = 0 for c in all:each() do s = s + c.number end",
        "local s = 0 for _, c in ipairs(tables()) do s = s + c.number end"),
      ("three fields of each row", "for c in all:each() do local a, b, d = c.number, c.opened, c.category end",
        "for _, c in ipairs(tables()) do local a, b, d = c.number, c.opened, c.category end"),
      ("a field of one row, again and again", "local r = row \(loop) local a = r.number end",
        "local r = tables()[5] \(loop) local a = r.number end"),
      ("host function call, beside one in C", "local f = same \(loop) f(i) end", "local f = math.abs \(loop) f(i) end"),
      ("method call, beside a method in C", "local r = row \(loop) r:itself() end", "local r = 'x' \(loop) r:len() end"),
    ]
    return try pairs.map { Figure(name: $0.0, ours: try nanoseconds($0.1), plain: try nanoseconds($0.2)) }
  }

  /// Milliseconds from the end of the time a script has to its return, the worst of a few hostile ones.
  package static func killLatency(rounds: Int = 5) throws -> [(name: String, milliseconds: Double)] {
    let sources = [
      ("tight loop", "while true do end"),
      ("loop of pcalls", "while true do pcall(function() while true do end end) end"),
      ("deep stack", "local function f(n) if n == 0 then while true do end end return 1 + f(n - 1) end f(150000)"),
      ("pattern", "(('a'):rep(3000)):find('.-.-.-.-.-b')"),
      ("sort", "local t = {} for i = 1, 100000 do t[i] = -i end while true do table.sort(t, function(a, b) return a < b end) end"),
      ("long strings", "local s = ('x'):rep(1000000) while true do local t = s:upper():reverse() .. '' end"),
      ("reading numbers", "local s = ('1'):rep(1000000) while true do local n = s + 1 end"),
      ("sorted pairs", "local t = {} for i = 1, 50000 do t['k' .. i] = i end while true do for _ in pairs(t) do end end"),
    ]
    let limit = Duration.milliseconds(300)
    return try sources.map { name, source in
      let engine = try Engine(limits: .init(memory: 256 << 20, time: limit))
      let environment = try engine.makeEnvironment()
      let function = try engine.load(source, name: "kill", into: environment)
      var worst = 0.0
      for _ in 0..<rounds {
        let taken = ContinuousClock().measure { _ = try? engine.call(function) } - limit
        worst = max(worst, Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1e3)
      }
      return (name, worst)
    }
  }

  /// Microseconds to make an engine with its libraries.
  package static func engineCreation(rounds: Int = 200) throws -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let taken = try ContinuousClock().measure { _ = try Engine().makeEnvironment() }.components
      best = min(best, Double(taken.attoseconds) / 1e12)
    }
    return best
  }

  private final class LuaTableOwner {}
}
