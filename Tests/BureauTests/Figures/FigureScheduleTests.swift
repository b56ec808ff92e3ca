import Bureau
import CityModel
import Columns
import DistrictRules
import Register
import Testing

@Suite("figures are due by their cycle") struct FigureScheduleTests {
  private static let who = Attribution(officer: "1404-01", role: "job", moment: Moment("2026-10-12 09:00")!)

  private func standing(_ office: Office, _ name: String, _ moment: String) throws -> [String] {
    try office.figureStandings(at: #require(Moment(moment))).filter { $0.figure.name == name }
      .map { "\($0.period.name) \($0.due?.description ?? "") \($0.state.rawValue)" }
  }

  @Test("a day's on the next day, the others on the third working day after the period") func due() throws {
    let office = try TemporaryOffice().office
    #expect(try standing(office, "exit-watch", "2026-10-12 09:00") == ["2026-10-12 2026-10-13 coming", "2026-10-11 2026-10-12 due"])
    // After the holidays of 1 to 7 October come the 8th, the 9th and the working Saturday.
    #expect(try standing(office, "revisit-ledger", "2026-10-09 09:00") == ["2026-10 2026-11-04 coming", "2026-09 2026-10-10 coming"])
    #expect(try standing(office, "revisit-ledger", "2026-10-10 09:00")[1] == "2026-09 2026-10-10 due")
    #expect(try standing(office, "conferences", "2026-10-10 09:00")[1] == "2026-Q3 2026-10-10 due")
    // Nothing is asked of a year before the parameters; the calendar of the year after is not known.
    #expect(try standing(office, "leading-groups", "2026-10-10 09:00") == ["2026  coming"])
    #expect(Set(Figure.all.map(\.cycle)) == Set(Figure.Cycle.allCases))
  }

  @Test("what was taken is done, with the rows of its period, and is not taken again; what was not kept stays due") func taken() throws {
    let temporary = try TemporaryOffice()
    let office = temporary.office
    let now = try #require(Moment("2026-10-12 09:00"))
    struct Full: Error {}
    #expect(throws: Full.self) { try office.takeFigures(at: now, by: Self.who) { _, _ in throw Full() } }
    var kept: [String: Int] = [:]
    let first = try office.takeFigures(at: now, by: Self.who) { kept["\($0.figure.name) \($0.period.name)"] = $1.table.rows.count }
    #expect(first.count == Figure.all.count { $0.cycle != .year } && kept.count == first.count)
    #expect(kept["conferences 2026-Q3"] == 36, "twelve counties, three quarters")
    #expect(try office.takeFigures(at: now, by: Self.who) { _, _ in }.isEmpty)
    #expect(try standing(office, "conferences", "2026-10-12 09:00")[1] == "2026-Q3 2026-10-10 done")
    let entry = try #require(try office.register.ledger(table: "job_runs", key: "conferences 2026-Q3").first)
    #expect(entry.kind == "figure-taken" && entry.officer == "1404-01")
    #expect(try office.register.check().isEmpty)
  }
}
