import Bureau
import CityModel
import Columns
import Foundation
import GRDB
import Register
import Synchronization
import Testing

@Suite("Two officers at once") struct RaceTests {
  /// Both do their thing at the same moment, each over a connection of its own: two processes would do the same.
  static func race(_ path: String, _ attempts: [@Sendable (Register) throws -> String]) -> [String] {
    let outcomes = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: attempts.count) { index in
      var outcome: String
      do {
        let register = try Register.open(at: path)
        outcome = try attempts[index](register)
        try register.close()
      } catch {
        outcome = "\(error)"
      }
      let seen = outcome
      outcomes.withLock { $0.append(seen) }
    }
    return outcomes.withLock { $0.sorted() }
  }

  @Test("of two commands made against the same position, one is done and the other is stale") func race() throws {
    let city = try CommandCity()
    let asked = ["project": "140403001001", "category": "供暖", "channel": "来电"]
    for number in 1...12 {
      let start = Moment("2026-11-24 09:00")!
      #expect(try city.act(CityCommand("receive", on: "T-\(number)", asked, officer: "140403-01", at: start)) == "done")
      let rulebook = city.rulebook
      let outcomes = Self.race(city.path, ["140403-01", "140403-02"].map { officer in
        { register in
          try CommandCity.act(
            CityCommand("assign", on: "T-\(number)", ["person": "140403001-01"], officer: officer, expectedPosition: 1, at: start.adding(seconds: 60)),
            register, rulebook)
        }
      })
      #expect(outcomes == ["case-position-stale", "done"])
    }
    #expect(try city.sql("SELECT count(*) FROM complaint_assignments") == ["12"])
  }

  /// Every line of the working day that is done is first tried by two at once, on a copy of the day so far.
  @Test("every command of the working day, by two at once: one is done, the other refused, and no clause broken") func day() throws {
    let city = try CommandCity()
    let rulebook = city.rulebook
    let probe = RegisterClauses.all.map { "SELECT '\($0.0)' WHERE EXISTS (\($0.1))" }.joined(separator: " UNION ALL ")
    var kinds: Set<String> = []
    var byTwo: Set<String> = []
    var refusals: [String: Int] = [:]
    for line in try WorkingDayTests.lines().filter({ try TypedFundCommand(TypedCommand.words(of: $0.text) ?? []) == nil }) where line.expected == "done" {
      var command = try TypedCommand(try #require(TypedCommand.words(of: line.text))).command(at: Moment("2026-11-24 18:00")!)
      let description = try #require(CityCommands.named(command.name))
      command.expectedPosition = try city.register.caseFile(description.table, command.subject)?.position ?? 0
      // A colleague, where there is one who may do it too.
      var other = command
      other.officer = ["140403-01": "140403-02", "140403-02": "140403-01"][command.officer] ?? command.officer
      if try city.copy().act(other) != "done" { other.officer = command.officer }
      let copy = try city.copy()
      let before = try copy.register.ledgerPosition()
      let pair = [command, other]
      let outcomes = Self.race(copy.path, pair.map { one in { register in try CommandCity.act(one, register, rulebook) } })
      #expect(outcomes.filter { $0 == "done" }.count == 1, "\(line.text): \(outcomes)")
      for outcome in outcomes where outcome != "done" { refusals[outcome, default: 0] += 1 }
      let grown = try copy.register.ledgerPosition() - before
      #expect(try copy.sql(probe).isEmpty, "\(line.text)")
      #expect(try copy.register.check().isEmpty)
      kinds.insert(description.name)
      if other.officer != command.officer { byTwo.insert(description.name) }
      #expect(try city.act(command) == "done", "\(line.text)")
      #expect(try city.register.ledgerPosition() == before + grown, "\(line.text): two at once write what one writes")
    }
    #expect(kinds.count >= 40 && byTwo.count >= 20, "\(kinds.count) kinds, by two officers: \(byTwo.sorted())")
    for kind in ["decide listing", "file contract", "submit filing", "accept filing", "close", "revisit", "order rectification"] {
      #expect(kinds.contains(kind), "\(kind)")
    }
    #expect(Set(refusals.keys).isSubset(of: ["case-position-stale", "case-exists"]), "each knows why: \(refusals)")
  }
}
