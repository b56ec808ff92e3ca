import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import LuaRuntime
import Register
import Testing

/// A proposal that rests on a figure names the rows that the figure counts, not the row that has it.
@Suite("the rows behind a derived field are the evidence") struct DerivedEvidenceTests {
  private static let period = Period("2026-09")!

  @Test("an interview for many complainants names their complaints: as many persons as the figure says") func complainants() throws {
    let temporary = try TemporaryOffice()
    let snapshot = try temporary.office.snapshot(.county("140429"), asOf: Self.period.cut)
    let session = try ScriptSession(snapshot, limits: .init())
    // The shipped rule, with bounds that a small city reaches.
    let shipped = try String(contentsOfFile: TemporaryOffice.scripts + "/140429-wuxiang/early-warning.lua", encoding: .utf8)
    let script = Script(
      name: "early-warning.lua",
      bytes: Array(shipped.replacingOccurrences(of: "at_least(10)", with: "at_least(1)").replacingOccurrences(of: "at_least(8)", with: "at_least(1)").utf8))
    let complaints = snapshot.table(Complaint.schema)
    let persons = try complaints.column(Complaint.complainant), owners = try complaints.column(Complaint.enterprise)
    let counted = try snapshot.table(Enterprise.schema).column(Enterprise.complainants)
    var seen = 0
    for case .job(let job) in try session.load(script) {
      for proposal in try session.run(job, period: Self.period, in: script) {
        let evidence = try #require(proposal.evidence), firm = try #require(proposal.enterprise)
        #expect(evidence.table == "complaint" && evidence.rows == evidence.rows.sorted())
        #expect(evidence.rows.allSatisfy { owners.reference(Int($0)) == firm })
        #expect(Int64(Set(evidence.rows.compactMap { persons.integer(Int($0)) }).count) == counted.integer(firm))
        seen += 1
      }
    }
    #expect(seen > 0)
  }

  /// Each derived field that counts rows of another table says which: adding them up again gives the figure.
  @Test("what is named adds up to the field", arguments: ["140403", "140429"]) func addsUp(county: String) throws {
    let temporary = try TemporaryOffice()
    let snapshot = try temporary.office.snapshot(.county(county), asOf: Self.period.cut)
    let firms = snapshot.table(Enterprise.schema), managers = snapshot.table(Manager.schema)
    func check(_ field: Columns.Field, _ table: Table, _ figure: ([UInt32]) -> Int64?) throws -> Int {
      let sources = try #require(try snapshot.sourceRows(of: field, in: table))
      let column = try table.column(field)
      var found = 0
      for row in 0..<table.count {
        let rows = sources.rows(of: row)
        #expect(figure(rows) == column.integer(row), "\(field.name) of row \(row)")
        found += rows.count
      }
      return found
    }
    func sum(_ rows: [UInt32], _ column: Column) -> Int64 {
      var total: Int64 = 0
      for row in rows { total += column.integer(Int(row)) ?? 0 }
      return total
    }
    let complaints = snapshot.table(Complaint.schema), estates = snapshot.table(Project.schema)
    let again = try complaints.column(Complaint.reworks), households = try estates.column(Project.households)
    let overdue = try complaints.column(Complaint.overdue)
    let estate = try snapshot.table(ManagerAssignment.schema).column(ManagerAssignment.project)
    var found = try check(Enterprise.reworks, firms) { sum($0, again) }
    found += try check(Enterprise.households, firms) { sum($0, households) }
    found += try check(Enterprise.closeRate, firms) { rows -> Int64? in
      guard !rows.isEmpty else { return nil }
      let inTime = rows.filter { overdue.flag(Int($0)) == false }.count
      return Int64(inTime) * 10_000 / Int64(rows.count)
    }
    found += try check(Manager.absences, managers) { Int64($0.count) }
    found += try check(Manager.projects, managers) { rows -> Int64? in
      let places = Set(rows.compactMap { estate.reference(Int($0)) })
      return Int64(places.count)
    }
    #expect(found > 0)
    #expect(try snapshot.sourceRows(of: Enterprise.name, in: firms) == nil)
    #expect(try snapshot.sourceRows(of: Complaint.overdue, in: complaints) == nil)
  }
}
