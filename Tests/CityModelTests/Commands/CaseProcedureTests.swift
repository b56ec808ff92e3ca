import CityModel
import Columns
import Testing

/// A district's own procedure: a first visit within two hours, else the street talks; what the street cannot settle goes on.
@Suite("Procedures of a district's own") struct CaseProcedureTests {
  let procedure = CaseProcedure(
    name: "heating-visit", revision: "2026-11-01",
    steps: [
      .init("first visit", by: .community, within: TimeSpan(7200, .seconds), needs: ["photo"], done: .finish, refused: .step("street talk"), late: .step("street talk")),
      .init("street talk", by: .street, within: TimeSpan(1, .workingDays), done: .step("confirm"), late: .refer("urban management")),
      .init("confirm", by: .street, within: TimeSpan(2, .calendarDays), done: .finish, late: .finish, notSamePersonAs: ["street talk"]),
    ])
  // A Friday afternoon.
  let began = Moment("2026-11-20 16:00")!

  private func officer(_ id: String) -> Officer { HandfulOfRows.officers.first { $0.id == id }! }

  private func state(_ acts: [CaseProcedure.Act], at now: String) throws -> CaseProcedure.State {
    try procedure.state(began: began, acts, at: Moment(now)!, try Fixture.rulebook().calendar)
  }

  private func code(_ act: CaseProcedure.Act, after acts: [CaseProcedure.Act] = []) throws -> String {
    let state = try state(acts, at: act.at.description)
    do {
      try procedure.check(act, in: state)
      return "done"
    } catch { return error.code }
  }

  private func act(_ step: String, _ id: String, _ at: String, refusal: Bool = false, papers: [String] = ["photo"]) -> CaseProcedure.Act {
    .init(step, isRefusal: refusal, officer: officer(id), at: Moment(at)!, attachments: papers)
  }

  @Test("who is late hands the turn on at the moment it was due, and at the end it is referred") func late() throws {
    #expect(try state([], at: "2026-11-20 18:00").turn?.step.name == "first visit")
    let handed = try state([], at: "2026-11-20 18:01")
    #expect(handed.turn?.step.name == "street talk")
    #expect(handed.turn?.since == Moment("2026-11-20 18:00"))
    #expect(handed.turn?.due == Day("2026-11-23")!.end, "one working day from Friday is Monday")
    let referred = try state([], at: "2026-11-24 00:01")
    #expect(referred.end == .refer("urban management") && referred.endedAt == Day("2026-11-23")!.end)
    #expect(referred.lapsed.map(\.step.name) == ["first visit", "street talk"])
  }

  @Test("done and refused lead to different steps") func ways() throws {
    #expect(try state([act("first visit", "community", "2026-11-20 17:00")], at: "2026-12-01 09:00").end == .finish)
    let refused = [act("first visit", "community", "2026-11-20 17:00", refusal: true)]
    #expect(try state(refused, at: "2026-11-20 17:30").turn?.step.name == "street talk")
    let talked = refused + [act("street talk", "street", "2026-11-23 10:00")]
    #expect(try state(talked, at: "2026-11-25 23:59").turn?.step.name == "confirm")
    #expect(try state(talked, at: "2026-11-26 00:01").end == .finish)
  }

  @Test("what is refused: another's turn, another's level, a missing paper, the same person, the end") func refusals() throws {
    #expect(try code(act("street talk", "street", "2026-11-20 17:00")) == "step-out-of-order")
    #expect(try code(act("first visit", "street", "2026-11-20 17:00")) == "officer-level")
    #expect(try code(act("first visit", "community", "2026-11-20 17:00", papers: [])) == "need-missing")
    #expect(try code(act("first visit", "community", "2026-11-20 17:00", refusal: true, papers: [])) == "done")
    #expect(try code(act("first visit", "community", "2026-11-20 18:30")) == "step-out-of-order", "it was late, and its turn has gone")
    let talked = [act("first visit", "community", "2026-11-20 17:00", refusal: true), act("street talk", "street", "2026-11-23 10:00")]
    #expect(try code(act("confirm", "street", "2026-11-23 11:00"), after: talked) == "same-person")
    #expect(try code(act("confirm", "street", "2026-11-26 11:00"), after: talked) == "case-ended")
    #expect(try code(act("street talk", "street", "2026-11-23 10:00", refusal: true), after: [talked[0]]) == "step-not-refusable")
  }

  @Test("a paper that an earlier step brought counts, as in the fund's procedure") func papers() throws {
    var two = procedure
    two.steps[1].needs = ["photo", "minutes"]
    let visit = act("first visit", "community", "2026-11-20 17:00", refusal: true)
    let state = try two.state(began: began, [visit], at: Moment("2026-11-23 10:00")!, try Fixture.rulebook().calendar)
    #expect(throws: Refusal.self) { try two.check(act("street talk", "street", "2026-11-23 10:00", papers: []), in: state) }
    try two.check(act("street talk", "street", "2026-11-23 10:00", papers: ["minutes"]), in: state)
  }

  @Test("an act that fits no step that waited is an error, never passed over") func lost() throws {
    let error = #expect(throws: Refusal.self) { try state([act("confirm", "street", "2026-11-20 17:00")], at: "2026-11-21 09:00") }
    #expect(error?.code == "case-entry-lost")
  }

  @Test("the officer's division is the case's own, at each level")
  func places() {
    let place = CasePlace(county: "140423", street: "140423100", community: "140423100001")
    func covers(_ level: Division.Level, _ division: String, _ place: CasePlace = place) -> Bool {
      place.isCovered(by: Officer(id: "x", name: "甲", level: level, division: division, role: "", from: Day(ordinal: 0)))
    }
    #expect(covers(.city, "1404") && !covers(.city, "1405") && !covers(.city, ""))
    #expect(covers(.county, "140423") && !covers(.county, "140425"))
    #expect(covers(.street, "140423100") && !covers(.street, "140423101"))
    #expect(covers(.community, "140423100001") && !covers(.community, "140423100002") && !covers(.community, "140423100"))
    let unknown = CasePlace(county: "140423", street: "140423100")
    #expect(covers(.community, "140423100002", unknown) && !covers(.community, "140423101001", unknown) && !covers(.community, "140423100", unknown))
    let ofNoEstate = CasePlace(county: "140423")
    #expect(covers(.county, "140423", ofNoEstate) && !covers(.street, "140423100", ofNoEstate) && !covers(.community, "", ofNoEstate))
  }

  @Test("steps that are late for one another do not run for ever") func round() throws {
    let round = CaseProcedure(
      name: "round", revision: "1",
      steps: [.init("a", by: .street, within: TimeSpan(0, .seconds), done: .finish, late: .step("b")), .init("b", by: .street, within: TimeSpan(0, .seconds), done: .finish, late: .step("a"))])
    let state = try round.state(began: began, [], at: Moment("2026-11-21 09:00")!, try Fixture.rulebook().calendar)
    #expect(state.lapsed.count == 1_000)
  }
}
