import CityModel
import Columns
import Testing

/// A5 is judged once: what the command admits, the figure finds eligible, and the other way round.
@Suite("Admission and the figure on eligibility agree") struct TenderAgreementTests {
  struct Bidder: Sendable, CustomTestStringConvertible {
    var isFiled = true
    /// `red` or `black`, and the county that listed it.
    var list: String?
    var listedIn = "140404"
    var grade: String?
    var isRestricted = false
    var testDescription: String {
      "\(isFiled ? "filed" : "unfiled") \(list ?? "-") \(listedIn) \(grade ?? "-") \(isRestricted ? "restricted" : "")"
    }
  }

  static let firm = "91140403YYYY00020N"
  static let bidders: [Bidder] = [
    Bidder(), Bidder(isFiled: false), Bidder(grade: "A"), Bidder(isFiled: false, grade: "A"), Bidder(list: "red"), Bidder(list: "black", grade: "A"),
    Bidder(list: "black", listedIn: "140403", grade: "A"), Bidder(grade: "D"), Bidder(grade: "A", isRestricted: true), Bidder(isRestricted: true),
    Bidder(isFiled: false, list: "black", grade: "D"),
  ]

  /// Every kind of tenderer, with each of the city's readings.
  @Test("for every tenderer and every reading", arguments: bidders) func agree(_ bidder: Bidder) throws {
    for kind in Tender.tendererKinds.values.map(\.name) {
      for (rulebook, name) in try Self.rulebooks() {
        let command = try admission(bidder, kind, rulebook), figure = try figure(bidder, kind, rulebook)
        #expect(command == figure.eligible, "\(kind), \(name): the command says \(command), the figure \(figure)")
      }
    }
  }

