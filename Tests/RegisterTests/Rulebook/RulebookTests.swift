import CityModel
import Columns
import Register
import Testing

@Suite struct RulebookTests {
  @Test func theShippedFilesAreComplete() throws {
    let rulebook = try Rulebook.standard()
    #expect(rulebook.parameters.missing.map(\.name) == [])
    let newYear = try #require(Day("2026-10-10"))
    #expect(try rulebook.calendar.isWorkingDay(newYear))
    #expect(rulebook.calendar.years.keys.sorted() == [2025, 2026])
    #expect(try rulebook.parameters.value(FundParameters.smallMax, on: newYear) == Money(fen: 1_000_000))
  }

  /// 365 days less 104 of weekends and 18 weekdays of holidays, and five weekend days of work.
  @Test(
    "the shipped arrangement of 2025", arguments: [
      ("2025-01-01", false), ("2025-01-02", true), ("2025-01-26", true), ("2025-01-27", true), ("2025-01-28", false), ("2025-02-04", false),
      ("2025-02-05", true), ("2025-02-08", true), ("2025-04-04", false), ("2025-04-07", true), ("2025-04-27", true), ("2025-05-05", false),
      ("2025-05-06", true), ("2025-05-30", true), ("2025-06-02", false), ("2025-06-03", true), ("2025-09-28", true), ("2025-09-30", true),
      ("2025-10-08", false), ("2025-10-09", true), ("2025-10-11", true), ("2025-10-12", false), ("2025-12-31", true),
    ])
  func lastYear(_ day: String, _ works: Bool) throws {
    let calendar = try Rulebook.standard().calendar
    #expect(try calendar.isWorkingDay(#require(Day(day))) == works)
    #expect(try calendar.workingDays(after: #require(Day("2025-01-01")), through: #require(Day("2025-12-31"))) == 248)
    // Across the turn of the year: 31 December, then 4 January, a Sunday of work.
    #expect(try calendar.adding(workingDays: 2, to: #require(Day("2025-12-30"))) == Day("2026-01-04"))
  }

  struct Mistake: Sendable {
    var name: String
    var yaml: String
    var code: ParameterError.Code
    var line: Int
  }

  static let mistakes = [
    Mistake(
      name: "misspelt",
      yaml: "credit.base:\n  - {from: 2026-01-01, value: 80, source: A7, mark: draft}\ncredit.mix: 1\n",
      code: .unknown, line: 3),
    Mistake(
      name: "wrong type",
      yaml: "credit.base:\n  - from: 2026-01-01\n    value: many\n    source: A7\n    mark: draft\n",
      code: .wrongType, line: 3),
    Mistake(name: "broken", yaml: "credit.base: [\n", code: .shape, line: 2),
    Mistake(name: "list", yaml: "- 1\n", code: .shape, line: 1),
  ]

  @Test(arguments: mistakes) func aMistakeInAFileIsNamedWithItsLine(_ mistake: Mistake) {
    let error = #expect(throws: ParameterError.self) {
      try Rulebook(parameters: mistake.yaml, calendar: Rulebook.calendarFile)
    }
    #expect(error?.code == mistake.code)
    #expect(error?.line == mistake.line)
  }

  @Test func aNameThatStandsTwiceIsRefused() {
    let value = "[{from: 2026-01-01, value: 80, source: A7, mark: draft}]"
    let error = #expect(throws: ParameterError.self) {
      try Rulebook(parameters: "credit.base: \(value)\ncredit.base: \(value)\n", calendar: Rulebook.calendarFile)
    }
    #expect(error?.code == .duplicate)
    #expect(error?.key == "credit.base")
  }
}
