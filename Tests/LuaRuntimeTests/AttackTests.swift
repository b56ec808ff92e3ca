import Adversaries
import LuaRuntime
import Testing

@Suite struct AttackTests {
  /// What is to be stopped by the clock gets little of it; all the rest must come to its end in any case.
  static func limits(_ attack: Attack) -> Engine.Limits {
    attack.isEndless ? .init(time: .milliseconds(60)) : .init(memory: 64 << 20, time: .seconds(240))
  }

  @Test(arguments: Attack.all)
  func `no attack gets through, and the engine works afterwards`(_ attack: Attack) throws {
    let engine = try Engine(limits: Self.limits(attack))
    try check(attack, engine, AttackWorld(engine).makeEnvironment())
    #expect(try engine.run("return 1 + 1", name: "after", in: engine.makeEnvironment()) == [2])
  }

  @Test func `no attack harms the next one in the same engine`() throws {
    let engine = try Engine(limits: .init(memory: 16 << 20, time: .milliseconds(30)))
    let world = try AttackWorld(engine)
    for attack in Attack.all {
      let environment = try world.makeEnvironment()
      _ = try? engine.run(attack.source, name: "attack", in: environment)
      #expect(try engine.run("return ('x'):rep(3), #{1, 2}", name: "after", in: engine.makeEnvironment()) == ["xxx", 2])
    }
  }

  @Test(arguments: Attack.loops + Attack.patterns + Attack.handles + Attack.conversions)
  func `the polling switch stops what the signal stops`(_ attack: Attack) throws {
    let engine = try Engine(limits: Self.limits(attack), killSwitch: .polling(instructions: 1000))
    try check(attack, engine, AttackWorld(engine).makeEnvironment())
  }

  private func check(_ attack: Attack, _ engine: Engine, _ environment: Environment) throws {
    switch attack.outcome {
    case .harmless:
      let results = try engine.run(attack.source, name: "attack", in: environment)
      #expect(results.first == true, "\(attack.name)")
    case .refused(let code, let text):
      let error = #expect(throws: LuaError.self, "\(attack.name)") {
        try engine.run(attack.source, name: "attack", in: environment)
      }
      #expect(error?.code == code, "\(attack.name): \(String(describing: error))")
      #expect(text.isEmpty || error?.message.contains(text) == true, "\(attack.name): \(String(describing: error))")
    }
  }
}
