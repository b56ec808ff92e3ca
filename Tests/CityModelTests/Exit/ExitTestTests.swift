import CityModel
import Columns
import Testing

/// The exit vectors of domain reference §1.2.
@Suite struct ExitTestTests {
  struct Case: Sendable {
    var name: String
    /// Distinct known complainants.
    var people: Int64
    var repeats = 0
    var anonymous = 0
    var refused = false
    var satisfied = 0
    var answered = 0
    var triggers: Bool
    var parse = ExitParse.refusalOrSatisfaction
  }

  static let cases = [
    Case(name: "20 and refusal", people: 20, refused: true, triggers: false),
    Case(name: "21 and refusal", people: 21, refused: true, triggers: true),
    Case(name: "21 alone", people: 21, triggers: false),
    Case(name: "21 and 15 of 30", people: 21, satisfied: 15, answered: 30, triggers: false),
    Case(name: "21 and 14 of 30", people: 21, satisfied: 14, answered: 30, triggers: true),
    Case(name: "21 and 0 of 29: too few", people: 21, satisfied: 0, answered: 29, triggers: false),
    Case(name: "22 of which two by one phone, and refusal", people: 21, repeats: 1, refused: true, triggers: true),
    Case(name: "21 of which two by one phone, and refusal", people: 20, repeats: 1, refused: true, triggers: false),
    Case(name: "20 and five anonymous, and refusal", people: 20, anonymous: 5, refused: true, triggers: false),
    Case(
      name: "other parse: satisfaction alone", people: 1, satisfied: 14, answered: 30, triggers: true,
      parse: .satisfactionAlone),
    Case(name: "first parse: satisfaction alone", people: 1, satisfied: 14, answered: 30, triggers: false),
  ]

  @Test(arguments: cases) func theVectors(_ c: Case) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    for person in 0..<c.people { town.complaint(firm, estate, by: person + 1) }
    for _ in 0..<c.repeats { town.complaint(firm, estate, by: 1, on: "2026-07-01") }
    for _ in 0..<c.anonymous { town.complaint(firm, estate, by: nil) }
    if c.refused { town.refusal(firm) }
    if c.answered > 0 {
      town.add(
        Survey.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "held_on": .day(Fixture.day("2026-08-01")),
          Survey.satisfied.name: .number(Int64(c.satisfied)), Survey.answered.name: .number(Int64(c.answered)),
        ])
    }
    let snapshot = try town.snapshot(Fixture.rulebook(ExitParameters.parse, c.parse))
    let finding = try #require(try ExitTest.findings(snapshot, on: Fixture.day("2026-09-30")).first, "\(c.name)")
    #expect(finding.isTriggered == c.triggers, "\(c.name)")
    #expect(finding.complainants == Int(c.people))
    #expect(finding.anonymous == c.anonymous)
    #expect(finding.county == Town.luzhou)
    #expect(
      finding.limb(.satisfaction)?.verdict == (c.answered >= 30 ? Verdict(2 * c.satisfied < c.answered) : .unknown))
    #expect(finding.limb(.complainants)?.evidence.first?.count == Int(c.people) + c.repeats + c.anonymous)
  }

  @Test(arguments: [("2025-11-23", 0), ("2025-11-24", 1), ("2026-11-23", 1), ("2026-11-24", 0)])
  func theWindowOf23November2026(_ accepted: String, _ counted: Int) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    town.complaint(firm, estate, by: 1, on: accepted)
    let findings = try ExitTest.findings(town.snapshot(cut: "2026-11-25 00:00"), on: Fixture.day("2026-11-23"))
    #expect((findings.first?.complainants ?? 0) == counted)
  }

  @Test(arguments: [("substantiated", 1), ("partly", 1), ("unsubstantiated", 0), ("undetermined", 0)])
  func whichFindingsCount(_ finding: String, _ counted: Int) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    town.complaint(firm, estate, by: 1, finding: finding)
    #expect((try ExitTest.findings(town.snapshot(), on: Fixture.day("2026-09-30")).first?.complainants ?? 0) == counted)
  }

  @Test func countiesAreTestedSeparatelyUnlessTheCityIsAskedFor() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let here = town.estate("一号小区", servedBy: firm)
    let there = town.estate("二号小区", county: Town.shangdang, servedBy: firm)
    for person in Int64(1)...15 {
      town.complaint(firm, here, by: person)
      town.complaint(firm, there, by: person + 10)
    }
    town.refusal(firm)
    let day = Fixture.day("2026-09-30")
    let separate = try ExitTest.findings(town.snapshot(), on: day)
    #expect(separate.map(\.complainants) == [15, 15])
    #expect(separate.map(\.isTriggered) == [false, false])
    let city = try ExitTest.findings(town.snapshot(Fixture.rulebook(ExitParameters.scope, .enterpriseInCity)), on: day)
    #expect(city.map(\.complainants) == [25])
    #expect(city.map(\.isTriggered) == [true])
  }

  struct Refusal: Sendable {
    var name: String
    var reminded: String? = "2026-05-10"
    var refused: String? = "2026-05-20"
    var rectified: String?
    var met: Bool
  }

  @Test(arguments: [
    Refusal(name: "reminded and determined", met: true),
    Refusal(name: "not determined", refused: nil, met: false),
    Refusal(name: "without a reminder", reminded: nil, met: false),
    Refusal(name: "determined before the reminder", reminded: "2026-05-25", met: false),
    Refusal(name: "determined before the deadline", refused: "2026-05-01", met: false),
    Refusal(name: "rectified since", rectified: "2026-07-01", met: false),
    Refusal(name: "more than a year ago", refused: "2025-09-30", met: false),
  ]) func aRefusalNeedsADeadlineAReminderAndADetermination(_ c: Refusal) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    town.complaint(firm, estate, by: 1)
    town.refusal(firm, reminded: c.reminded, refused: c.refused, rectified: c.rectified)
    let finding = try #require(try ExitTest.findings(town.snapshot(), on: Fixture.day("2026-09-30")).first)
    #expect(finding.limb(.refusal)?.verdict == Verdict(c.met), "\(c.name)")
  }
}

extension Town {
  /// An order due on 1 May 2026 that was determined to be refused.
  mutating func refusal(
    _ enterprise: Int, county: Int = Town.luzhou, reminded: String? = "2026-05-10", refused: String? = "2026-05-20",
    rectified: String? = nil
  ) {
    func day(_ text: String?) -> TableBuilder.Value { text.map { .day(Fixture.day($0)) } ?? .none }
    add(
      RectificationOrder.schema,
      [
        "enterprise": .row(enterprise), "county": .row(county), "issued_on": day("2026-04-01"),
        "deadline": day("2026-05-01"),
        "reminded_on": day(reminded), "refused_on": day(refused), "rectified_on": day(rectified),
      ])
  }
}
