import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Rows that nobody here made up: the sanitation complaints of Chicago")
struct ChicagoTests {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let mapping = package + "/scripts/mappings/chicago-sanitation/mapping.yaml"
  static let excerpt = package + "/scripts/mappings/chicago-sanitation/excerpt-5000.csv"
  static let whole = package + "/../shared/data/chicago_sanitation_complaints.csv.gz"

  /// Two estates in every county.
  static func city() throws -> SmallCity {
    let city = try SmallCity(complaints: nil)
    var text = "code,name,street,county,households\n"
    for county in Divisions.changzhi.counties {
      let street = try #require(Divisions.changzhi.streets(of: county.code).first)
      for number in 1...2 { text += "\(street.code)10\(number),\(street.name)\(number)号院,\(street.code),\(county.code),100\n" }
    }
    #expect(try city.add(Project.schema, text).stored == 24)
    return city
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: whole)))
  func theWholeFileIsAccountedForToTheRow() throws {
    let city = try Self.city()
    let mapping = try ComplaintMapping.load(Self.mapping)
    let summary = try city.register.importComplaints(from: Self.whole, mapping: mapping, by: SmallCity.clerk)
    #expect(summary.read == 74_401)
    #expect(summary.stored == 74_026)
    #expect(summary.known == 375)
    #expect(summary.quarantined == 0)
    // Of the 375 repeated rows, 372 tell something else than the first row of their number; some numbers stand there more than twice.
    #expect((300...372).contains(summary.changed))
    #expect(summary.unknownWords == [:])
    #expect(summary.notes.count == 1)
    #expect(summary.notes.first?.en.contains("spread rule `wards`") == true)

    let complaints = try city.snapshot().table(Complaint.schema)
    #expect(complaints.count == 74_026)
    let closed = try complaints.column(Complaint.basicallyClosedAt)
    // 325 rows without completion date, none of which is completed by a later row of its number.
    #expect((0..<complaints.count).count { closed.isMissing($0) } == 325)
    let category = try complaints.column(Complaint.category)
    #expect((0..<complaints.count).count { category.text($0) == "unknown" } > 3_700)

    let again = try city.register.importComplaints(from: Self.whole, mapping: mapping, by: SmallCity.clerk)
    #expect((again.stored, again.known, again.changed) == (0, 74_401, 0))
  }

  @Test func theExcerptHasEveryKindOfRow() throws {
    let city = try Self.city()
    let mapping = try ComplaintMapping.load(Self.mapping)
    let summary = try city.register.importComplaints(from: Self.excerpt, mapping: mapping, by: SmallCity.clerk)
    #expect((summary.read, summary.stored, summary.known, summary.quarantined) == (5000, 4977, 23, 0))
    let complaints = try city.snapshot().table(Complaint.schema)
    let status = try complaints.column(Complaint.status)
    #expect(Set((0..<complaints.count).map { status.text($0) }) == ["open", "basically closed", "duplicate"])
    let project = try complaints.column(Complaint.project)
    #expect(Set((0..<complaints.count).compactMap { project.reference($0) }).count >= 24)
  }

  @Test func theSameNumberLandsOnTheSameEstateInAnyRegister() throws {
    let mapping = try ComplaintMapping.load(Self.mapping)
    func estates() throws -> [String?] {
      let city = try Self.city()
      _ = try city.register.importComplaints(from: Self.excerpt, mapping: mapping, by: SmallCity.clerk)
      let snapshot = try city.snapshot()
      let project = try snapshot.table(Complaint.schema).column(Complaint.project)
      let code = try snapshot.table(Project.schema).column(Project.code)
      return (0..<snapshot.table(Complaint.schema).count).map { project.reference($0).flatMap { code.text($0) } }
    }
    #expect(try estates() == estates())
  }
}
