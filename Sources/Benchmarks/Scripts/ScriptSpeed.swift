internal import Foundation
internal import LuaRuntime

/// Programs that only compute, inside limits against `lua5.4` without any.
struct ScriptSpeed: Benchmark {
  let name = "cpu-bound"

  private static let programs = [
    (
      "calls",
      "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end return tostring(fib(32))"
    ),
    (
      "tables",
      """
      local total = 0
      for round = 1, 4 do
        local composite = {}
        for i = 2, 1000000 do
          if not composite[i] then total = total + 1 for j = i * i, 1000000, i do composite[j] = true end end
        end
      end
      return tostring(total)
      """
    ),
    (
      "strings",
      """
      local words, seed = {}, 1
      for i = 1, 200000 do
        seed = (seed * 1103515245 + 12345) % 2147483648
        words[i] = string.format("%08d", seed)
      end
      table.sort(words)
      local count = 0
      for i = 1, #words do if string.find(words[i], "77", 1, true) then count = count + 1 end end
      return tostring(count) .. table.concat(words, ",", 1, 3)
      """
    ),
  ]

  func run(on stage: Stage, into report: Report) throws {
    guard let lua = Spawn.find("lua5.4") else { return report.note("\(name): skipped, lua5.4 is not installed") }
    for (title, text) in ScriptSpeed.programs {
      let file = "\(stage.folder)/\(title).lua"
      try "local result = (function() \(text) end)() print(result)".write(toFile: file, atomically: true, encoding: .utf8)
      let engine = try Engine(limits: .init(memory: 256 << 20, time: .seconds(60)))
      let program = try engine.load(text, name: title, into: try engine.makeEnvironment())
      try Spawn.run([lua, file], output: "\(stage.folder)/out")
      let expected = try String(contentsOfFile: "\(stage.folder)/out", encoding: .utf8).trimmingCharacters(in: .newlines)
      guard try engine.call(program) == [.string(expected)] else { throw BenchError("\(title): the results differ") }
      let times = try turns(5, warmed: false, [{ _ = try engine.call(program) }, { try Spawn.run([lua, file]) }])
      report.figure("\(name), \(title)", ours: times[0] * 1e3, unit: "ms", against: "lua5.4", times[1] * 1e3)
    }
  }
}
