import CityModel
import Columns
import DistrictRules
import Testing

@Suite("questions at a prompt")
struct PromptTests {
  private func city() -> SmallCity {
    var city = SmallCity()
    city.complain("noise", project: 0, at: "2026-09-01 08:00", by: 1, closed: "2026-09-02 08:00")
    city.complain("noise", project: 1, at: "2026-09-01 08:00", by: 2)
    city.complain("parking", project: 2, at: "2026-09-29 08:00", by: 2)
    city.complain("parking", project: 2, at: "2026-09-30 08:00", by: 3)
    return city
  }

  @Test(
    "values", arguments: [
      ("#complaints", "4"), ("complaint:where{ status = \"open\" }:count()", "3"),
      ("complaint:where{ overdue = true }:count()", "1"), ("complaint:distinct(\"complainant\")", "3"),
      ("投诉:范围{ 类别 = \"停车秩序\" }:计数()", "2"), ("enterprise(\"潞安物业\").uscc", SmallCity.good),
      ("complaint(\"T1\").closing_time", "1 d"), ("complaint(\"T1\").closing_time > hours(23)", "true"),
      ("complaint(\"T2\").basically_closed_at", ""), ("tostring(complaint(\"T3\").project.county)", "潞州区"),
      ("complaint:of(enterprise \"浊漳物业\"):within_year_to(date \"2026-09-29\"):count()", "2"),
      ("complaint:within_year_to(date \"0001-01-01\"):count()", "0"), ("complaint:within_year_to(date \"9999-12-31\" + calendar_days(99999999)):count()", "0"),
      ("project:sum(\"households\")", "2400"), ("points(0.5) + points(1)", "1.5"), ("yuan(50000) >= yuan(\"49999.99\")", "true"),
      ("date \"2026-10-01\" - date \"2026-09-30\"", "1 calendar days"),
    ])
  func values(line: String, shown: String) throws {
    let session = try city().session()
    let values = try session.evaluate(line, in: session.makePrompt())
    let text = values.map { value in if case .text(let text) = value { text } else { "" } }.joined(separator: " ")
    #expect(text == shown)
  }

  @Test("the design's own example: open and overdue by enterprise") func grouped() throws {
    let session = try city().session()
    let line = "complaints:where{ status = \"open\" }:group(\"enterprise\"):count():sort(\"-count\"):limit(10)"
    guard case .table(let table)? = try session.evaluate(line, in: session.makePrompt()).first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows == [[.text("浊漳物业"), .integer(3)]])
    #expect(table.columns.map(\.name) == ["enterprise", "count"])
  }

  @Test("incomplete input asks for another line") func incomplete() throws {
    let session = try city().session()
    let error = #expect(throws: ScriptError.self) { try session.evaluate("for i = 1, 2 do", in: session.makePrompt()) }
    #expect(try #require(error).isIncomplete)
  }

  @Test("times of different kinds are never compared") func kindsOfTime() throws {
    let session = try city().session()
    #expect(throws: ScriptError.self) { try session.evaluate("working_days(3) > calendar_days(2)", in: session.makePrompt()) }
    #expect(throws: ScriptError.self) { try session.evaluate("complaint(\"T1\").closing_time > 3", in: session.makePrompt()) }
  }
}
