import CityModel
import Columns
import Foundation
@testable import Register
import Testing

@Suite("A file or a disk that fails leaves the register as it was")
struct DamageTests {
  static let header = "number,source,project,category,accepted_at,status\n"

  static func rows(_ count: Int) -> String {
    header + (0..<count).map { "N-\($0),x,140403001001,cleaning,2026-05-03 08:00,open\n" }.joined()
  }

  /// A gzip file of stored (not packed) blocks, made by hand.
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
      let end = min(bytes.count, start + 60_000)
      let size = UInt16(end - start)
      out += [end == bytes.count ? 1 : 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
      out += bytes[start..<end]
      start = end
    } while start < bytes.count
    let crc = bytes.withUnsafeBytes { Checksum.update(0, $0) }
    for value in [crc, UInt32(bytes.count)] { out += (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return out
  }

  @Test func severalPackedMembersAreOneFile() throws {
    let city = try SmallCity(complaints: nil)
    let text = Self.rows(3000)
    let half = text.index(text.startIndex, offsetBy: text.count / 2)
    let summary = try city.add(Complaint.schema, bytes: Self.gzip(String(text[..<half])) + Self.gzip(String(text[half...])))
    #expect((summary.read, summary.stored) == (3000, 3000))
  }

  @Test(arguments: ["truncated", "flipped", "trailing"])
  func aDamagedPackedFileImportsNothing(damage: String) throws {
    let city = try SmallCity(complaints: nil)
    var bytes = Self.gzip(Self.rows(3000))
    switch damage {
    case "truncated": bytes.removeLast(20)
    case "flipped": bytes[bytes.count / 2] ^= 1
    default: bytes += Array("and more".utf8)
    }
    let position = try city.register.ledgerPosition()
    #expect(code { try city.add(Complaint.schema, bytes: bytes) } == .gzipDamaged)
    #expect(try city.register.ledgerPosition() == position)
    #expect(try city.snapshot().table(Complaint.schema).count == 0)
  }

  @Test func aFullDiskKeepsNothingOfTheFileAndEverythingBefore() throws {
    let city = try SmallCity()
    try city.register.limitPages(extra: 20)
    #expect(code { try city.add(Complaint.schema, Self.rows(20_000)) } == .diskFull)
    try city.register.limitPages(extra: nil)
    #expect(try city.register.check() == [])
    #expect(try city.snapshot().table(Complaint.schema).count == 4)
    #expect(try city.add(Complaint.schema, Self.rows(20_000)).stored == 20_000)
  }

  @Test func anUnclosedQuoteCostsItsLineOnly() throws {
    let city = try SmallCity(complaints: nil)
    let broken = Self.rows(2000).replacingOccurrences(of: "N-1000,x", with: "\"N-1000,x")
    let summary = try city.add(Complaint.schema, broken)
    #expect((summary.read, summary.stored, summary.quarantined) == (2000, 1999, 1))
    #expect(summary.firstFaults.first?.line == 1002)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func lineEndsAndMarksMakeNoDifference(end: String, mark: Bool) throws {
    let city = try SmallCity(complaints: nil)
    let text = (mark ? "\u{FEFF}" : "") + Self.rows(500).replacingOccurrences(of: "\n", with: end) + end
    #expect(try city.add(Complaint.schema, text).stored == 500)
  }

  @Test func missingAndUnreadableFilesAreToldApart() throws {
    let city = try SmallCity()
    #expect(code { try city.register.importTable(Complaint.schema, from: city.folder.file("no.csv"), by: SmallCity.clerk) } == .missingFile)
    #expect(code { try city.register.importTable(Complaint.schema, from: city.folder.path, by: SmallCity.clerk) } == .isDirectory)
  }

  @Test func aReadOnlyRegisterRefusesToWrite() throws {
    let city = try SmallCity()
    let reader = try Register.open(at: city.register.path, readOnly: true)
    let file = try city.folder.write("c.csv", Self.rows(1))
    #expect(code { try reader.importTable(Complaint.schema, from: file, by: SmallCity.clerk) } == .readOnly)
  }

  @Test func theLedgerIsOnlyAppendedTo() throws {
    let city = try SmallCity()
    for attack in [
      "UPDATE ledger SET officer = 'x'", "DELETE FROM ledger", "DELETE FROM ledger WHERE position = 1",
      "INSERT OR REPLACE INTO ledger (position, moment, officer, role, kind, data) VALUES (1, 0, 'x', 'x', 'x', '{}')",
      "INSERT INTO ledger (position, moment, officer, role, kind, data) VALUES (99, 0, 'x', 'x', 'x', '{}')",
      "INSERT INTO ledger (moment, officer, role, kind, data) VALUES (0, 'x', 'x', 'x', '{}')",
    ] {
      #expect(throws: RegisterError.self, "\(attack)") { try city.register.execute(attack) }
    }
    #expect(try city.register.ledger().count == 6)
  }

  @Test(arguments: [
    (5, "locked"), (6, "locked"), (13, "disk-full"), (8, "read-only"), (11, "corrupt"), (26, "not-a-database"), (14, "not-readable"),
    (1032, "read-only"), (266, "database"), (1, "database"),
  ])
  func whatSQLiteSaysIsSaidInTheDesksWords(result: Int32, code: String) {
    let error = RegisterError(result: result, message: "m", path: "city.xize")
    #expect(error.code.rawValue == code)
    #expect(!error.message.zh.isEmpty)
  }

  @Test func whileAnotherProgramWritesTheRegisterSaysSoAndReadersGoOn() throws {
    let city = try SmallCity()
    let other = try Register.open(at: city.register.path)
    let refused = try city.register.whileWriting { () throws -> RegisterError.Code? in
      let count = try city.register.snapshotCount(of: other)
      #expect(count == 4)
      return code { try other.execute("DELETE FROM quarantine") }
    }
    #expect(refused == .locked)
  }
}
