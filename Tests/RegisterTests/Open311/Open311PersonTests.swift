import CityModel
import Columns
import Foundation
import Testing

@testable import Register

@Suite("Open311: persons") struct Open311PersonTests {
  static let secrets = ["张霁翀", "霁翀", "13834567890", "zjc@example.com", "3单元1201", "1201室", "device-7f", "acct-99", "key-5566"]
  static let document = Open311City.request([
    "first_name": "\"霁翀\"", "last_name": "\"张\"", "phone": "\"13834567890\"", "email": "\"zjc@example.com\"", "api_key": "\"key-5566\"",
    "device_id": "\"device-7f\"", "account_id": "\"acct-99\"", "description": "\"张霁翀，电话13834567890，电梯坏了\"",
    "address": "\"东街一号院3单元1201室\"", "status_notes": "\"已回电 138 3456 7890\"", "requestor_name": "\"张霁翀\"",
    "extra": "{\"contact\":\"张霁翀\",\"note\":\"zjc@example.com\",\"floor\":\"3\"}",
  ])

  @Test("no byte of the register, no export and no message holds a person that a document named") func nowhere() throws {
    let office = try Open311City()
    let summary = try office.add(Self.document)
    #expect(summary.stored == 1, "\(summary.firstFaults)")
    #expect(summary.notes.contains { $0.en.contains("`api_key`") })
    let outputs = [try office.export(.json), try office.export(.xml), "\(summary)"]
    let files = ["", "-wal"].map { suffix in
      String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: office.city.folder.file("city.xize" + suffix)))) ?? Data(), as: UTF8.self)
    }
    for secret in Self.secrets {
      for text in outputs + files { #expect(!text.contains(secret), "\(secret)") }
    }
    #expect(files.contains { $0.contains("floor") }, "what was kept is looked at")
    #expect(try office.stored(Complaint.maskedName) == "张*")
    #expect(try office.stored(Complaint.maskedPhone) == "138****7890")
    #expect(try office.exported()["A-1"]?["extra"]?["floor"]?.text == "3")
    let token = try office.city.snapshot().table(Complaint.schema).column(Complaint.complainant)
    #expect(!token.isMissing(0))
  }

  @Test("the vault has all of it: name, number, e-mail address, and what the document said of the person elsewhere") func vault() throws {
    let office = try Open311City()
    try office.add(Self.document)
    let now = try #require(Moment("2026-10-03 09:00"))
    let register = office.city.register
    try office.city.add(OfficerTable.schema, VaultTests.officers)
    _ = try register.giveTask(.handling, on: .complaint("A-1"), to: "ST-1", by: "LZ-01", at: now)
    guard case .shown(let record, _) = try register.unmask(.complaint("A-1"), officer: "ST-1", purpose: "电话核实情况", task: nil, at: now) else {
      Issue.record("not shown")
      return
    }
    #expect(record[.name] == "张霁翀")
    #expect(record[.phone] == "13834567890")
    // No task needs the e-mail address: it is sealed, and the clause of tasks shows it to nobody.
    #expect(record[.email] == nil)
    let sealed = try register.read { database in
      let statement = try Statement("SELECT sealed FROM vault WHERE complaint = 1", on: database, path: "")
      return try statement.step() ? Array(statement.bytes(0)) : []
    }
    #expect(try VaultStore.open(sealed, of: 1, keys: try register.keys(), path: "")[.email] == "zjc@example.com")
    let text = try #require(record[.text])
    for secret in ["电话13834567890", "1201室", "acct-99", "device-7f", "requestor_name"] { #expect(text.contains(secret)) }
    #expect(!text.contains("key-5566"))
  }

  @Test("a refused request shows no person, and lies sealed as it was sent") func refused() throws {
    let office = try Open311City()
    let document = Self.document.replacingOccurrences(of: "\"140403001001\"", with: "\"张霁翀\"")
    let summary = try office.add(document)
    #expect(summary.quarantined == 1)
    let row = try #require(try office.city.register.quarantine(ofImport: summary.number).first)
    for secret in Self.secrets { #expect(!"\(row) \(summary)".contains(secret), "\(secret)") }
  }
}
