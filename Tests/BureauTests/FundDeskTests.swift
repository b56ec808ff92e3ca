import Bureau
import CityModel
import Columns
import Foundation
import Register
import SampleCity
import Testing

@Suite("a request to use the maintenance fund, from the desk")
struct FundDeskTests {
  /// An estate of Xiangyuan, whose county amends the emergency procedure for lifts, and the officers around it.
  private struct Stage {
    let temporary: TemporaryOffice
    let desk: FundDesk
    let project: String
    let street: String

    init() throws {
      temporary = try TemporaryOffice()
      desk = FundDesk(temporary.office)
      let now = try #require(Moment("2026-10-12 09:00"))
      let snapshot = try temporary.office.snapshot(.county("140423"), asOf: now)
      let codes = try snapshot.table(Project.schema).column(Project.code)
      project = try #require(codes.text(0))
      street = String(project.prefix(9))
      let officers = temporary.folder + "/more-officers.csv"
      let lines = [
        "id,name,level,division,role,from,until", "T-S1,甲某,street,\(street),fund,2025-01-01,", "T-S2,乙某,street,\(street),fund,2025-01-01,",
        "T-S3,戊某,street,\(street),fund,2025-01-01,", "T-C1,丙某,county,140423,fund,2025-01-01,", "T-C2,丁某,county,140423,fund,2025-01-01,",
      ]
      try (lines.joined(separator: "\n") + "\n").write(toFile: officers, atomically: true, encoding: .utf8)
      _ = try temporary.office.register.importTable(
        OfficerTable.schema, from: officers, by: Attribution(officer: "import", role: "import", moment: now))
    }

    func submission(_ number: String, category: String = "lift failure", applicant: String? = nil) throws -> FundCommand.Action {
      .submit(
        .init(
          number: number, kind: .emergency, category: category, project: project, county: "140423", street: street,
          applicantKind: applicant == nil ? "owners committee" : "enterprise", applicant: applicant, amount: Money(fen: 6_000_000)))
    }

    func act(
      _ action: FundCommand.Action, _ number: String, _ officer: String, at position: Int, _ papers: [String] = [], document: String? = nil,
      day: String = "2026-10-12"
    ) throws -> FundOutcome {
      try desk.act(
        FundCommand(action, expectedPosition: position, attachments: papers, document: document), on: number, officer: officer,
        balance: position == 0 ? Money(fen: 20_000_000) : nil, at: try #require(Moment("\(day) 10:00")))
    }
  }

  private func refusal(_ outcome: FundOutcome) -> String? { if case .refused(let refusal) = outcome { refusal.code } else { nil } }
  private func position(_ outcome: FundOutcome) -> Int? { if case .done(_, let fundCase) = outcome { fundCase.position } else { nil } }

  @Test("submitted, reviewed, approved, advanced: with the county's paper, another officer, and at most half")
  func amended() throws {
    let stage = try Stage()
    let notice = "stop notice of the inspection body"
    #expect(try refusal(stage.act(try stage.submission("WX-1"), "WX-1", "T-S1", at: 0)) != nil, "the county asks for the notice")
    #expect(try position(stage.act(try stage.submission("WX-1"), "WX-1", "T-S1", at: 0, [notice])) == 1)
    #expect(try refusal(stage.act(.confirm(step: "street review"), "WX-1", "T-S1", at: 1, ["site check"])) != nil, "the same person")
    #expect(try refusal(stage.act(.confirm(step: "street review"), "WX-1", "T-S2", at: 0, ["site check"])) != nil, "a stale position")
    #expect(try position(stage.act(.confirm(step: "street review"), "WX-1", "T-S2", at: 1, ["site check"])) == 2)
    let approval = try stage.act(.approve(Money(fen: 6_000_000)), "WX-1", "T-S3", at: 2, document: "襄垣应急〔2026〕1号")
    #expect(position(approval) == 3, "\(approval)")
    #expect(try refusal(stage.act(.approve(Money(fen: 6_000_000)), "WX-1", "T-S1", at: 3, document: "x")) != nil, "decided already")
    let tooMuch = try stage.act(.advance(Money(fen: 3_000_001)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")
    #expect(refusal(tooMuch) != nil, "the city allows 70 %, the county 50 %")
    #expect(try position(stage.act(.advance(Money(fen: 3_000_000)), "WX-1", "T-C1", at: 3, document: "拨付〔2026〕1号")) == 4)
  }

  @Test("what concerns no lift follows the city's own procedure") func notAmended() throws {
    let stage = try Stage()
    #expect(try position(stage.act(try stage.submission("WX-2", category: "drainage"), "WX-2", "T-S1", at: 0)) == 1)
  }

  @Test("an applicant that is black-listed that day is refused with the clause, and nothing is written") func blackListed() throws {
    let stage = try Stage()
    let before = try stage.temporary.office.register.ledgerPosition()
    let listed = try #require(
      SampleCity.cases.first { $0.uscc == "91140425YYYY00071T" }, "the case of an applicant that was listed on the way")
    let outcome = try stage.act(
      try stage.submission("WX-3", category: "drainage", applicant: listed.uscc), "WX-3", "T-S1", at: 0, day: "2026-09-30")
    guard case .refused(let refusal) = outcome else {
      Issue.record("not refused: \(outcome)")
      return
    }
    #expect(refusal.article.contains("A14"))
    #expect(try stage.temporary.office.register.ledgerPosition() == before)
    #expect(try stage.desk.request("WX-3") == nil)
  }
}
