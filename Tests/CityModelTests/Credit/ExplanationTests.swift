import CityModel
import Columns
import Testing

/// A score is explained by the rows that its lines name: others may change, these may not (DESIGN D9).
@Suite struct ExplanationTests {
  static func random(_ seed: Int) -> (Town, firm: Int, complaints: Int) {
    var dice = FundPropertyTests.Dice(state: UInt64(seed) &+ 11)
    var town = Town()
    let firm = town.enterprise("甲物业")
    let other = town.enterprise("乙物业")
    let estates = [
      town.estate("一号", households: 300, servedBy: firm), town.estate("二号", households: 700, servedBy: firm),
      town.estate("三号", servedBy: other),
    ]
    for _ in 0..<60 {
      let estate = Int.random(in: 0..<3, using: &dice)
      town.complaint(
        estate == 2 ? other : firm, estates[estate],
        by: Int.random(in: 0..<6, using: &dice) == 0 ? nil : Int64.random(in: 1...9, using: &dice),
        on: ["2025-12-01", "2026-02-01", "2026-05-01", "2026-08-01"].randomElement(using: &dice) ?? "2026-05-01",
        finding: ["substantiated", "partly", "unsubstantiated", "undetermined"].randomElement(using: &dice) ?? "partly",
        [
          "reworks": .number(Int64.random(in: 0...1, using: &dice)),
          "delay_cause": .text(["enterprise", "department", "none"].randomElement(using: &dice) ?? "none"),
        ])
    }
    return (town, firm, 60)
  }

  static func score(_ town: Town, _ firm: Int) throws -> CreditScore {
    try #require(try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm])
  }

  @Test(arguments: 0..<12) func whatNoLineNamesMovesNothingAndWhatLinesNameMovesTheScore(_ seed: Int) throws {
    let (town, firm, count) = Self.random(seed)
    let before = try Self.score(town, firm)
    let named = Set(before.lines.flatMap(\.evidence).filter { $0.table == "complaint" }.flatMap(\.rows).map(Int.init))
    #expect(!named.isEmpty)
    var unnamedChanged = town
    var namedChanged = town
    for row in 0..<count {
      if named.contains(row) {
        namedChanged.tables["complaint"]?.set("finding", row: row, to: "unsubstantiated")
        namedChanged.tables["complaint"]?.set("reworks", row: row, to: .number(0))
      } else {
        unnamedChanged.tables["complaint"]?.set("finding", row: row, to: "undetermined")
        unnamedChanged.tables["complaint"]?.set("complainant", row: row, to: .number(99))
        unnamedChanged.tables["complaint"]?.set("delay_cause", row: row, to: "third party")
      }
    }
    #expect(try Self.score(unnamedChanged, firm) == before)
    #expect(try Self.score(namedChanged, firm).score > before.score)
  }

  @Test(arguments: 0..<12) func aScoreIsExactlyItsBaseAndItsLines(_ seed: Int) throws {
    let (town, firm, _) = Self.random(seed)
    for county in [nil, Town.luzhou] {
      let board = try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"), county: county)
      let score = try #require(board[enterprise: firm])
      #expect(score.score == score.lines.reduce(score.base) { $0 + $1.weighted })
      #expect(score.lines.allSatisfy { $0.item.kind == .limit || $0.evidence.contains { $0.count > 0 } })
      #expect(score.lines.allSatisfy { !$0.readings.isEmpty })
    }
  }
}
