import CityModel
import Columns
import Testing

/// §1.4, retroactivity: points that change within the period count from that day on, by the day of each fact.
@Suite struct PointsByDayTests {
  /// Facts on both sides of 1 July 2026, on which the item's points double.
  struct Case: Sendable, CustomTestStringConvertible {
    var item: String
    var variant = "points"
    var name: String
    /// With the old points throughout, with the new ones from 1 July.
    var old: String, new: String
    /// Cases and points of each part of the line, with the new ones.
    var parts: [String]
    var build: @Sendable (inout Town, _ firm: Int, _ estate: Int) -> Void
    var testDescription: String { "\(item) \(name)" }
  }

  private static func late(_ day: String) -> @Sendable (inout Town, Int, Int) -> Void {
    { town, firm, estate in
      town.complaint(
        firm, estate, by: nil, on: day, finding: "unsubstantiated",
        ["delay_cause": "enterprise", "preliminary_at": .moment(Fixture.moment(day + " 23:00")), "basically_closed_at": .moment(Fixture.moment("2026-09-29 09:00"))])
    }
  }

  private static func both(_ one: @escaping @Sendable (String) -> @Sendable (inout Town, Int, Int) -> Void) -> @Sendable (inout Town, Int, Int) -> Void {
    { town, firm, estate in for day in ["2026-06-30", "2026-07-01", "2026-07-02"] { one(day)(&town, firm, estate) } }
  }

  private static func complaint(_ more: [String: TableBuilder.Value]) -> @Sendable (String) -> @Sendable (inout Town, Int, Int) -> Void {
    { day in { town, firm, estate in town.complaint(firm, estate, by: nil, on: day, finding: "unsubstantiated", more) } }
  }

  static let cases: [Case] = [
    Case(item: "D02", name: "filed late: the day after its thirty days", old: "-6", new: "-9", parts: ["1 x 3", "1 x 6"]) { town, firm, _ in
      for (name, from) in [("二", "2026-05-30"), ("三", "2026-06-01")] {
        _ = town.estate(name, servedBy: firm, from: from, filed: false)
        let last = (town.tables["contract"]?.count ?? 1) - 1
        town.tables["contract"]?.set("filed_on", row: last, to: CreditScoreTests.day("2026-09-01"))
      }
    },
    Case(item: "D02", name: "still unfiled: today", old: "-3", new: "-6", parts: ["1 x 6"]) { town, firm, _ in
      _ = town.estate("二", servedBy: firm, from: "2026-03-01", filed: false)
    },
    Case(
      item: "D04", name: "the deadline that passed", old: "-10", new: "-15", parts: ["1 x 5", "1 x 10"],
      build: CreditScoreTests.urgings(["2026-05-01", "2026-06-30", "2026-07-01"])),
    Case(item: "D08", name: "acceptance", old: "-1.5", new: "-2.5", parts: ["1 x 0.5", "2 x 1"], build: both { late($0) }),
    Case(item: "D09", name: "acceptance", old: "-3", new: "-5", parts: ["1 x 1", "2 x 2"], build: both { late($0) }),
    Case(item: "D10", name: "the first of each complainant", old: "-1", new: "-1.5", parts: ["1 x 0.5", "1 x 1"]) { town, firm, estate in
      // In no order of time, and the first person twice.
      for (person, day) in [(1, "2026-07-05"), (2, "2026-07-01"), (1, "2026-06-30")] { town.complaint(firm, estate, by: Int64(person), on: day) }
    },
    Case(
      item: "D11", name: "acceptance", old: "-9", new: "-15", parts: ["1 x 3", "2 x 6"],
      build: both(complaint(["false_closure": .flag(true), "reworks": .number(1)]))),
    Case(
      item: "D12", name: "acceptance", old: "-3", new: "-5", parts: ["1 x 1", "2 x 2"],
      build: both(complaint(["satisfied": .flag(false), "reworks": .number(1)]))),
    Case(item: "D13", variant: "low", name: "a rate of today", old: "-5", new: "-10", parts: ["1 x 10"], build: CreditScoreTests.survey(15, 30)),
    Case(item: "D14", name: "the determination", old: "-16", new: "-24", parts: ["1 x 8", "1 x 16"]) { town, firm, _ in
      town.refusal(firm, refused: "2026-06-30")
      town.refusal(firm, refused: "2026-07-01")
    },
    Case(item: "D15", variant: "interview", name: "the decision", old: "-6", new: "-10", parts: ["1 x 2", "2 x 4"], build: both { CreditScoreTests.record("D15", "interview", on: $0) }),
    Case(item: "B01", name: "the day of publication", old: "-8", new: "-14", parts: ["1 x 2", "3 x 4"], build: CreditScoreTests.listed("black", from: "2026-06-01")),
    Case(item: "G01", variant: "county", name: "the commendation", old: "4", new: "6", parts: ["1 x 2", "1 x 4"]) { town, firm, estate in
      CreditScoreTests.record("G01", "county", on: "2026-06-30", document: "1号")(&town, firm, estate)
      CreditScoreTests.record("G01", "county", on: "2026-07-01", document: "2号")(&town, firm, estate)
    },
    Case(item: "G02", name: "the day of publication", old: "2", new: "3.5", parts: ["1 x 0.5", "3 x 1"], build: CreditScoreTests.listed("red", from: "2026-06-01")),
    Case(item: "G07", name: "the quarter's last day", old: "3", new: "4", parts: ["2 x 1", "1 x 2"]) { _, _, _ in },
  ]

