import Bureau
import CityModel
import Columns
import GRDB
import Testing

/// The engine's scores against a second computation, in SQL over the register, that shares no code with it.
@Suite("scores, worked out twice") struct CityScoresTests {
  private static let days = ["2026-01-10", "2026-02-28", "2026-03-31", "2026-06-15", "2026-09-30", "2026-12-31"]

  @Test("every enterprise's score and grade, on six days of three cities", arguments: [1, 2, 3] as [UInt64])
  func equal(seed: UInt64) throws {
    let temporary = try TemporaryOffice(complaints: 12_000, seed: seed)
    var grades: Set<String> = []
    for text in CityScoresTests.days {
      let day = try #require(Day(text))
      let expected = try inSQL(temporary.folder + "/xize.db", on: day)
      let table = try temporary.office.scores(.city, asOf: day.end)
      let code = try #require(table.columns.firstIndex { $0.name == "uscc" })
      let points = try #require(table.columns.firstIndex { $0.name == "score" })
      let grade = try #require(table.columns.firstIndex { $0.name == "grade" })
      var found: [String: String] = [:]
      for row in table.rows { found[row[code].plain] = "\(row[points].plain) \(row[grade].plain)" }
      #expect(found.count == 250)
      for (uscc, score) in expected { #expect(found[uscc] == score, "\(uscc) on \(text)") }
      #expect(expected.count == found.count)
      grades.formUnion(expected.values.compactMap { $0.split(separator: " ").last.map(String.init) })
    }
    #expect(grades == ["A", "B", "C", "D", "unrated"], "the cities have enterprises of every grade")
  }

  private func inSQL(_ register: String, on day: Day) throws -> [String: String] {
    var result: [String: String] = [:]
    for row in try SecondComputation(register).rows("SELECT uscc, score, grade FROM score ORDER BY uscc", day, county: nil) {
      let (uscc, score, grade): (String, Int64, String) = (row["uscc"], row["score"], row["grade"])
      result[uscc] = "\(Cell.decimal(units: score, digits: 3).plain) \(grade)"
    }
    return result
  }
}
