import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

@Suite("what was missed, by the job's own rule") struct MissedPolicyTests {
  private static let office = Attribution(officer: "timer", role: "timer", moment: Moment("2026-10-20 09:00")!)

  private func desk(_ heading: String) throws -> ScriptDesk {
    let desk = try ScriptDesk()
    for folder in try FileManager.default.contentsOfDirectory(atPath: desk.scripts) where folder.hasPrefix("14") {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(desk.scripts)/\(folder)") {
        try FileManager.default.removeItem(atPath: "\(desk.scripts)/\(folder)/\(file)")
      }
    }
    try desk.write(
      "140403-luzhou/look.lua",
      """
      job "look" {
        title = "look", basis = { document = "潞州住建〔2026〕40号", published = "2026-06-01" }, effective = { from = "2026-07-01" },
        \(heading), run = function(period) end,
      }
      """)
    return desk
  }

  private func standing(_ desk: ScriptDesk, _ now: String) throws -> [String: JobStanding.State] {
    let moment = try #require(Moment(now))
    return Dictionary(
      try desk.office.standings(at: moment).map { ($0.period.name, $0.state) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("each missed month, the latest alone, or only on the very day")
  func policies() throws {
    let each = try desk(#"every = "month", missed = "run each missed period""#)
    #expect(try standing(each, "2026-10-20 09:00") == ["2026-07": .missed, "2026-08": .missed, "2026-09": .due, "2026-10": .coming])
    #expect(try each.office.tick(at: #require(Moment("2026-10-20 09:00")), by: Self.office).runs.map(\.period.name) == ["2026-07", "2026-08", "2026-09"])

    let latest = try desk(#"every = "month", missed = "run the latest only""#)
    #expect(try standing(latest, "2026-10-20 09:00") == ["2026-07": .skipped, "2026-08": .skipped, "2026-09": .due, "2026-10": .coming])
    #expect(try latest.office.tick(at: #require(Moment("2026-10-20 09:00")), by: Self.office).runs.map(\.period.name) == ["2026-09"])
    #expect(try latest.office.tick(at: #require(Moment("2026-10-21 09:00")), by: Self.office).runs.isEmpty, "what was skipped stays so")

    let skip = try desk(#"every = "month", missed = "skip""#)
    #expect(try standing(skip, "2026-10-20 09:00") == ["2026-07": .skipped, "2026-08": .skipped, "2026-09": .skipped, "2026-10": .coming])
    // The first working day of November 2026 is Monday, the second.
    #expect(try standing(skip, "2026-11-02 09:00")["2026-10"] == .due)
    #expect(try standing(skip, "2026-11-03 09:00")["2026-10"] == .skipped)
  }

  @Test("what a revision has missed stays due when the next takes its place, and when the job is repealed")
  func revisions() throws {
    let name = "140403-luzhou/look.lua"
    let desk = try desk(#"every = "month""#)
    try desk.enact(name)
    let text = try String(contentsOfFile: "\(desk.scripts)/\(name)", encoding: .utf8)
    try desk.write(name, text.replacing("2026-07-01", with: "2026-10-01"))
    try desk.enact(name)
    #expect(try standing(desk, "2026-10-20 09:00") == ["2026-07": .missed, "2026-08": .missed, "2026-09": .due, "2026-10": .coming])
    _ = try desk.office.repeal("look", from: #require(Day("2026-11-01")), document: "潞州住建〔2026〕50号", officer: "140403-01", at: ScriptDesk.autumn)
    let after = try #require(Moment("2026-12-20 09:00"))
    #expect(try standing(desk, "2026-12-20 09:00") == ["2026-07": .missed, "2026-08": .missed, "2026-09": .missed, "2026-10": .due])
    let report = try desk.office.tick(at: after, bound: 9, by: Self.office)
    #expect(report.recorded.map(\.period) == ["2026-07", "2026-08", "2026-09", "2026-10"])
    #expect(report.recorded.allSatisfy { $0.jobs.map(\.outcome) == [.done] })
    #expect(try desk.office.tick(at: after, bound: 9, by: Self.office).recorded.isEmpty)
  }

  @Test(
    "a run is not recorded for a period that is not over, nor for one that is none of the job's",
    arguments: [
      (#"every = "month""#, "2026-09", nil), (#"every = "month""#, "2026-10", "period-not-over"), (#"every = "month""#, "2026-Q3", "period-not-of-job"),
      (#"every = "day""#, "2026-09", "period-not-of-job"), (#"every = "day""#, "2026-10-19", nil), (#"every = "quarter""#, "2026-Q3", nil),
      (#"every = "year""#, "2026-Q3", "period-not-of-job"),
    ] as [(String, String, String?)])
  func admitted(_ every: String, _ period: String, _ code: String?) throws {
    let desk = try desk(every)
    let county = try #require(Divisions.changzhi["140403"])
    #expect(
      desk.refusal {
        try desk.office.admit(["look"], period: #require(Period(period)), counties: [county], at: #require(Moment("2026-10-20 09:00")))
      } == code)
  }

  @Test("a daily job's period is a day: due on the next working day, its cut the day's end")
  func daily() throws {
    let desk = try desk(#"every = "day", missed = "run the latest only""#)
    // 23 October 2026 is a Friday: its due day is the Monday, with the week-end's own days.
    let monday = try standing(desk, "2026-10-26 08:00")
    #expect(monday["2026-10-22"] == .skipped && monday["2026-10-23"] == .skipped && monday["2026-10-25"] == .due && monday["2026-10-26"] == .coming)
    let report = try desk.office.tick(at: #require(Moment("2026-10-26 08:00")), by: Self.office)
    #expect(report.runs.map(\.period.name) == ["2026-10-25"])
    #expect(report.runs.first?.period.cut == Moment("2026-10-26 00:00"))
    #expect(try standing(desk, "2026-10-26 08:00")["2026-10-25"] == .done)
    #expect(Period("2026-02-30") == nil && Period("2026-9-30") == nil && Period("2026-09-30x") == nil)
  }
}
