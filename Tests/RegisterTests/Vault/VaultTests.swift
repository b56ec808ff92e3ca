import CityModel
import Columns
import Foundation
import Testing

@testable import Register

@Suite("The vault: who complained, and who may see it")
struct VaultTests {
  static let complaints = """
    number,source,project,category,accepted_at,status,closed_at,complainant_name,complainant_phone,complainant_identity,complainant_room,complainant_text
    V-1,12345,140403001001,电梯困人,2026-05-03 08:00,open,,张三丰,138 0013 8000,14040319800101123X,2单元501室,我是张三丰，电话13800138000，电梯又困人
    V-2,12345,140403001001,cleaning,2026-05-04 08:00,basically closed,,李四,13900139000,,,
    V-3,12345,140403001001,cleaning,2026-05-05 08:00,closed,2026-05-20 10:00,王五,+8613800138000,,,垃圾未清
    V-4,12345,140403001001,cleaning,2026-05-06 08:00,open,,,,,,

    """
  static let officers = """
    code,name,level,division,role,from,until
    ST-1,赵一,street,140403001,handler,2025-01-01,
    ST-2,钱二,street,140403001,handler,2025-01-01,
    ST-9,孙九,street,140404001,handler,2025-01-01,
    SQ-1,周三,street,140403001,reviser,2025-01-01,
    OLD,吴四,street,140403001,handler,2020-01-01,2025-12-31

    """
  static let now = Moment("2026-06-01 09:00")!

  let city: SmallCity

  init() throws {
    city = try SmallCity(complaints: nil)
    #expect(try city.add(OfficerTable.schema, VaultTests.officers).quarantined == 0)
    let summary = try city.add(Complaint.schema, VaultTests.complaints)
    #expect(summary.stored == 4, "\(summary.firstFaults)")
  }

  var register: Register { city.register }

  func give(_ kind: VaultTask.Kind, _ number: String, to officer: String, by giver: String = "LZ-01") throws -> VaultTaskOutcome {
    try register.giveTask(kind, on: .complaint(number), to: officer, by: giver, at: VaultTests.now)
  }

  func look(_ number: String, _ officer: String, purpose: String = "电话核实情况", task: Int64? = nil) throws -> Unmasking {
    try register.unmask(.complaint(number), officer: officer, purpose: purpose, task: task, at: VaultTests.now)
  }

  func refusal(_ unmasking: Unmasking) -> String? { if case .refused(let refusal) = unmasking { refusal.code } else { nil } }

  // MARK: What stays outside

  @Test("the complaint keeps a token, a surname, four digits and a scrubbed text")
  func outside() throws {
    let table = try city.snapshot().table(Complaint.schema)
    #expect(try table.cell("masked_name", row: 0).plain == "张*")
    #expect(try table.cell("masked_phone", row: 0).plain == "138****8000")
    #expect(try table.cell("content", row: 0).plain == "我是张*，电话***，电梯又困人")
    let tokens = try table.column(Complaint.complainant)
    #expect(tokens.integer(0) != nil && tokens.integer(0) == tokens.integer(2), "one number written in two ways is one person")
    #expect(tokens.integer(0) != tokens.integer(1))
    #expect(tokens.isMissing(3), "who gives neither number nor card is anonymous")
  }

  @Test("neither the register's file nor its log holds a name, a number or a word of the text")
  func atRest() throws {
    for suffix in ["", "-wal"] {
      let path = city.folder.file("city.xize" + suffix)
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      for secret in ["张三丰", "李四", "13800138000", "138 0013 8000", "14040319800101123X", "2单元501室", "垃圾未清，"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(path)")
      }
    }
  }

  @Test("tokens cannot be tried out with the register's file alone: their key is in the key file")
  func tokenKey() throws {
    let keys = try KeyFile.load(register.keyPath)
    #expect(keys.tokens == TokenKey(low: 1, high: 2))
    let settings = try register.texts("SELECT name FROM settings ORDER BY name")
    #expect(settings == ["key_check"])
  }

  // MARK: Who may look

