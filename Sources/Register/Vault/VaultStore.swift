internal import CityModel
internal import Columns
internal import GRDB

/// Puts personal records beside their complaints, inside an import's transaction.
final class VaultStore {
  private let keys: KeyFile
  private let find: StatementBox
  private let write: StatementBox
  private let extras: StatementBox
  private let path: String
  /// Complaints whose known record a file changed, with the parts that differ.
  private(set) var changed: [(complaint: Int64, parts: [PersonalRecord.Part])] = []

  init(_ database: Database, keys: KeyFile, path: String) throws(RegisterError) {
    self.keys = keys
    self.path = path
    find = StatementBox(try Statement("SELECT sealed, fingerprint FROM vault WHERE complaint = ?", on: database, path: path))
    write = StatementBox(
      try Statement(
        """
        INSERT INTO vault (complaint, sealed, fingerprint) VALUES (?1, CAST(?2 AS BLOB), CAST(?3 AS BLOB))
        ON CONFLICT (complaint) DO UPDATE SET sealed = excluded.sealed, fingerprint = excluded.fingerprint
        """, on: database, path: path))
    extras = StatementBox(
      try Statement(
        """
        INSERT INTO complaint_extras (complaint, form, fields) VALUES (?1, ?2, ?3)
        ON CONFLICT (complaint) DO UPDATE SET form = excluded.form, fields = excluded.fields
        """, on: database, path: path))
  }

  static func context(_ complaint: Int64) -> String { "xize vault 1 complaint \(complaint)" }

  /// Whether the record of a complaint was deleted when its time was over; then no file brings it back.
  func isExpired(_ complaint: Int64) throws(RegisterError) -> Bool {
    find.statement.bind(1, complaint)
    defer { find.statement.reset() }
    return unsafe try find.statement.step() && find.statement.bytes(0).isEmpty
  }

  func put(_ record: PersonalRecord, of complaint: Int64) throws(RegisterError) {
    guard !record.isEmpty else { return }
    var record = record
    find.statement.bind(1, complaint)
    if try find.statement.step() {
      let sealed = unsafe Array(find.statement.bytes(0)), print = unsafe Array(find.statement.bytes(1))
      find.statement.reset()
      guard !sealed.isEmpty else { return }
      let known = try VaultStore.open(sealed, of: complaint, keys: keys, path: path)
      let merged = known.merged(with: record)
      guard Cipher.fingerprint(merged.bytes, key: keys.vault) != print else { return }
      changed.append((complaint, PersonalRecord.Part.allCases.filter { known[$0] != merged[$0] }))
      record = merged
    } else {
      find.statement.reset()
    }
    let bytes = record.bytes
    guard let sealed = Cipher.seal(bytes, key: keys.vault, context: VaultStore.context(complaint)) else {
      throw RegisterError(.sealBroken, path: path, .init("a record cannot be sealed", "记录无法加密"))
    }
    let print = Cipher.fingerprint(bytes, key: keys.vault)
    write.statement.bind(1, complaint)
    var failure: RegisterError?
    unsafe sealed.withUnsafeBufferPointer { sealed in
      unsafe print.withUnsafeBufferPointer { print in
        unsafe write.statement.bindBorrowed(2, sealed)
        unsafe write.statement.bindBorrowed(3, print)
        do throws(RegisterError) { try write.statement.run() } catch { failure = error }
      }
    }
    if let failure { throw failure }
  }

  /// - Parameter fields: JSON.
  func put(extras fields: String, of complaint: Int64) throws(RegisterError) {
    extras.statement.bind(1, complaint)
    extras.statement.bind(2, "open311")
    extras.statement.bind(3, fields)
    try extras.statement.run()
  }

  static func open(_ sealed: [UInt8], of complaint: Int64, keys: KeyFile, path: String) throws(RegisterError) -> PersonalRecord {
    guard let bytes = Cipher.open(sealed, key: keys.vault, context: context(complaint)), let record = PersonalRecord(bytes: bytes) else {
      throw RegisterError(
        .sealBroken, path: path, .init("a sealed record does not open: it was changed or moved", "加密记录无法解开：已被改动或移动"),
        help: .init("restore the register from its last copy", "请从最近的备份恢复台账"))
    }
    return record
  }
}
