import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Importing files in the model's own form")
struct ImportTableTests {
  @Test func aComplaintIsTheEnterprisesWhoseContractCoversTheDay() throws {
    let snapshot = try SmallCity().snapshot(asOf: "2026-11-01 00:00")
    let complaints = snapshot.table(Complaint.schema)
    let enterprise = try complaints.column(Complaint.enterprise)
    let uscc = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    let served = (0..<complaints.count).map { row in enterprise.reference(row).flatMap { uscc.text($0) } }
    // T-2 was accepted on the last day of the old contract, T-3 on the first of the new one.
    #expect(
      served == ["91140403YYYY00020N", "91140403YYYY00020N", "91140404YYYY000392", "91140404YYYY000392", "91140404YYYY000392"])
  }

  @Test func importingTheSameFileAgainChangesNothing() throws {
    let city = try SmallCity()
    for (schema, text) in [(Complaint.schema, SmallCity.complaints), (Contract.schema, SmallCity.contracts)] {
      let summary = try city.add(schema, text)
      #expect(summary.stored == 0)
      #expect(summary.known == summary.read)
      #expect(summary.changed == 0)
    }
  }

  @Test func aLaterStateUpdatesTheRecordAndTheLedgerKeepsTheOld() throws {
    let city = try SmallCity()
    let later = """
      number,source,project,category,accepted_at,basically_closed_at,status,finding
      T-2,12345,140403001002,cleaning,2026-06-30 23:10,2026-07-01 08:00,basically closed,
      T-1,12345,140403001001,lift entrapment,2026-05-03 08:00,,closed,
      T-2,12345,140403001002,cleaning,2026-06-30 23:10,2026-07-01 09:00,basically closed,
      """
    let position = try city.register.ledgerPosition()
    let first = try city.add(Complaint.schema, later)
    #expect((first.read, first.stored, first.known, first.changed) == (3, 0, 3, 1))
    // The change and the import itself.
    #expect(try city.register.ledgerPosition() == position + 2)
    let again = try city.add(Complaint.schema, later)
    #expect((again.known, again.changed) == (3, 0))
    let entry = try #require(try city.register.ledger(table: "complaints", key: "T-2 12345").first)
    #expect(entry.kind == "import-changed")
    #expect(entry.data.contains(#""basically_closed_at":[null,1782867600]"#))
    let complaints = try city.snapshot().table(Complaint.schema)
    #expect(try complaints.column(Complaint.finding).text(0) == "substantiated", "an empty cell erases nothing")
  }

  @Test(arguments: [
    ("T-9,12345,140403001001,cleaning,2026-13-03 08:00,open,", "wrong-value"),
    ("T-9,12345,140403001009,cleaning,2026-05-03 08:00,open,", "unknown-project"),
    ("T-9,12345,140403001001,吵闹,2026-05-03 08:00,open,", "wrong-value"),
    (",12345,140403001001,cleaning,2026-05-03 08:00,open,", "missing-value"),
    ("T-9,12345,140403001001,cleaning,2026-05-03 08:00,closed,2026-05-02 08:00", "dates-out-of-order"),
    ("T-9,12345,140403001001,cleaning,2026-05-03 08:00", "ragged-row"),
    ("T-9,12\"345,140403001001,cleaning,2026-05-03 08:00,open,", "stray-quote"),
    ("\"T-9\"x,12345,140403001001,cleaning,2026-05-03 08:00,open,", "text-after-quote"),
    ("\"T-9,12345,140403001001,cleaning,2026-05-03 08:00,open,", "unclosed-quote"),
  ])
  func aWrongRowIsQuarantinedAndTheOthersStored(row: String, code: String) throws {
    let city = try SmallCity(complaints: nil)
    let header = "number,source,project,category,accepted_at,status,basically_closed_at\n"
    let good = "T-%,12345,140403001001,cleaning,2026-05-03 08:00,open,\n"
    let text = header + good.replacingOccurrences(of: "%", with: "1") + row + "\n" + good.replacingOccurrences(of: "%", with: "2")
    let summary = try city.add(Complaint.schema, text)
    #expect((summary.read, summary.stored, summary.quarantined) == (3, 2, 1))
    let kept = try city.register.quarantine(ofImport: summary.number)
    #expect(kept.map(\.code) == [code])
    #expect(kept.first?.line == 3)
    #expect(kept.first?.raw == row)
    #expect(kept.first?.message.zh.isEmpty == false)
  }

  @Test(arguments: [
    ("91140403YYYY00020M", "character 18 does not check the code; `N` would"),
    ("91140403YYYY00021N", "character 17 does not check the organisation code; `0` would"),
    ("91140403YYYY0002ON", "character 17, `O`, is none"),
    ("91140403YYYY00020", "has 17 characters"),
  ])
  func aWrongCreditCodeIsToldByItsDigit(uscc: String, message: String) throws {
    let city = try SmallCity()
    let summary = try city.add(Enterprise.schema, "uscc,name\n\(uscc),某物业\n")
    #expect(summary.quarantined == 1)
    #expect(summary.firstFaults.first?.message.en.contains(message) == true, "\(summary.firstFaults)")
  }

  @Test(arguments: [
    ("number,source,project,category,accepted_at,status,neme\n", "unknown-column"),
    ("number,source,project,category,accepted_at,status,status\n", "repeated-column"),
    ("number,source,project,category,accepted_at,status,状态\n", "repeated-column"),
    ("number,source,project,category,accepted_at,status,overdue\n", "derived-column"),
    ("number,source,project,category,status\n", "missing-column"),
    ("", "bad-header"),
  ])
  func aWrongHeaderIsAnErrorAndNothingIsImported(header: String, expected: String) throws {
    let city = try SmallCity()
    let position = try city.register.ledgerPosition()
    #expect(code { try city.add(Complaint.schema, header) }?.rawValue == expected)
    #expect(try city.register.ledgerPosition() == position)
  }

  @Test func aGBKFileIsRecognisedAndReadOnRequest() throws {
    let city = try SmallCity(complaints: nil)
    // 编号,来源,项目,类别,受理时间,状态 / T-1,热线,140403001001,供暖,2026-05-03 08:00,办理中
    let gbk: [UInt8] =
      [0xB1, 0xE0, 0xBA, 0xC5] + Array(",".utf8) + [0xC0, 0xB4, 0xD4, 0xB4] + Array(",".utf8)
      + [0xCF, 0xEE, 0xC4, 0xBF] + Array(",".utf8) + [0xC0, 0xE0, 0xB1, 0xF0] + Array(",".utf8)
      + [0xCA, 0xDC, 0xC0, 0xED, 0xCA, 0xB1, 0xBC, 0xE4] + Array(",".utf8) + [0xD7, 0xB4, 0xCC, 0xAC]
      + Array("\r\nT-1,".utf8) + [0xC8, 0xC8, 0xCF, 0xDF] + Array(",140403001001,".utf8) + [0xB9, 0xA9, 0xC5, 0xAF]
      + Array(",2026-05-03 08:00,".utf8) + [0xB0, 0xEC, 0xC0, 0xED, 0xD6, 0xD0] + Array("\r\n".utf8)
    #expect(code { try city.add(Complaint.schema, bytes: gbk) } == .looksLikeGBK)
    let summary = try city.add(Complaint.schema, bytes: gbk, encoding: .gbk)
    #expect((summary.read, summary.stored) == (1, 1))
    let complaints = try city.snapshot().table(Complaint.schema)
    #expect(try complaints.column(Complaint.source).text(0) == "热线")
    #expect(try complaints.column(Complaint.category).text(0) == "heating")
  }

  @Test func invalidBytesCostTheirRowOnly() throws {
    let city = try SmallCity(complaints: nil)
    var bytes = Array("number,source,project,category,accepted_at,status\nT-1,热线,140403001001,供暖,2026-05-03 08:00,open\nT-2,热".utf8)
    bytes += [0xE7, 0x2C]
    bytes += Array("140403001001,供暖,2026-05-03 08:00,open\nT-3,x,140403001001,供暖,2026-05-03 08:00,open\n".utf8)
    let summary = try city.add(Complaint.schema, bytes: bytes)
    #expect((summary.read, summary.stored, summary.quarantined) == (3, 2, 1))
    #expect(summary.firstFaults.first?.code == "invalid-utf8")
    #expect(summary.firstFaults.first?.line == 3)
    #expect(summary.firstFaults.first?.message.en == "invalid UTF-8 at column 6")
  }

  @Test func officersMayBeNumberedUnderTheNameId() throws {
    let summary = try SmallCity().add(
      OfficerTable.schema, "id,name,level,division,role,from,until\nXY-01,周五,county,140428,reviewer,2026-01-01,\n")
    #expect((summary.stored, summary.quarantined) == (1, 0))
  }

  @Test("a code issued before the check comes in with its reason, which the ledger keeps; without one it does not") func override() throws {
    let city = try SmallCity()
    let legacy = "91350203M0001QAY9B"
    let refused = try city.add(Enterprise.schema, "uscc,name\n\(legacy),某物业\n")
    #expect(refused.faults == ["uscc-check": 1])
    let summary = try city.add(
      Enterprise.schema,
      """
      uscc,name,override
      ９1350203m0001QAY9b,某物业,早年发放，见执照；电话13800138000
      91350203M0001QAY9C,又一物业,
      91350203M0001QAY9,短码物业,早年发放
      91110000802100433B,外来物业,不必

      """)
    #expect(summary.stored == 2 && summary.faults == ["uscc-check": 1, "uscc-length": 1], "\(summary.faults)")
    let entry = try #require(try city.register.ledger(table: "enterprises", key: legacy).first)
    #expect(entry.kind == "import-override" && entry.data.contains("早年发放") && !entry.data.contains("13800138000"))
    #expect(try city.register.ledger(table: "enterprises", key: "91110000802100433B").isEmpty, "the code checks")
    #expect(try city.add(Enterprise.schema, "uscc,name,override\n\(legacy),某物业,早年发放\n").known == 1)
    #expect(try city.register.ledger(table: "enterprises", key: legacy).count == 1, "known: nothing new")
  }

  @Test("a file names an enterprise by its code as people write it") func reference() throws {
    let city = try SmallCity()
    let summary = try city.add(
      Filing.schema, "number,enterprise,county,status,submitted_on\nBA-1,９1140403yyyy00020n,140403,submitted,2026-09-01\nBA-2,91140403YYYY00029N,140403,submitted,2026-09-01\n")
    #expect(summary.stored == 1 && summary.faults == ["unknown-enterprise": 1])
  }
}
