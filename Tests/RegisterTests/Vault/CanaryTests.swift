import Canaries
import CityModel
import Columns
import Foundation
import Testing

@testable import Register

/// A thousand persons who must be found nowhere but in the vault.
@Suite("A thousand canaries")
struct CanaryTests {
  static let canaries = Canary.all
  static let clerk = Attribution(officer: "CZ-01", role: "clerk", moment: Moment("2026-10-02 09:00")!)

  // MARK: The files

  /// 700 good rows, 300 broken in ten ways; the same persons in each.
  static func modelFile() -> String {
    var lines = [
      "number,source,project,category,accepted_at,status,complainant_name,complainant_phone,complainant_identity,complainant_room,complainant_text"
    ]
    for canary in canaries {
      let (name, phone, identity) = (canary.name, canary.phoneWritten, canary.identityWritten)
      let text = Canary.quoted(canary.text)
      let number = "K-\(canary.number)"
      let good = "\(number),12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\(phone),\(identity),\(canary.room),\(text)"
      if canary.number % 10 < 7 {
        lines.append(good)
        continue
      }
      switch canary.number / 10 % 10 {
      case 0: lines.append("\(number),12345,140403001001,cleaning,\(name),open,2026-05-03 08:00,\(phone),\(identity),\(canary.room),\(text)")
      case 1: lines.append("\(number),12345,\(phone),cleaning,2026-05-03 08:00,open,\(name),,,,\(text)")
      case 2: lines.append("\(number),12345,140403001001,\(name),2026-05-03 08:00,open,cleaning,\(phone),\(identity),,\(text)")
      case 3: lines.append("\(number),12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\(phone)")
      case 4: lines.append("\(number),12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\(phone),\(identity),,\(text),\(name),\(phone)")
      case 5: lines.append("\(number),12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\"\(phone)\"x,\(identity),,\(text)")
      case 6: lines.append("\(canary.phone),12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\(phone),,,\(text)")
      case 7: lines.append("\(number),12345,140403001001,cleaning,2026-05-03 08:00,\(identity),\(name),\(phone),,,\(text)")
      case 8: lines.append("\(number),12345,\(name)的`小区`,cleaning,2026-05-03 08:00,open,,\(phone),,,\(text)")
      default: lines.append(",12345,140403001001,cleaning,2026-05-03 08:00,open,\(name),\(phone),\(identity),,\(text)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static let mapping = """
    mapping: hotline
    revision: "1"
    source: hotline
    columns:
      工单号: {field: number}
      小区: {field: project}
      类型: {field: category, table: kinds}
      时间: {field: accepted_at, formats: [yyyy-MM-dd HH:mm]}
      状态: {field: status}
      姓名: {field: complainant_name}
      电话: {field: complainant_phone}
      诉求: {field: complainant_text}
    ignored: {坐席备注: 不导入}
    tables:
      kinds: {电梯: lift failure}

    """

  static func mappedFile() -> String {
    var lines = ["工单号,小区,类型,时间,状态,姓名,电话,诉求,坐席备注"]
    for canary in canaries {
      let kind = canary.number % 7 == 0 ? canary.name : "电梯"
      let time = canary.number % 11 == 0 ? canary.phoneWritten : "2026-06-01 08:00"
      lines.append("M-\(canary.number),140403001001,\(kind),\(time),open,\(canary.name),\(canary.phoneWritten),\(Canary.quoted(canary.text)),\(canary.name)\(canary.phone)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: The test

  @Test("0 of 1,000 in snapshots, exports, quarantine, messages, ledger, file names and the file itself; all of them through unmask")
  func nothingLeaks() throws {
    let city = try SmallCity(complaints: nil)
    try city.add(OfficerTable.schema, VaultTests.officers)
    let register = city.register
    var outputs: [String: String] = [:]

    // The names of the files are persons too.
    let first = Self.canaries[1], second = Self.canaries[2]
    let modelPath = try city.folder.write("\(first.name)\(first.phone)投诉.csv", Self.modelFile())
    let model = try register.importTable(Complaint.schema, from: modelPath, by: Self.clerk)
    #expect(model.read >= 1000)
    #expect(model.stored >= 700)
    #expect(model.quarantined >= 250, "\(model.faults)")
    let mappingPath = try city.folder.write("mapping.yaml", Self.mapping)
    let mappedPath = try city.folder.write("\(second.name)-\(second.phone).csv", Self.mappedFile())
    let mapped = try register.importComplaints(from: mappedPath, mapping: .load(mappingPath), by: Self.clerk)
    #expect(mapped.read == 1000)
    #expect(mapped.quarantined >= 80, "\(mapped.faults)")
    outputs["summaries"] = "\(model) \(mapped)"

    for summary in try register.imports() {
      outputs["imports", default: ""] += "\(summary)"
      for row in try register.quarantine(ofImport: summary.number) { outputs["quarantine", default: ""] += "\(row)\n" }
    }
    for entry in try register.ledger() { outputs["ledger", default: ""] += "\(entry)\n" }

    let cut = Moment("2026-10-01 00:00")!
    let snapshot = try register.snapshot(scope: .city, asOf: cut, rulebook: .empty)
    for schema in CitySchema.tables {
      let table = snapshot.table(schema)
      for field in schema.fields {
        for row in 0..<table.count { outputs["snapshot", default: ""] += try table.cell(field.name, row: row).plain + "\n" }
      }
      try register.export(schema, asOf: cut, rulebook: .empty) { outputs["export", default: ""] += $0 }
    }

    // Errors that speak of the file.
    for (name, text) in [("missing", nil), ("header", "T-1,\(first.name),\(first.phoneWritten),2026-05-03 08:00\n"), ("twice", "number,number\n"), ("empty", "")] as [(String, String?)] {
      let path = city.folder.file("\(first.name)\(first.phoneWritten)\(name).csv")
      if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
      do {
        _ = try register.importTable(Complaint.schema, from: path, by: Self.clerk)
      } catch {
        outputs["errors", default: ""] += error.description + error.chineseDescription + error.location
      }
    }

    for (place, text) in outputs.sorted(by: { $0.key < $1.key }) {
      #expect(text.utf8.count > 50, "\(place) must say something")
      let found = Leaks.all(in: text)
      #expect(found.isEmpty, "\(place): \(found.count) leaks, first \(found.prefix(5))")
    }

    // Not even the bytes on the disk.
    for suffix in ["", "-wal"] {
      guard let bytes = FileManager.default.contents(atPath: city.folder.file("city.xize" + suffix)) else { continue }
      for canary in Self.canaries {
        for secret in [canary.name, canary.phone, canary.phoneWritten, canary.identity] {
          #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in the file\(suffix)")
        }
      }
    }

    // The test is not vacuous: the same search finds every canary in the file, and unmask gives each back.
    #expect(Set(Leaks.all(in: Self.modelFile())).count >= 2000)
    let now = Moment("2026-10-03 09:00")!
    for canary in Self.canaries where canary.number % 10 < 7 && canary.number % 37 == 0 {
      let number = "K-\(canary.number)"
      _ = try register.giveTask(.handling, on: .complaint(number), to: "ST-1", by: "LZ-01", at: now)
      guard case .shown(let record, _) = try register.unmask(.complaint(number), officer: "ST-1", purpose: "核对抽查", at: now) else {
        #expect(Bool(false), "\(number) is not shown")
        continue
      }
      #expect(record[.name] == canary.name)
      #expect(record[.phone] == canary.phoneWritten)
      #expect(record[.text] == canary.text)
    }
    let refused = try #require(try register.quarantine(ofImport: model.number).first)
    _ = try register.giveTask(.correction, on: .row(import: model.number, line: refused.line), to: "LZ-01", by: "CZ-01", at: now)
    guard case .row(let raw, _) = try register.unmask(
      .row(import: model.number, line: refused.line), officer: "LZ-01", purpose: "更正导入错误", at: now)
    else { return #expect(Bool(false), "the row is not shown") }
    #expect(!Leaks.all(in: raw).isEmpty)
  }
}