  @Test("the text's words: who is barred from whose tender") func words() throws {
    let rulebook = try Fixture.rulebook()
    func may(_ bidder: Bidder, _ kind: String, _ book: Rulebook? = nil) throws -> Bool { try admission(bidder, kind, book ?? rulebook) }
    let unfiled = Bidder(isFiled: false, grade: "A")
    #expect(try !may(unfiled, "public institution") && !may(unfiled, "state-owned enterprise") && !may(unfiled, "developer") && may(unfiled, "owners"))
    let black = Bidder(list: "black", grade: "A")
    #expect(try !may(black, "public institution") && may(black, "developer") && may(black, "owners"))
    #expect(try !may(black, "developer", Fixture.rulebook(ListParameters.tenderBanBindsDevelopers, true)))
    // A black list of another county reaches the whole city, unless the city says that it does not.
    let county = try Fixture.rulebook(ListParameters.blackScope, .county)
    #expect(try may(black, "public institution", county))
    #expect(try !may(Bidder(list: "black", listedIn: "140403", grade: "A"), "public institution", county))
    let restricted = Bidder(grade: "A", isRestricted: true)
    for kind in Tender.tendererKinds.values.map(\.name) { #expect(try !may(restricted, kind), "\(kind)") }
  }

  @Test("what does not bar is told") func warnings() throws {
    let rulebook = try Fixture.rulebook()
    #expect(try told(Bidder(list: "black", grade: "D"), "developer", rulebook) == ["在黑榜", "信用D级"])
    #expect(try told(Bidder(isFiled: false), "owners", rulebook) == ["未在属地备案"])
    #expect(try told(Bidder(grade: "A"), "public institution", rulebook).isEmpty)
  }

  static func rulebooks() throws -> [(Rulebook, String)] {
    [
      (try Fixture.rulebook(), "default"), (try Fixture.rulebook(ListParameters.blackScope, .county), "county"),
      (try Fixture.rulebook(ListParameters.tenderBanBindsDevelopers, true), "developers"),
      (try Fixture.rulebook(ListParameters.tenderEligible, .intersection), "intersection"),
    ]
  }

  private func decide(_ bidder: Bidder, _ kind: String, _ rulebook: Rulebook) throws -> CommandResult {
    func row(_ table: TableSchema, _ key: String, _ values: [(Field, CaseValue)]) -> CaseRow { CaseRow(table, key: key, values) }
    var rows = [
      InvariantFixtures.estate, row(Enterprise.schema, Self.firm, [(Enterprise.uscc, .text(Self.firm))]),
      row(Tender.schema, "Z-1", [(Tender.number, "Z-1"), (Tender.project, "P-1"), (Tender.tendererKind, .text(kind))]),
    ]
    if bidder.isFiled { rows.append(InvariantFixtures.filing) }
    if let list = bidder.list {
      rows.append(
        row(
          ListEntry.schema, "E-1",
          [
            (ListEntry.enterprise, .text(Self.firm)), (ListEntry.county, .text(bidder.listedIn)), (ListEntry.list, .text(list)),
            (ListEntry.decidedOn, .on("2026-10-01")),
          ]))
    }
    if let grade = bidder.grade {
      rows.append(
        row(
          PublishedGrade.schema, "G-1",
          [
            (PublishedGrade.enterprise, .text(Self.firm)), (PublishedGrade.year, .number(2025)), (PublishedGrade.grade, .text(grade)),
            (PublishedGrade.publishedOn, .on("2026-03-01")),
          ]))
    }
    if bidder.isRestricted {
      rows.append(row(Restriction.schema, "X-1", [(Restriction.enterprise, .text(Self.firm)), (Restriction.decidedOn, .on("2026-10-01"))]))
    }
    let command = CityCommand(
      "admit bidder", on: "D-1", ["tender": "Z-1", "enterprise": Self.firm], officer: "clerk", at: Moment("2026-11-24 10:00")!)
    return try CommandDecision.decide(command, reader: HandfulOfRows(rows), rulebook: rulebook)
  }

  private func admission(_ bidder: Bidder, _ kind: String, _ rulebook: Rulebook) throws -> Bool {
    do {
      _ = try decide(bidder, kind, rulebook)
      return true
    } catch let refusal as Refusal {
      #expect(refusal.code == "bidder-not-eligible")
      return false
    }
  }

  private func told(_ bidder: Bidder, _ kind: String, _ rulebook: Rulebook) throws -> [String] {
    let command = try decide(bidder, kind, rulebook).warnings.map(\.zh)
    #expect(try figure(bidder, kind, rulebook).warnings == command)
    return command
  }

  private func figure(_ bidder: Bidder, _ kind: String, _ rulebook: Rulebook) throws -> (eligible: Bool, warnings: [String]) {
    var town = Town()
    let firm = town.enterprise("甲物业"), estate = town.estate("一号院")
    func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }
    if bidder.isFiled {
      town.add(
        Filing.schema,
        ["enterprise": .row(firm), "county": .row(Town.luzhou), "status": "accepted", "submitted_on": day("2026-01-01"), "accepted_on": day("2026-01-05")])
    }
    if let list = bidder.list {
      town.add(
        ListEntry.schema,
        [
          "enterprise": .row(firm), "county": .row(bidder.listedIn == "140403" ? Town.luzhou : Town.shangdang), "list": .text(list),
          "decided_on": day("2026-10-01"),
        ])
    }
    if let grade = bidder.grade {
      town.add(
        PublishedGrade.schema, ["enterprise": .row(firm), "year": .number(2025), "grade": .text(grade), "published_on": day("2026-03-01")])
    }
    if bidder.isRestricted {
      town.add(Restriction.schema, ["enterprise": .row(firm), "county": .row(Town.luzhou), "decided_on": day("2026-10-01")])
    }
    let snapshot = try town.snapshot(rulebook)
    let county = Town.luzhou
    let finding = try TenderEligibility.judge(snapshot, enterprise: firm, county: county, tenderer: kind, on: InvariantFixtures.day)
    _ = estate
    return (finding.isEligible, finding.warnings.map(\.zh))
  }
}
