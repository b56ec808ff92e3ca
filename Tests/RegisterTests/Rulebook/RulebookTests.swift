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
    #expect(rulebook.calendar.years.keys.sorted() == [2026])
    #expect(try rulebook.parameters.value(FundParameters.smallMax, on: newYear) == Money(fen: 1_000_000))
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
