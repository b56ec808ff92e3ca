import CityModel
import Columns
import Testing

/// Red and black proposals of 潞州区 for September 2026.
@Suite struct ListProposalsTests {
  static let september = Fixture.day("2026-09-01")...Fixture.day("2026-09-30")

  static func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

  /// A firm that meets every red criterion: grade A, 90 % of 40 answers.
  static func model(_ town: inout Town, _ name: String = "优物业", score: Int64 = 95_000) -> (firm: Int, estate: Int) {
    let firm = town.enterprise(name)
    let estate = town.estate(name + "小区", servedBy: firm)
    published(&town, firm, "A", score)
    town.add(
      Survey.schema,
      [
        "project": .row(estate), "enterprise": .row(firm), "held_on": day("2026-06-01"),
        Survey.satisfied.name: .number(36),
        Survey.answered.name: .number(40),
      ])
    return (firm, estate)
  }

  static func published(
    _ town: inout Town, _ firm: Int, _ grade: String, _ score: Int64, on date: String = "2026-02-01"
  ) {
    town.add(
      PublishedGrade.schema,
      [
        "enterprise": .row(firm), "year": .number(2025), "grade": .text(grade), "score": .number(score),
        "published_on": day(date),
      ])
  }

  static func record(
    _ town: inout Town, _ firm: Int, _ item: String, _ variant: String? = nil, on date: String = "2026-08-01"
  ) {
    town.add(
      CreditRecord.schema,
      [
        "enterprise": .row(firm), "county": .row(Town.luzhou), "item": .text(item),
        "variant": variant.map { .text($0) } ?? .none,
        "decided_on": day(date), "document": "1号",
      ])
  }

  static func proposals(_ town: Town) throws -> ListProposals {
    try ListProposals.compute(town.snapshot(), county: Town.luzhou, period: september)
  }

  @Test func aFirmThatMeetsEveryCriterionIsProposedRed() throws {
    var town = Town()
    let (firm, _) = Self.model(&town)
    let proposals = try Self.proposals(town)
    #expect(proposals.red.map(\.enterprise) == [firm])
    #expect(proposals.red.first?.isWithinShare == true)
    #expect(proposals.red.first?.reasons.count == 7)
    #expect(proposals.black.isEmpty)
  }

  struct Spoiler: Sendable, CustomTestStringConvertible {
    var criterion: String
    var verdict = Verdict.no
    var spoil: @Sendable (inout Town, Int, Int) -> Void
    var testDescription: String { criterion }
  }

