import CityModel
import Columns
import Foundation
import Testing

@testable import Register

/// A thousand persons who must be found nowhere but in the vault.
@Suite("A thousand canaries")
struct CanaryTests {
  /// A made-up person: what a file says, and the strings that must not be found again.
  struct Canary {
    var number: Int
    var name: String
    var phone: String
    var identity: String
    var room: String
    /// Digits as the file writes them.
    var phoneWritten: String
    var identityWritten: String
    var text: String

    static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏")
    static let given = Array("霁翀珩璟彧曦翯骞旻瑀琮珺沄溱滢潆煊烨熠焱犇猗玥珈珞玹")

    init(_ number: Int) {
      self.number = number
      // Names that occur nowhere else: three characters, the last two a pair of their own.
      name = String(Canary.surnames[number % Canary.surnames.count])
        + String(Canary.given[number / Canary.given.count % Canary.given.count]) + String(Canary.given[number % Canary.given.count])
      phone = "1" + String(30 + number % 70) + String(10_000_000 + number * 7919 % 89_999_999)
      let born = Day("1960-01-01")!.adding(days: number * 17)
      identity = "140403" + born.description.filter { $0 != "-" } + String(100 + number % 900) + (number % 4 == 0 ? "X" : String(number % 10))
      room = "\(number % 6 + 1)单元\(1000 + number)"
      phoneWritten = Canary.written(phone, number)
      identityWritten = Canary.written(identity, number / 3)
      let spacedName = number % 5 == 0 ? name.map(String.init).joined(separator: number % 2 == 0 ? " " : "　") : name
      let numerals = Canary.numerals(phone)
      let forms = [
        "我叫\(spacedName)，电话\(phoneWritten)，家住\(room)室，电梯坏了", "联系人:\(spacedName) tel \(phone) 身份证\(identityWritten)", "请打\(numerals)找\(name)",
        "邮箱c\(phone)@example.com，\(spacedName)", "\(spacedName)\n\(phoneWritten)\n\(identityWritten)",
      ]
      text = forms[number % forms.count]
    }

    static func written(_ digits: String, _ form: Int) -> String {
      switch form % 6 {
      case 1: return String(digits.prefix(3)) + " " + digits.dropFirst(3).prefix(4) + " " + digits.dropFirst(7)
      case 2: return String(digits.prefix(3)) + "-" + digits.dropFirst(3).prefix(4) + "-" + digits.dropFirst(7)
      case 3: return String(String.UnicodeScalarView(digits.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
      case 4: return digits.map(String.init).joined(separator: " ")
      case 5: return digits.map(String.init).joined(separator: "\u{200B}")
      default: return digits
      }
    }

    static func numerals(_ digits: String) -> String {
      let words = Array("零一二三四五六七八九")
      return String(digits.map { digit in digit.wholeNumberValue.map { words[$0] } ?? digit })
    }

    /// What an output may not contain once it is folded to half width and stripped of everything between.
    var secrets: [String] { [name, phone, identity] }
  }

  static let canaries = (0..<1000).map(Canary.init)
  static let clerk = Attribution(officer: "CZ-01", role: "clerk", moment: Moment("2026-10-02 09:00")!)

  /// Half width, numerals as digits, nothing but letters and digits: a canary in any dress is found.
  static func folded(_ text: String) -> String {
    let numerals: [Unicode.Scalar: Unicode.Scalar] = [
      "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
      let digit = numerals[half] ?? half
      if digit.properties.isAlphabetic || digit.properties.numericType != nil { out.append(digit) }
    }
    return String(out)
  }

  /// The canaries that an output leaks. Each secret is looked for by a short part of its own, then whole.
  static func leaks(in output: String) -> [String] {
    let text = folded(output)
    let digits = Array(text.utf8)
    // Every run of eleven digits and more, and every run of Chinese characters, against the sets of secrets.
    var found: [String] = []
    let numbers = Set(canaries.map(\.phone) + canaries.map { String($0.identity.prefix(17)) })
    var run: [UInt8] = []
    for byte in digits + [0] {
      if (48...57).contains(byte) {
        run.append(byte)
        continue
      }
      for length in [11, 17] where run.count >= length {
        for start in 0...(run.count - length) {
          let part = String(decoding: run[start..<start + length], as: UTF8.self)
          if numbers.contains(part) { found.append(part) }
        }
      }
      run = []
    }
    let pairs = Set(canaries.map { String($0.name.dropFirst()) })
    let characters = Array(text)
    for at in characters.indices.dropLast() {
      let pair = String(characters[at...at + 1])
      if pairs.contains(pair) { found.append(pair) }
    }
    return found
  }

  // MARK: The files

  static func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }

  /// 700 good rows, 300 broken in ten ways; the same persons in each.
  static func modelFile() -> String {
    var lines = [
      "number,source,project,category,accepted_at,status,complainant_name,complainant_phone,complainant_identity,complainant_room,complainant_text"
    ]
    for canary in canaries {
      let (name, phone, identity) = (canary.name, canary.phoneWritten, canary.identityWritten)
      let text = quoted(canary.text)
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
      lines.append("M-\(canary.number),140403001001,\(kind),\(time),open,\(canary.name),\(canary.phoneWritten),\(quoted(canary.text)),\(canary.name)\(canary.phone)")
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
      let found = Self.leaks(in: text)
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
    #expect(Set(Self.leaks(in: Self.modelFile())).count >= 2000)
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
    #expect(!Self.leaks(in: raw).isEmpty)
  }
}
