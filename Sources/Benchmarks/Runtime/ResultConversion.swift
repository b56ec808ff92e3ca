internal import LuaRuntime

/// A result of a thousand rows as a Swift value, against C that copies it into memory of its own and frees it.
struct ResultConversion: Benchmark {
  let name = "runtime-convert"

  func run(on stage: Stage, into report: Report) throws {
    let engine = try Engine()
    let environment = try engine.makeEnvironment()
    try engine.addPlainFunctions(to: environment)
    let made = """
      local t = {}
      for i = 1, 1000 do t[i] = { number = i, enterprise = "enterprise " .. i % 50, score = i / 8, listed = i % 3 == 0 } end
      return {
        ours = function() return t end,
        plain = function() return plain.take(t) end,
      }
      """
    guard let table = try engine.run(made, name: "made", in: environment).first?.table,
      let ours = table["ours"].function, let plain = table["plain"].function
    else { throw BenchError("\(name): nothing to convert") }
    guard try engine.call(ours).first?.table?.array.count == 1000, try engine.call(plain) == [1000] else {
      throw BenchError("\(name): rows are lost")
    }
    func often(_ function: LuaFunction) -> () throws -> Void {
      { for _ in 0..<50 { try engine.call(function) } }
    }
    let times = try turns(15, by: .processor, [often(ours), often(plain)]).map { $0 / 50 * 1e6 }
    report.figure("\(name), 1,000 rows", ours: times[0], unit: "µs", against: "plain C", times[1])
  }
}
