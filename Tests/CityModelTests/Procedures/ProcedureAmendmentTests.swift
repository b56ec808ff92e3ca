import CityModel
import Columns
import Testing

/// 襄垣县's emergency procedure for lifts, and what an amendment may not do.
@Suite struct ProcedureAmendmentTests {
  static func city() throws -> Procedure {
    try FundProcedures.city(.emergency, Fixture.rulebook().parameters, on: Fixture.day("2026-09-01"))
  }

  static func amendment(
    _ changes: [ProcedureAmendment.Change] = [], _ insertions: [ProcedureAmendment.Insertion] = [],
    amends: String = "city/fund-emergency"
  ) -> ProcedureAmendment {
    ProcedureAmendment(
      name: "lift-emergency", title: Bilingual(zh: "电梯应急", en: "lifts"), amends: amends, revision: "1",
      changes: changes,
      insertions: insertions)
  }

  @Test func tighteningIsTaken() throws {
    let half = try #require(Ratio("50%"))
    let check = Procedure.Step(
      "fire check", "消防核查", .confirm, by: [.county], within: 1, needs: [.attachment("fire report")])
    let amended = try Self.city().amended(
      by: Self.amendment(
        [
          .init("accept", alsoNeeds: [.attachment("stop notice of the inspection body")]),
          .init("street confirm", within: 1, notSamePersonAs: ["accept"]), .init("advance", atMost: half),
        ], [.init(check, after: "street review")]))
    #expect(amended.steps.map(\.name) == ["submit", "street review", "fire check", "approve", "advance", "publicity", "balance"])
    #expect(amended.step(named: "accept")?.needs == [.attachment("stop notice of the inspection body")])
    #expect(amended.step(named: "街道审查")?.within == 1)
    #expect(amended.step(named: "street review")?.notSamePersonAs == ["submit"])
    #expect(amended.step(named: "advance")?.atMost == half)
    #expect(amended.revision != (try Self.city().revision))
  }

  @Test func theInsertedStepMustBeDone() throws {
    let check = Procedure.Step("fire check", "消防核查", .confirm, by: [.county])
    var desk = try FundDesk()
    desk.procedure = try desk.procedure.amended(by: Self.amendment([], [.init(check, after: "street review")]))
    try desk.submit()
    try desk.review()
    let refusal = #expect(throws: Refusal.self) { try desk.approve() }
    #expect(refusal?.code == "step-out-of-order")
    try desk.act(.confirm(step: "fire check"), by: FundDesk.cashier)
    try desk.approve()
    #expect(desk.fundCase?.status == .approved)
  }

  static let refusals: [(String, ProcedureAmendment, String)] = [
    ("amendment-deletes", amendment([.init("street review", deletes: true)]), "street review"),
    ("amendment-lengthens", amendment([.init("street review", within: 3)]), "street review"),
    ("amendment-raises", amendment([.init("advance", atMost: Ratio("71%"))]), "advance"),
    ("amendment-unknown-step", amendment([.init("street reveiw", within: 1)]), "street reveiw"),
    ("amendment-other-procedure", amendment(amends: "city/fund-small"), "city/fund-small"),
    (
      "amendment-duplicate-step",
      amendment([], [.init(.init("approve", "再审", .confirm, by: [.street]), after: "submit")]), "approve"
    ),
    (
      "amendment-inserts-decision",
      amendment([], [.init(.init("second approval", "再批", .decide, by: [.county]), after: "approve")]),
      "second approval"
    ),
    (
      "amendment-after-end", amendment([], [.init(.init("archive", "归档", .confirm, by: [.street]), after: "balance")]),
      "archive"
    ),
  ]

  @Test(arguments: refusals) func looseningIsRefusedWithTheStepsName(
    _ code: String, _ amendment: ProcedureAmendment, _ named: String
  ) throws {
    let city = try Self.city()
    let refusal = #expect(throws: Refusal.self) { try city.amended(by: amendment) }
    #expect(refusal?.code == code)
    #expect(refusal?.sentence.en.contains("`\(named)`") == true)
  }

  @Test func aMisspeltStepIsNamed() throws {
    let city = try Self.city()
    let refusal = #expect(throws: Refusal.self) {
      try city.amended(by: Self.amendment([.init("street reveiw", within: 1)]))
    }
    #expect(refusal?.help?.en == "did you mean `street review`?")
  }
}
