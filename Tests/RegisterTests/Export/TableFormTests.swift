import CityModel
import Columns
import Foundation
import Testing

@testable import Register

@Suite("Forms for spreadsheets") struct TableFormTests {
  static let tables = [OfficerTable.schema] + CitySchema.storedTables.filter { $0.name != "division" }

  @Test("every table's form, filled in, is imported", arguments: tables.indices) func filled(_ index: Int) throws {
    let schema = Self.tables[index]
    let city = try SmallCity()
    // What a row refers to comes in by forms of its own.
    var chain: [TableSchema] = []
    func need(_ schema: TableSchema) {
      for case .reference(let name) in schema.storedFields.map(\.type) where name != "division" && name != schema.name {
        guard let other = Self.tables.first(where: { $0.name == name }), !chain.contains(other) else { continue }
        need(other)
      }
      if !chain.contains(schema) { chain.append(schema) }
    }
    need(schema)
    for schema in chain {
      let form = TableForm.text(schema)
      let row = TableForm.headings(schema).map { Self.cell($0, schema) }.joined(separator: ",")
      let empty = try city.add(schema, form)
      #expect(empty.read == 0, "an empty form is a file of no rows")
      let summary = try city.add(schema, form + row + "\n")
      #expect(summary.read == 1 && summary.stored == 1, "\(schema.plural): \(summary.firstFaults)\n\(form)\(row)")
    }
  }

  @Test("a complaint's form asks for the person, and keeps none in the open") func person() throws {
    let city = try SmallCity(complaints: nil)
    let headings = TableForm.headings(Complaint.schema)
    #expect(headings.contains("complainant_phone") && !headings.contains("masked_phone") && !headings.contains("complainant"))
    let own = ["project": "140403001001", "enterprise": "", "building": ""]
    let row = headings.map { own[$0] ?? Self.cell($0, Complaint.schema) }.joined(separator: ",")
    let summary = try city.add(Complaint.schema, TableForm.text(Complaint.schema) + row + "\n")
    try #require(summary.stored == 1, "\(summary.firstFaults)")
    let table = try city.snapshot(asOf: "2027-06-01 00:00").table(Complaint.schema)
    #expect(try table.column(Complaint.maskedPhone).text(0) == "138****7890")
    #expect(try table.column(Complaint.content).text(0) == "电梯坏了")
  }

  /// A value that a clerk would type under a heading.
  static func cell(_ heading: String, _ schema: TableSchema) -> String {
    let key = "\(schema.name)-1"
    switch heading {
    case "complainant_name": return "张霁翀"
    case "complainant_phone": return "13834567890"
    case "complainant_text": return "电梯坏了"
    case _ where heading.hasPrefix("complainant_"): return ""
    case "uscc": return "91140406YYYY00055L"
    case "surplus": return "0"
    case "level" where schema.name == Authority.schema.name: return "county"
    default: break
    }
    guard let field = schema.field(heading) else { return "" }
    switch field.type {
    case .text: return field.name == schema.key ? key : "文字"
    case .integer, .elapsed: return "1"
    case .flag: return "是"
    case .day: return "2026-06-01"
    case .moment: return "2026-06-01 08:00"
    case .token: return "000000000000004d"
    case .quantity: return "1"
    case .enumeration(let enumeration): return enumeration.values[0].chinese
    case .reference("division"): return heading == "street" ? "140403001" : "140403"
    case .reference("enterprise"): return "91140406YYYY00055L"
    case .reference("complaint"): return "complaint-1 文字"
    case .reference(let name) where name == schema.name: return ""
    case .reference(let name): return "\(name)-1"
    }
  }
}
