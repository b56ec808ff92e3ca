import CityModel
import Columns
import Foundation
import Register
import Testing

/// The district example 17: categories of the local hotline become the city's, and a word that no table has waits as `unknown`.
@Suite("the hotline's categories") struct HotlineCategoryTests {
  static let folder = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/scripts/mappings/changzhi-12345"

  @Test("every row of the table of cases gets the category that the table says") func cases() throws {
    let city = try SmallCity(complaints: nil)
    let mapping = try ComplaintMapping.load(Self.folder + "/mapping.yaml")
    let summary = try city.register.importComplaints(from: Self.folder + "/cases.csv", mapping: mapping, by: SmallCity.clerk)
    let lines = try String(contentsOfFile: Self.folder + "/cases.csv", encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(summary.stored == lines.count && summary.quarantined == 0, "\(summary)")
    // What nobody has decided yet is counted word by word; an empty cell is no word.
    #expect(summary.unknownWords == ["加装电梯": 1, "宠物扰民": 1])
    let complaints = try city.snapshot().table(Complaint.schema)
    let number = try complaints.column(Complaint.number), category = try complaints.column(Complaint.category)
    var found: [String: String] = [:]
    for row in 0..<complaints.count { found[number.text(row) ?? ""] = category.text(row) }
    var covered: Set<String> = []
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(found[cells[0]] == cells[8], "\(cells[2])")
      covered.insert(cells[8])
    }
    #expect(covered == Set(Complaint.categories.values.map(\.name)), "every category of the city has a word of the hotline")
  }
}