  @Test("the officer with the open task sees what the task needs, and the ledger keeps who, when, what for and which parts")
  func handling() throws {
    guard case .done(let task) = try give(.handling, "V-1", to: "ST-1") else { return #expect(Bool(false), "no task") }
    guard case .shown(let record, let position) = try look("V-1", "ST-1") else { return #expect(Bool(false), "refused") }
    #expect(record[.name] == "张三丰")
    #expect(record[.phone] == "138 0013 8000")
    #expect(record[.room] == "2单元501室")
    #expect(record[.text] == "我是张三丰，电话13800138000，电梯又困人")
    #expect(record[.identity] == nil, "handling needs no identity number")
    let entry = try #require(try register.ledger().last)
    #expect(entry.position == position)
    #expect(entry.kind == "unmask")
    #expect(entry.officer == "ST-1")
    #expect(entry.key == "V-1 12345")
    #expect(entry.data == #"{"kind":"handling","parts":["name","phone","room","text"],"purpose":"电话核实情况","task":\#(task.number)}"#)
  }

  @Test("revisit staff get the number, and only while the revisit is open")
  func revisit() throws {
    #expect(try give(.revisit, "V-2", to: "SQ-1") != .refused(Refusal("", article: "", zh: "", en: "")))
    guard case .shown(let record, _) = try look("V-2", "SQ-1") else { return #expect(Bool(false), "refused") }
    #expect(record.values == [.phone: "13900139000"])
    try city.add(Complaint.schema, "number,source,project,category,accepted_at,status,closed_at\nV-2,12345,140403001001,cleaning,2026-05-04 08:00,closed,2026-05-30 08:00\n")
    #expect(refusal(try look("V-2", "SQ-1")) == "task-over")
  }

  @Test("verification shows the identity number and not the text")
  func verification() throws {
    _ = try give(.verification, "V-1", to: "ST-1")
    guard case .shown(let record, _) = try look("V-1", "ST-1") else { return #expect(Bool(false), "refused") }
    #expect(record[.identity] == "14040319800101123X")
    #expect(record[.text] == nil)
  }

  @Test("each clause refuses, writes no ledger entry and shows nothing")
  func refusals() throws {
    let before = try register.ledgerPosition()
    #expect(refusal(try look("V-1", "ST-1")) == "task-missing")
    #expect(refusal(try look("V-1", "ST-9")) == "officer-division")
    #expect(refusal(try look("V-1", "OLD")) == "officer-not-in-office")
    #expect(refusal(try look("V-1", "ST-1", purpose: " 无 ")) == "purpose-missing")
    #expect(refusal(try look("V-1", "ST-1", purpose: "给13800138000回电")) == "purpose-names-person")
    func code(_ outcome: VaultTaskOutcome) -> String? { if case .refused(let refusal) = outcome { refusal.code } else { nil } }
    #expect(code(try give(.handling, "V-1", to: "ST-1", by: "ST-1")) == "task-for-oneself")
    #expect(code(try give(.handling, "V-1", to: "ST-9")) == "task-for-stranger")
    #expect(code(try give(.handling, "V-1", to: "OLD")) == "task-for-stranger")
    #expect(code(try give(.handling, "V-3", to: "ST-1")) == "task-over")
    #expect(code(try give(.correction, "V-1", to: "ST-1")) == "task-over")
    #expect(try register.ledgerPosition() == before)
    _ = try give(.handling, "V-1", to: "ST-1")
    #expect(refusal(try look("V-1", "ST-2")) == "task-missing", "another's task is no ground")
    #expect(refusal(try look("V-1", "ST-1", task: 99)) == "task-missing")
  }

  @Test("a task that was ended is no ground any more")
  func ended() throws {
    guard case .done(let task) = try give(.handling, "V-1", to: "ST-1") else { return #expect(Bool(false), "no task") }
    #expect(try register.endTask(task.number, by: "ST-2", at: VaultTests.now) == .refused(
      Refusal("task-missing", article: "PIPL 6", zh: "没有由 ST-2 承担或指派的未完成任务 \(task.number)", en: "ST-2 has no open task \(task.number)")))
    _ = try register.endTask(task.number, by: "ST-1", at: VaultTests.now)
    #expect(refusal(try look("V-1", "ST-1")) == "task-missing")
  }

  // MARK: Keys and damage

  @Test("without the key file, with another's, with one that others may read, nothing opens and each says why")
  func keys() throws {
    _ = try give(.handling, "V-1", to: "ST-1")
    func code() -> String? {
      do {
        _ = try look("V-1", "ST-1")
        return nil
      } catch { return (error as? RegisterError)?.code.rawValue }
    }
    let path = register.keyPath
    let own = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(code() == "key-open")
    try FileManager.default.removeItem(atPath: path)
    #expect(code() == "key-missing")
    try KeyFile.random(tokens: nil, path: path).write(to: path)
    #expect(code() == "key-wrong")
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: path))
    #expect(code() == "key-damaged")
    try own.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(code() == nil)
  }

  @Test("a record that was changed, or moved to another complaint, does not open")
  func moved() throws {
    _ = try give(.handling, "V-1", to: "ST-1")
    try register.execute("UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE complaint = 2) WHERE complaint = 1")
    let error = #expect(throws: RegisterError.self) { try self.look("V-1", "ST-1") }
    #expect(error?.code == .sealBroken)
  }

  // MARK: Known rows and retention

  @Test("a second file with another number changes the vault; the ledger names the part and not the number")
  func changed() throws {
    let again = try city.add(
      Complaint.schema, "number,source,project,category,accepted_at,status,complainant_phone\nV-1,12345,140403001001,电梯困人,2026-05-03 08:00,open,13700137000\n")
    #expect(again.changed == 1)
    _ = try give(.handling, "V-1", to: "ST-1")
    guard case .shown(let record, _) = try look("V-1", "ST-1") else { return #expect(Bool(false), "refused") }
    #expect(record[.phone] == "13700137000")
    #expect(record[.name] == "张三丰", "what the file does not say stays")
    let entries = try register.ledger(table: "complaints", key: "V-1 12345")
    #expect(entries.contains { $0.kind == "vault-changed" && $0.data == #"{"import":\#(again.number),"parts":["phone"]}"# })
    #expect(!entries.contains { $0.data.contains("137****7000") }, "the ledger forgets nothing, so it is not told")
  }

  @Test("three years after the closure only the token is left: in the file, in the log, and after importing the old file again")
  func expiry() throws {
    let clerk = Attribution(officer: "CZ-01", role: "clerk", moment: Moment("2029-05-21 08:00")!)
    let sealed = try #require(try register.texts("SELECT hex(sealed) FROM vault WHERE complaint = 3").first)
    let cipher = Data(try #require([UInt8](hexadecimal: sealed)))
    #expect(try register.expire(on: Day("2029-05-20")!, rulebook: .empty, by: clerk) == VaultExpiry(complaints: 0, rows: 0))
    #expect(try register.expire(on: Day("2029-05-21")!, rulebook: .empty, by: clerk) == VaultExpiry(complaints: 1, rows: 0))
    for suffix in ["", "-wal"] {
      if let bytes = FileManager.default.contents(atPath: city.folder.file("city.xize" + suffix)) {
        #expect(bytes.range(of: cipher) == nil, "the sealed record is still in the file\(suffix)")
        #expect(bytes.range(of: Data("垃圾未清".utf8)) == nil)
      }
    }
    let entry = try #require(try register.ledger().last)
    #expect(entry.kind == "vault-expired")
    #expect(entry.data == #"{"complaints":1,"retention":36,"rows":0}"#)
    let again = try city.add(Complaint.schema, VaultTests.complaints)
    #expect(again.known == 4)
    #expect(again.changed == 0)
    let table = try city.snapshot().table(Complaint.schema)
    #expect(try table.cell("masked_name", row: 2) == .empty)
    #expect(try table.cell("content", row: 2) == .empty)
    #expect(try table.column(Complaint.complainant).integer(2) != nil, "the count of distinct complainants stays what it was")
    _ = try register.giveTask(.verification, on: .complaint("V-3"), to: "ST-1", by: "LZ-01", at: VaultTests.now)
    let error = #expect(throws: RegisterError.self) { try self.look("V-3", "ST-1") }
    #expect(error?.code.rawValue == "expired-record")
  }
}