  @Test(arguments: cases) func byTheFactsDay(_ c: Case) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    c.build(&town, firm, estate)
    let item = try #require(ScoreItem.code(c.item))
    let key = try #require(item.pointsKey(c.variant))
    // A cap far away, so that every case shows.
    var parameters = try Fixture.rulebook().parameters
    if let cap = item.capKey { parameters = parameters.setting(cap, to: Points(100), from: Fixture.day("2026-01-01"), source: "test", mark: .assumption) }
    let each = try parameters.value(key, on: Fixture.day("2026-09-30"))
    let changed = parameters.setting(key, to: each.times(2), from: Fixture.day("2026-07-01"), source: "test", mark: .assumption)

    func line(_ parameters: Parameters) throws -> ScoreLine {
      var rulebook = try Fixture.rulebook()
      rulebook.parameters = parameters
      let board = try ScoreBoard.compute(town.snapshot(rulebook), on: Fixture.day("2026-09-30"))
      let score = try #require(board[enterprise: firm])
      #expect(score.score == score.lines.reduce(score.base) { $0 + $1.weighted })
      return try #require(score.lines.first { $0.item.code == c.item })
    }
    let before = try line(parameters), after = try line(changed)
    #expect(before.points.description == c.old)
    #expect(after.points.description == c.new)
    #expect(after.parts.map { "\($0.count) x \($0.each)" } == c.parts)
    #expect(after.evidence == before.evidence)
    // The explanation names both values with their first days.
    #expect(after.readings.filter { $0.key == key.name }.count == c.parts.count)
  }

  @Test("a value that begins after the last fact moves nothing")
  func later() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    town.complaint(firm, estate, by: 1, on: "2026-09-29")
    var rulebook = try Fixture.rulebook()
    let key = try #require(ScoreItem.code("D10")?.pointsKey("points"))
    let plain = try ScoreBoard.compute(town.snapshot(rulebook), on: Fixture.day("2026-09-30"))
    rulebook.parameters = rulebook.parameters.setting(key, to: Points(7), from: Fixture.day("2026-09-30"), source: "test", mark: .assumption)
    #expect(try ScoreBoard.compute(town.snapshot(rulebook), on: Fixture.day("2026-09-30"))[enterprise: firm]?.score == plain[enterprise: firm]?.score)
  }
}
