import Bureau
import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Files and rows that officers' commands made") struct ImportedRowTests {
  private func add(_ city: CommandCity, _ schema: TableSchema, _ text: String) throws -> ImportSummary {
    let path = city.path + "-\(schema.plural).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try city.register.importTable(
      schema, from: path, by: Attribution(officer: "140403-01", role: "import", moment: Moment("2026-11-24 18:00")!))
  }

  @Test("a complaint that an officer received is not changed by a file, in any field") func received() throws {
    let city = try CommandCity()
    let receive = CityCommand(
      "receive", on: "T-77", ["project": "140403001001", "category": "电梯困人", "channel": "来电"], officer: "140403-01", at: Moment("2026-11-24 09:00")!)
    try #require(try city.act(receive) == "done")
    let before = try #require(try city.register.caseFile(Complaint.schema, "T-77"))
    for row in ["T-77,desk,140403001001,lift entrapment,2026-11-24 23:00,received", "T-77,desk,140403001001,cleaning,2026-11-24 09:00,received"] {
      let summary = try add(city, Complaint.schema, "number,source,project,category,accepted_at,status\n\(row)\n")
      #expect(summary.faults == ["row-is-decided": 1] && summary.changed == 0, "\(summary)")
      #expect(summary.firstFaults.first?.message.en.contains("`receive`") == true)
    }
    let after = try #require(try city.register.caseFile(Complaint.schema, "T-77"))
    #expect(after.row == before.row && after.entries.count == before.entries.count)
  }

  @Test("a credit code as people write it is the enterprise, for a command's subject and for its arguments") func codes() throws {
    let city = try CommandCity()
    func enter(_ code: String, _ more: [String: String] = [:], attach: [String] = []) throws -> String {
      try city.act(
        CityCommand(
          "enter enterprise", on: code, ["name": "外来物业"].merging(more) { $1 }, officer: "140403-01", attachments: attach,
          at: Moment("2026-11-24 09:00")!))
    }
    #expect(try enter("９１１１０000802100433b") == "done")
    #expect(try enter("91110000802100433B") == "case-exists")
    #expect(try city.sql("SELECT uscc FROM enterprises WHERE uscc LIKE '%802100433%' OR name = '外来物业'") == ["91110000802100433B"])
    let filing = CityCommand(
      "submit filing", on: "F-1", ["enterprise": " 91110000802100433b", "county": "140403"], officer: "140403-01", attachments: ["营业执照", "人员结构"],
      at: Moment("2026-11-24 09:10")!)
    #expect(try city.act(filing) == "done")
    #expect(try city.sql("SELECT e.uscc FROM filings f JOIN enterprises e ON e.id = f.enterprise WHERE f.number = 'F-1'") == ["91110000802100433B"])
  }

  @Test("a code issued before the check is entered with its reason and evidence, and the ledger keeps both") func override() throws {
    let city = try CommandCity()
    func enter(_ code: String, _ more: [String: String] = [:], attach: [String] = []) throws -> String {
      try city.act(
        CityCommand(
          "enter enterprise", on: code, ["name": "某物业"].merging(more) { $1 }, officer: "140403-01", attachments: attach,
          at: Moment("2026-11-24 09:00")!))
    }
    let legacy = "91350203M0001QAY9B"
    #expect(try enter(legacy) == "uscc-wrong")
    #expect(try enter(legacy, ["override": "早年发放"]) == "evidence-missing")
    #expect(try enter("91350203M0001QAY9", ["override": "早年发放"], attach: ["营业执照"]) == "uscc-wrong", "seventeen characters are no code")
    #expect(try enter("91110000802100433B", ["override": "早年发放"], attach: ["营业执照"]) == "override-needless")
    #expect(try enter(legacy, ["override": "早年发放"], attach: ["营业执照"]) == "done")
    #expect(
      try city.sql("SELECT json_extract(data, '$.arguments.override') || json_extract(data, '$.attachments[0]') FROM ledger WHERE subject_key = '\(legacy)'")
        == ["早年发放营业执照"])
  }

  @Test("who asks for an enterprise writes its code as people do") func asked() throws {
    let city = try CommandCity()
    for code in ["91140403YYYY00020N", "９１１４０403yyyy00020n", " 9114 0403 YYYY 0002 0N "] {
      #expect(try CommandDesk(city.office).show("enterprise", code).row.key == "91140403YYYY00020N", "\(code)")
      let answer = try city.office.explain(code, scope: .city, asOf: Moment("2026-11-24 18:00")!)
      #expect(answer.subject.zh.contains("91140403YYYY00020N"), "\(code)")
    }
    #expect(throws: OfficeError.self) { try CommandDesk(city.office).show("enterprise", "91140403YYYY0002ON") }
  }
}
