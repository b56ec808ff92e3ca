import Adversaries
import LuaRuntime
import Testing

@Suite struct KillLatencyTests {
  /// The bound leaves room for a slow machine; what is measured on an idle one stands in the documentation.
  @Test(arguments: Attack.steps)
  func `the end of the time is felt`(_ attack: Attack) throws {
    let engine = try Engine(limits: .init(time: .milliseconds(250)))
    let environment = try engine.makeEnvironment()
    let clock = ContinuousClock()
    let start = clock.now
    let error = #expect(throws: LuaError.self) { try engine.run(attack.source, name: "attack", in: environment) }
    #expect(error?.code == .timeLimit, "\(attack.name): \(String(describing: error))")
    #expect(clock.now - start < .seconds(3), "\(attack.name)")
  }
}
