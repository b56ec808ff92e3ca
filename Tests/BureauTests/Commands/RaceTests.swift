import CityModel
import Columns
import Foundation
import Register
import Synchronization
import Testing

@Suite("Two officers at once") struct RaceTests {
  @Test("of two commands made against the same position, one is done and the other is stale") func race() throws {
    let city = try CommandCity()
    let asked = ["project": "140403001001", "category": "供暖", "channel": "来电"]
    for number in 1...12 {
      let start = Moment("2026-11-24 09:00")!
      #expect(try city.act(CityCommand("receive", on: "T-\(number)", asked, officer: "140403-01", at: start)) == "done")
      let outcomes = Mutex<[String]>([])
      let path = city.path, rulebook = city.rulebook
      // Two processes would do the same: each has a connection of its own.
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        var outcome: String
        do {
          let register = try Register.open(at: path)
          let command = CityCommand(
            "assign", on: "T-\(number)", ["person": "140403001-01"], officer: index == 0 ? "140403-01" : "140403-02", expectedPosition: 1,
            at: start.adding(seconds: 60))
          switch try register.perform(command, rulebook: rulebook) {
          case .done: outcome = "done"
          case .refused(let refusal): outcome = refusal.code
          }
          try register.close()
        } catch {
          outcome = "\(error)"
        }
        let seen = outcome
        outcomes.withLock { $0.append(seen) }
      }
      #expect(outcomes.withLock { $0.sorted() } == ["case-position-stale", "done"])
    }
    #expect(try city.sql("SELECT count(*) FROM complaint_assignments") == ["12"])
  }
}
