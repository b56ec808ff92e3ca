import CityModel
import Columns
import Testing

/// What each item of the score decides, one case an item, on 30 September 2026.
@Suite struct CreditScoreTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var item: String
    /// Signed, after cap and weight; `nil` when there must be no such line.
    var points: String?
    var evidence: Int = 1
    var build: @Sendable (inout Town, _ firm: Int, _ estate: Int) -> Void

    var testDescription: String { name }
  }

  static func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

  static func record(_ item: String, _ variant: String? = nil, on date: String = "2026-05-01", document: String = "1号")
    -> @Sendable (inout Town, Int, Int) -> Void
  {
    { town, firm, estate in
      town.add(
        CreditRecord.schema,
        [
          "enterprise": .row(firm), "project": .row(estate), "county": .row(Town.luzhou), "item": .text(item),
          "variant": variant.map { .text($0) } ?? .none, "decided_on": day(date), "document": .text(document),
        ])
    }
  }

  static func complaints(_ people: Int64, _ more: [String: TableBuilder.Value])
    -> @Sendable (inout Town, Int, Int) -> Void
  {
    { town, firm, estate in
      for person in 0..<people { town.complaint(firm, estate, by: person + 1, finding: "unsubstantiated", more) }
    }
  }

  static func listed(_ kind: String, from: String, removed: String? = nil) -> @Sendable (inout Town, Int, Int) -> Void {
    { town, firm, _ in
      town.add(
        ListEntry.schema,
        [
          "enterprise": .row(firm), "county": .row(Town.luzhou), "list": .text(kind), "decided_on": day(from),
          "removed_on": removed.map { day($0) } ?? .none,
        ])
    }
  }

  static func urgings(_ deadlines: [String], topic: String = "filing", heeded: String? = nil)
    -> @Sendable (inout Town, Int, Int) -> Void
  {
    { town, firm, _ in
      for deadline in deadlines {
        town.add(
          Urging.schema,
          [
            "enterprise": .row(firm), "county": .row(Town.luzhou), "topic": .text(topic), "deadline": day(deadline),
            "heeded_on": heeded.map { day($0) } ?? .none,
          ])
      }
    }
  }

  static func survey(_ satisfied: Int64, _ answered: Int64) -> @Sendable (inout Town, Int, Int) -> Void {
    { town, firm, estate in
      town.add(
        Survey.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "held_on": day("2026-06-01"),
          Survey.satisfied.name: .number(satisfied),
          Survey.answered.name: .number(answered),
        ])
    }
  }

  static let late: [String: TableBuilder.Value] = [
    "delay_cause": "enterprise", "preliminary_at": .moment(Fixture.moment("2026-06-01 13:00:01")),
    "basically_closed_at": .moment(Fixture.moment("2026-06-05 00:00:01")),
  ]
  static let lateByDepartment = late.merging(["delay_cause": "department"]) { $1 }

  static let cases: [Case] = [
    Case(name: "unfiled in another county", item: "D01", points: "-10") { town, firm, _ in
      _ = town.estate("二号", county: Town.shangdang, servedBy: firm, filed: false)
    },
    Case(name: "filed in both counties", item: "D01", points: nil) { town, firm, _ in
      _ = town.estate("二号", county: Town.shangdang, servedBy: firm)
    },
    Case(name: "contract never filed", item: "D02", points: "-3") { town, firm, _ in
      _ = town.estate("二号", servedBy: firm, from: "2026-03-01", filed: false)
    },
    Case(name: "contract whose thirty days run", item: "D02", points: nil) { town, firm, _ in
      _ = town.estate("二号", servedBy: firm, from: "2026-08-31", filed: false)
    },
    Case(name: "four unfiled contracts: cap", item: "D02", points: "-9", evidence: 4) { town, firm, _ in
      for name in ["二", "三", "四", "五"] { _ = town.estate(name, servedBy: firm, from: "2026-03-01", filed: false) }
    },
    Case(name: "manager not filed", item: "D03", points: "-2", build: record("D03")),
    Case(name: "one urging costs nothing", item: "D04", points: nil, build: urgings(["2026-03-01"])),
    Case(
      name: "two urgings cost one step", item: "D04", points: "-5", evidence: 2,
      build: urgings(["2026-03-01", "2026-04-01"])),
    Case(
      name: "two urgings of one deadline are one", item: "D04", points: nil,
      build: urgings(["2026-03-01", "2026-03-01"])),
    Case(
      name: "three urgings", item: "D04", points: "-10", evidence: 3,
      build: urgings(["2026-03-01", "2026-04-01", "2026-05-01"])),
    Case(
      name: "other urgings do not count", item: "D04", points: nil,
      build: urgings(["2026-03-01", "2026-04-01"], topic: "other")),
    Case(
      name: "heeded urgings", item: "D04", points: nil,
      build: urgings(["2026-03-01", "2026-04-01"], heeded: "2026-02-20")),
    Case(name: "disclosure", item: "D05", points: "-1", build: record("D05")),
    Case(name: "common revenue", item: "D06", points: "-5", build: record("D06")),
    Case(name: "price", item: "D07", points: "-5", build: record("D07")),
    Case(name: "slow answer by its fault", item: "D08", points: "-0.5", build: complaints(1, late)),
    Case(name: "slow answer by the department", item: "D08", points: nil, build: complaints(1, lateByDepartment)),
    Case(name: "slow closing by its fault", item: "D09", points: "-1", build: complaints(1, late)),
    Case(name: "slow closing by the department", item: "D09", points: nil, build: complaints(1, lateByDepartment)),
    Case(name: "eleven slow closings: cap", item: "D09", points: "-10", evidence: 11, build: complaints(11, late)),
    Case(name: "three complainants", item: "D10", points: "-1.5", evidence: 3) { town, firm, estate in
      for person in Int64(1)...3 { town.complaint(firm, estate, by: person) }
    },
    Case(name: "one complainant three times", item: "D10", points: "-0.5", evidence: 3) { town, firm, estate in
      for _ in 1...3 { town.complaint(firm, estate, by: 7) }
    },
    Case(name: "anonymous", item: "D10", points: nil) { town, firm, estate in town.complaint(firm, estate, by: nil) },
    Case(name: "last year's complaint", item: "D10", points: nil) { town, firm, estate in
      town.complaint(firm, estate, by: 1, on: "2025-12-31")
    },
    Case(
      name: "false closure", item: "D11", points: "-3",
      build: complaints(1, ["false_closure": .flag(true), "reworks": .number(1)])),
    Case(
      name: "false closure is no dissatisfaction", item: "D12", points: nil,
      build: complaints(1, ["false_closure": .flag(true), "reworks": .number(1)])),
    Case(
      name: "done again", item: "D12", points: "-1",
      build: complaints(1, ["satisfied": .flag(false), "reworks": .number(1)])),
    Case(name: "14 of 30", item: "D13", points: "-10", evidence: 1, build: survey(14, 30)),
    Case(name: "15 of 30", item: "D13", points: "-5", evidence: 1, build: survey(15, 30)),
    Case(name: "20 of 30", item: "D13", points: "-2", evidence: 1, build: survey(20, 30)),
    Case(name: "21 of 30", item: "D13", points: nil, build: survey(21, 30)),
    Case(name: "0 of 29", item: "D13", points: nil, build: survey(0, 29)),
    Case(name: "24 of 30", item: "G03", points: "3", evidence: 1, build: survey(24, 30)),
    Case(name: "27 of 30", item: "G03", points: "5", evidence: 1, build: survey(27, 30)),
    Case(name: "refusal", item: "D14", points: "-8") { town, firm, _ in town.refusal(firm) },
    Case(name: "interview and circular", item: "D15", points: "-7", evidence: 2) { town, firm, estate in
      record("D15", "interview")(&town, firm, estate)
      record("D15", "circular")(&town, firm, estate)
    },
    Case(name: "fire lane", item: "D16", points: "-3", build: record("D16")),
    Case(name: "common parts", item: "D17", points: "-8", build: record("D17")),
    Case(name: "minor penalty", item: "D18", points: "-2", build: record("D18", "minor")),
    Case(name: "serious penalty", item: "D18", points: "-15", build: record("D18", "serious")),
    Case(name: "penalty of a year ago", item: "D18", points: nil, build: record("D18", "serious", on: "2025-09-30")),
    Case(name: "penalty a day later", item: "D18", points: "-15", build: record("D18", "serious", on: "2025-10-01")),
    Case(name: "charging", item: "D19", points: "-1", build: record("D19")),
    Case(name: "three black months", item: "B01", points: "-6", build: listed("black", from: "2026-07-01")),
    Case(
      name: "black months end with the removal", item: "B01", points: "-2",
      build: listed("black", from: "2026-07-01", removed: "2026-08-05")),
    Case(name: "nine black months: cap", item: "B01", points: "-8", build: listed("black", from: "2025-12-01")),
    Case(name: "three red months", item: "G02", points: "1.5", build: listed("red", from: "2026-07-01")),
    Case(name: "commendations of one matter", item: "G01", points: "5", evidence: 1) { town, firm, estate in
      record("G01", "county")(&town, firm, estate)
      record("G01", "national")(&town, firm, estate)
    },
    Case(name: "commendations of two matters", item: "G01", points: "5", evidence: 2) { town, firm, estate in
      record("G01", "county")(&town, firm, estate)
      record("G01", "city", document: "2号")(&town, firm, estate)
    },
    Case(name: "takeover", item: "G04", points: "2", build: record("G04", "takeover")),
    Case(name: "4050 share of 5 %", item: "G05", points: "1") { town, firm, _ in
      town.tables["enterprise"]?.set("staff", row: firm, to: .number(100))
      town.tables["enterprise"]?.set("staff_4050", row: firm, to: .number(5))
    },
    Case(name: "4050 share below", item: "G05", points: nil) { town, firm, _ in
      town.tables["enterprise"]?.set("staff", row: firm, to: .number(100))
      town.tables["enterprise"]?.set("staff_4050", row: firm, to: .number(4))
    },
    Case(name: "lifts", item: "G06", points: "2", build: record("G06")),
    Case(name: "three quarters without overdue", item: "G07", points: "3") { _, _, _ in },
    Case(name: "a slow quarter by its fault", item: "G07", points: "2", build: complaints(1, late)),
    Case(name: "a slow quarter by the department", item: "G07", points: "3", build: complaints(1, lateByDepartment)),
    Case(name: "revenue quarterly", item: "G08", points: "1", build: record("G08")),
  ]

  @Test(arguments: cases) func eachItem(_ c: Case) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    c.build(&town, firm, estate)
    let board = try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))
    let score = try #require(board[enterprise: firm])
    let line = score.lines.first { $0.item.code == c.item }
    #expect(line?.weighted.description == c.points)
    if c.points != nil { #expect(line?.evidence.reduce(0) { $0 + $1.count } == c.evidence) }
    if let line { #expect(line.readings.contains { $0.key.hasPrefix("credit.\(c.item)") }) }
    #expect(score.score == score.lines.reduce(score.base) { $0 + $1.weighted })
    #expect(board.unreadRecords == [])
  }

  @Test func everyItemIsTried() {
    let tried = Set(Self.cases.filter { $0.points != nil }.map(\.item))
    #expect(ScoreItem.all.filter { $0.kind != .limit }.map(\.code).filter { !tried.contains($0) } == [])
  }

  @Test func aLargeFirmIsNotPunishedForItsSize() throws {
    var town = Town()
    let firm = town.enterprise("大物业")
    let small = town.estate("小", households: 100, servedBy: firm)
    _ = town.estate("大", households: 200, servedBy: firm)
    for person in Int64(1)...2 { town.complaint(firm, small, by: person) }
    let score = try #require(
      try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm])
    let line = try #require(score.lines.first { $0.item.code == "D10" })
    #expect(line.points == Points(-1))
    #expect((line.weightPart, line.weightWhole) == (100, 300))
    #expect(line.weighted == Points(thousandths: -333))
    // 80 + 3 quarters without overdue − 0.333
    #expect(score.score == Points(thousandths: 82_667))
  }

  @Test func additionsAreCappedTogetherByALineOfTheirOwn() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    for number in 1...5 { Self.record("G01", "province", document: "\(number)号")(&town, firm, estate) }
    let score = try #require(
      try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm])
    // 25 for five commendations and 3 for three quarters come to 20.
    #expect(score.lines.last?.item.code == "L01")
    #expect(score.lines.last?.weighted == Points(-8))
    #expect(score.score == Points(100))
    #expect(score.grade == .a)
  }

  /// 80 + 3 for three quarters, less recorded penalties.
  @Test(arguments: [
    ([String](), "83", CreditGrade.b), (["general", "minor"], "76", .b), (["general", "minor", "minor"], "74", .c),
    (["serious", "general", "minor"], "61", .c), (["serious", "general", "minor", "minor"], "59", .d),
  ]) func gradesByTheirLeastScores(_ penalties: [String], _ points: String, _ grade: CreditGrade) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    for penalty in penalties { Self.record("D18", penalty)(&town, firm, estate) }
    let score = try #require(
      try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm])
    #expect(score.score.description == points)
    #expect(score.grade == grade)
    #expect(score.isProvisional)
  }

  @Test func lessThanThreeMonthsOfServiceIsUnratedAndNotD() throws {
    for (since, grade) in [("2026-07-01", CreditGrade.unrated), ("2026-06-30", .b)] {
      var town = Town()
      let firm = town.enterprise("新物业", since: since)
      _ = town.estate("一号小区", servedBy: firm, from: since)
      let score = try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm]
      #expect(score?.grade == grade, "\(since)")
    }
  }

  struct VetoCase: Sendable, CustomTestStringConvertible {
    var code: String?
    var name: String
    var build: @Sendable (inout Town, Int, Int) -> Void
    var testDescription: String { name }
  }

  static let vetoes: [VetoCase] = [
    VetoCase(code: "V1", name: "fund diverted", build: record("V1")),
    VetoCase(code: "V2", name: "refuses to leave", build: record("V2")),
    VetoCase(
      code: "V3", name: "four urgings", build: urgings(["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"])),
    VetoCase(code: nil, name: "three urgings", build: urgings(["2026-02-01", "2026-03-01", "2026-04-01"])),
    VetoCase(code: "V4", name: "exit and refusal") { town, firm, estate in
      for person in Int64(1)...21 { town.complaint(firm, estate, by: person) }
      town.refusal(firm)
    },
    VetoCase(code: nil, name: "exit by satisfaction, no refusal") { town, firm, estate in
      for person in Int64(1)...21 { town.complaint(firm, estate, by: person) }
      survey(10, 30)(&town, firm, estate)
    },
    VetoCase(code: "V5", name: "cut water", build: record("V5")),
    VetoCase(code: "V6", name: "forged", build: record("V6")),
    VetoCase(code: nil, name: "veto of more than a year ago", build: record("V1", on: "2025-09-30")),
  ]

  @Test(arguments: vetoes) func aVetoMakesD(_ c: VetoCase) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    c.build(&town, firm, estate)
    let score = try #require(
      try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))[enterprise: firm])
    #expect(score.vetoes.map(\.code) == (c.code.map { [$0] } ?? []))
    if c.code != nil {
      #expect(score.grade == .d)
      #expect(score.vetoes.allSatisfy { $0.evidence.contains { $0.count > 0 } })
    }
  }

  @Test func anUnknownRecordIsShownAndNotCounted() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    Self.record("D99")(&town, firm, estate)
    Self.record("D18", "tiny")(&town, firm, estate)
    let board = try ScoreBoard.compute(town.snapshot(), on: Fixture.day("2026-09-30"))
    #expect(board.unreadRecords == [0, 1])
    #expect(board[enterprise: firm]?.score == Points(83))
  }

  @Test func aCountySeesItsOwnEstatesAndTheCityTogether() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let here = town.estate("一号", households: 100, servedBy: firm)
    let there = town.estate("二号", county: Town.shangdang, households: 300, servedBy: firm)
    let other = town.enterprise("乙物业")
    _ = town.estate("三号", county: Town.shangdang, servedBy: other)
    town.complaint(firm, here, by: 1)
    for person in Int64(1)...4 { town.complaint(firm, there, by: person) }
    let snapshot = try town.snapshot()
    let day = Fixture.day("2026-09-30")
    func d10(_ board: ScoreBoard) -> [String] {
      (board[enterprise: firm]?.lines ?? []).filter { $0.item.code == "D10" }.map(\.weighted.description)
    }
    #expect(d10(try ScoreBoard.compute(snapshot, on: day)) == ["-0.125", "-1.5"])
    let county = try ScoreBoard.compute(snapshot, on: day, county: Town.luzhou)
    #expect(d10(county) == ["-0.5"])
    #expect(county.scores.map(\.enterprise) == [firm])
  }
}
