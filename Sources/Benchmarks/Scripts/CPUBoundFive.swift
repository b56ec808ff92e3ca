internal import Foundation
internal import LuaRuntime

/// The five programs inside limits, each in a new engine, against `lua5.4` without any; beside it the same library without
/// limits, called from C (the command `lua5.4` does not use the shared library), and LuaJIT's interpreter.
struct CPUBoundFive: Benchmark {
  let name = "five"

  func run(on stage: Stage, into report: Report) throws {
    let lua = Spawn.find("lua5.4"), jit = Spawn.find("luajit")
    if lua == nil { report.note("\(name): lua5.4 is not installed") }
    if jit == nil { report.note("\(name): luajit is not installed") }
    for (title, text) in CPUBoundPrograms.all {
      let file = "\(stage.folder)/program.lua", output = "\(stage.folder)/out"
      let program = "local result = (function() \(text) end)()"
      try (program + " print(result)").write(toFile: file, atomically: true, encoding: .utf8)
      func ours() throws -> LuaValue? {
        let engine = try Engine(limits: .init(memory: 256 << 20, time: .seconds(60)))
        return try engine.run(text, name: title, in: try engine.makeEnvironment()).first
      }
      let result = try ours()
      var contenders: [() throws -> Void] = [
        { _ = try ours() }, { guard Engine.runPlain(program) else { throw BenchError("\(title) fails") } },
      ]
      for command in [lua.map { [$0, file] }, jit.map { [$0, "-joff", file] }].compactMap({ $0 }) {
        try Spawn.run(command, output: output)
        let expected = try String(contentsOfFile: output, encoding: .utf8).trimmingCharacters(in: .newlines)
        guard result == .string(expected) else { throw BenchError("\(title): \(String(describing: result)), not \(expected)") }
        contenders.append { try Spawn.run(command) }
      }
      var times = try turns(7, by: .family, contenders).map { $0 * 1e3 }[...]
      let own = times.removeFirst(), plain = times.removeFirst()
      if lua != nil {
        report.figure(
          "\(name), \(title)", ours: own, unit: "ms", against: "lua5.4", times.removeFirst(), target: .ratioAtMost(1.05))
      }
      report.figure("\(name), \(title), same library", ours: own, unit: "ms", against: "liblua5.4", plain, target: .ratioAtMost(1.05))
      if jit != nil { report.figure("\(name), \(title), LuaJIT", ours: own, unit: "ms", against: "LuaJIT -joff", times.removeFirst()) }
    }
  }
}