  static let spoilers: [Spoiler] = [
    Spoiler(criterion: "red-grade") { town, firm, _ in published(&town, firm, "B", 80_000, on: "2026-03-01") },
    Spoiler(criterion: "red-clean") { town, firm, _ in record(&town, firm, "D18", "minor") },
    Spoiler(criterion: "red-no-open-order") { town, firm, _ in town.refusal(firm, reminded: nil, refused: nil) },
    Spoiler(criterion: "red-prompt") { town, firm, estate in
      town.complaint(
        firm, estate, by: 1, on: "2026-08-01", finding: "unsubstantiated",
        ["basically_closed_at": .moment(Fixture.moment("2026-08-10 10:00")), "delay_cause": "enterprise"])
    },
    Spoiler(criterion: "red-satisfaction") { town, firm, estate in
      town.add(
        Survey.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "held_on": day("2026-07-01"),
          Survey.satisfied.name: .number(31),
          Survey.answered.name: .number(40),
        ])
    },
    Spoiler(criterion: "red-complete") { town, firm, _ in record(&town, firm, "D05") },
    Spoiler(criterion: "red-not-black") { town, firm, _ in
      town.add(
        ListEntry.schema,
        ["enterprise": .row(firm), "county": .row(Town.shangdang), "list": "black", "decided_on": day("2026-07-01")])
    },
  ]

  @Test(arguments: spoilers) func oneUnmetCriterionKeepsAFirmOff(_ spoiler: Spoiler) throws {
    var town = Town()
    let (firm, estate) = Self.model(&town)
    spoiler.spoil(&town, firm, estate)
    let proposals = try Self.proposals(town)
    #expect(proposals.red.isEmpty)
    let assessed = try #require(proposals.assessed.first { $0.enterprise == firm })
    #expect(assessed.reasons.filter { $0.verdict != .yes }.map(\.code) == [spoiler.criterion])
    #expect(assessed.reasons.first { $0.code == spoiler.criterion }?.evidenceCount ?? 0 > 0)
  }

  @Test func tooFewAnswersAreUnknownAndNotRed() throws {
    var town = Town()
    let firm = town.enterprise("新物业")
    _ = town.estate("一号", servedBy: firm)
    Self.published(&town, firm, "A", 95_000)
    let proposals = try Self.proposals(town)
    #expect(proposals.red.isEmpty)
    #expect(proposals.assessed.first?.reasons.first { $0.code == "red-satisfaction" }?.verdict == .unknown)
  }

  @Test func placesAreATenthOfTheRatedAndGoToTheBest() throws {
    for (firms, places) in [(1, 1), (9, 1), (19, 1), (20, 2), (30, 3)] {
      var town = Town()
      for number in 0..<firms { _ = Self.model(&town, "物业\(number)", score: 90_000 + Int64(number)) }
      let proposals = try Self.proposals(town)
      #expect(proposals.rated == firms)
      #expect(proposals.places == places)
      #expect(proposals.red.map(\.rank) == Array(1...firms))
      #expect(proposals.red.filter(\.isWithinShare).map(\.enterprise) == (0..<places).map { firms - 1 - $0 })
    }
  }

  struct Ground: Sendable, CustomTestStringConvertible {
    var code: String?
    var name: String
    var months: [Int] = [3, 12]
    var build: @Sendable (inout Town, Int, Int) -> Void
    var testDescription: String { name }
  }

  static let grounds: [Ground] = [
    Ground(code: nil, name: "nothing") { _, _, _ in },
    Ground(code: "black-veto-v1", name: "veto", months: [12, 36]) { town, firm, _ in record(&town, firm, "V1") },
    Ground(code: "black-grade-d", name: "published D") { town, firm, _ in published(&town, firm, "D", 50_000) },
    Ground(code: nil, name: "a D that was bettered") { town, firm, _ in
      published(&town, firm, "D", 50_000)
      published(&town, firm, "C", 65_000, on: "2026-03-01")
    },
    Ground(code: "black-exit", name: "exit by satisfaction") { town, firm, estate in
      for person in Int64(1)...21 { town.complaint(firm, estate, by: person) }
      town.add(
        Survey.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "held_on": day("2026-06-01"),
          Survey.satisfied.name: .number(14),
          Survey.answered.name: .number(30),
        ])
    },
    Ground(code: "black-refusals", name: "two months running") { town, firm, _ in
      town.refusal(firm, refused: "2026-08-20")
      town.refusal(firm, refused: "2026-09-10")
    },
    Ground(code: nil, name: "refusals with a month between") { town, firm, _ in
      town.refusal(firm, refused: "2026-07-20")
      town.refusal(firm, refused: "2026-09-10")
    },
    Ground(code: "black-serious", name: "common parts") { town, firm, _ in record(&town, firm, "D17") },
    Ground(code: "black-serious", name: "serious penalty", months: [12, 36]) { town, firm, _ in
      record(&town, firm, "D18", "serious")
    },
    Ground(code: nil, name: "general penalty") { town, firm, _ in record(&town, firm, "D18", "general") },
    Ground(code: nil, name: "a fact that led to a listing already") { town, firm, _ in
      record(&town, firm, "D17", on: "2026-03-01")
      town.add(
        ListEntry.schema,
        [
          "enterprise": .row(firm), "county": .row(Town.luzhou), "list": "black", "decided_on": day("2026-03-20"),
          "removed_on": day("2026-08-01"),
        ])
    },
  ]

  @Test(arguments: grounds) func theGroundsOfTheBlackList(_ ground: Ground) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号小区", servedBy: firm)
    ground.build(&town, firm, estate)
    let proposals = try Self.proposals(town)
    #expect(proposals.black.flatMap(\.reasons).map(\.code) == (ground.code.map { [$0] } ?? []))
    if let proposal = proposals.black.first {
      #expect([proposal.minimumMonths, proposal.maximumMonths] == ground.months)
      #expect(proposal.reasons.allSatisfy { $0.evidenceCount > 0 && !$0.sentence.zh.isEmpty })
    }
  }

  @Test func gradeDIsAGroundOnlyWhileTheParameterSaysSo() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    _ = town.estate("一号小区", servedBy: firm)
    Self.published(&town, firm, "D", 50_000)
    let rulebook = try Fixture.rulebook(ListParameters.blackOnGradeD, false)
    let proposals = try ListProposals.compute(town.snapshot(rulebook), county: Town.luzhou, period: Self.september)
    #expect(proposals.black.isEmpty)
  }
}
