import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import GRDB
import Register
import Testing

/// A7: the grades of a year are published once, all together, and are those of its last day.
@Suite("the grades of a year") struct GradeTests {
  private let document = "长住建公〔2027〕1号"

  /// The office of the city next January, when the State Council has announced the year's working days.
  private func nextYear(_ office: Office) throws -> Office {
    let calendar = Rulebook.calendarFile + "\n- year: 2027\n  source: made up for a test\n  off: []\n  work: []\n"
    let rulebook = try Rulebook(parameters: Rulebook.parameterFile, calendar: calendar)
    return Office(register: office.register, rulebook: rulebook, scripts: office.scripts)
  }

  private func refusal(_ office: Office, _ period: String, officer: String = "1404-01", document: String, at: String = "2027-01-11 09:00") throws -> String {
    let period = try #require(Period(period)), moment = try #require(Moment(at))
    do throws(OfficeError) {
      _ = try office.publish(period, division: "1404", document: document, officer: officer, at: moment)
      return "published"
    } catch {
      return error.code
    }
  }

  @Test("published once, with every enterprise's score of 31 December") func once() throws {
    let temporary = try TemporaryOffice(), office = try nextYear(temporary.office)
    #expect(try refusal(office, "2026", document: document) == "draft-binds-nobody", "a draft binds nobody")
    try office.adopt(document: "长政发〔2026〕1号", on: try #require(Day("2026-01-05")), officer: "1404-01", at: try #require(Moment("2026-01-05 09:00")))
    #expect(try refusal(office, "2027", document: document) == "not-over")
    #expect(try refusal(office, "2026", document: "") == "document-missing")
    #expect(try refusal(office, "2026", officer: "140403-01", document: document) == "officer-division")
    #expect(try refusal(office, "2026", document: document) == "published")
    #expect(try refusal(office, "2026", document: document) == "already-published")

    let scores = try office.scores(.city, asOf: try #require(Day("2026-12-31")).end)
    let expected = Set(scores.rows.map { "\($0[0].plain) \($0[2].plain) \($0[3].plain)" })
    let rows = try DatabaseQueue(path: temporary.folder + "/xize.db").read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT e.uscc, g.score, g.grade, g.published_on FROM published_grades g JOIN enterprises e ON e.id = g.enterprise WHERE g.year = 2026")
    }
    let found = rows.map { row in
      let score: Int64 = row["score"], code: String = row["uscc"], grade: String = row["grade"]
      return "\(code) \(Cell.decimal(units: score, digits: 3).plain) \(grade)"
    }
    #expect(found.count == expected.count && Set(found) == expected)
    #expect(rows.allSatisfy { $0["published_on"] == Day("2027-01-11")?.ordinal })
  }
}
