import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Export is import the other way round")
struct ExportTests {
  private func export(_ city: SmallCity, _ schema: TableSchema) throws -> String {
    var text = ""
    try city.register.export(schema, asOf: Moment("2027-06-01 00:00")!, rulebook: .empty) { text += $0 }
    return text
  }

  @Test func aSmallCityGoesRoundWithoutLoss() throws {
    let city = try SmallCity()
    let copy = try SmallCity(complaints: nil)
    for schema in [Enterprise.schema, Project.schema, Contract.schema, ListEntry.schema, Complaint.schema] {
      let text = try export(city, schema)
      let summary = try copy.add(schema, text)
      #expect(summary.quarantined == 0, "\(summary.firstFaults)")
      #expect(summary.changed == 0)
      #expect(try export(copy, schema) == text)
    }
  }

  @Test func textsWithCommasQuotesAndLineEndsSurvive() throws {
    let city = try SmallCity()
    let name = "甲,\"乙\"\r\n丙"
    try city.add(Enterprise.schema, "uscc,name\n91140406YYYY00055L,\"甲,\"\"乙\"\"\r\n丙\"\n")
    let text = try export(city, Enterprise.schema)
    #expect(text.contains("\"甲,\"\"乙\"\"\r\n丙\""))
    let copy = try SmallCity()
    try copy.add(Enterprise.schema, text)
    let table = try copy.snapshot().table(Enterprise.schema)
    let names = try table.column(Enterprise.name)
    #expect((0..<table.count).contains { names.text($0) == name })
  }
}
