import LuaRuntime
import Testing

/// What Lua holds once, Swift would hold as often as it occurs: what a script hands over is bounded all the same.
@Suite struct CarryingTests {
  @Test(arguments: [
    "return echo(t)", "return t", "return table.unpack(t)", "return echo(table.unpack(t))", "error(echo({ a = t }))",
    "return echo(keys)",
  ])
  func `one long string a thousand times over is refused`(_ use: String) throws {
    let engine = try Engine(limits: .init(time: .seconds(60)))
    let echo = try engine.function("echo") { call in
      for value in try call.values() { try call.return(value) }
    }
    let environment = try engine.makeEnvironment(globals: ["echo": echo])
    let setUp = """
      local s, t, keys = ('x'):rep(250000), {}, {}
      for i = 1, 1000 do t[i] = s end
      for i = 1, 1000 do keys[i] = { [s] = i } end
      """
    let error = #expect(throws: LuaError.self) { try engine.run("\(setUp) \(use)", name: "carry", in: environment) }
    #expect(error?.code == .conversion)
    #expect(try engine.run("return #echo({ ('x'):rep(250000) })[1]", name: "carry", in: environment) == [250000])
  }

  @Test func `carrying ends with the time of the run`() throws {
    let engine = try Engine(limits: .init(time: .milliseconds(100)))
    let echo = try engine.function("echo") { call in _ = try call.values() }
    let environment = try engine.makeEnvironment(globals: ["echo": echo])
    let error = #expect(throws: LuaError.self) {
      try engine.run(
        "local t = {} for i = 1, 100 do t[i] = {} for k = 1, 1000 do t[i][k] = k end end while true do echo(t) end",
        name: "carry", in: environment)
    }
    #expect(error?.code == .timeLimit)
  }
}
