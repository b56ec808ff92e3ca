internal import CityModel
internal import Columns
internal import Foundation
internal import GRDB

/// One file into one table, in one transaction: a thread parses and converts, this one stores.
struct Importer {
  let register: Register
  let path: String
  let encoding: FileEncoding
  let attribution: Attribution
  let mapping: String?
  let progress: ((ImportProgress) -> Void)?
  /// Makes rows of a document that is no CSV.
  var foreign: ((OpenedFile) throws(RegisterError) -> ForeignRows)?

  /// What the header of a file leads to.
  typealias Planning = (_ header: [String], _ references: ReferenceTables) throws -> RowConverter

  func run(into schema: TableSchema, planning: Planning) throws(RegisterError) -> (ImportSummary, RowConverter) {
    let file = try OpenedFile(path: path, encoding: encoding)
    let rows = try foreign.map { (make) throws(RegisterError) in try make(file) }
    let reader = CSVReader(rows?.source ?? file.text, path: path)
    let header = try readHeader(reader)
    return try register.write(bulk: true) { database in
      let converter = try planning(header, ReferenceTables(database, path: register.path))
      let secrets = LazyKeys(register, database)
      let store = try RowStore(schema, converter: converter, attribution, secrets: secrets, database: database, path: register.path)
      let number = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM imports") ?? 1
      let quarantine = try Quarantine(number, database, secrets: secrets, path: register.path)
      var summary = ImportSummary(table: schema.plural, file: FileLabel.shown(URL(fileURLWithPath: path).lastPathComponent))
      summary.number = number

      let handoff = Handoff<RowBatch>(limit: 4)
      let work = ParsingWork(reader: reader, converter: converter, handoff: handoff, rows: rows)
      let thread = Thread { work.run() }
      thread.stackSize = 1 << 21
      thread.start()
      // The parser must have stopped before its buffers go away, whatever happens here.
      defer { handoff.abandon() }
      while let batch = handoff.receive() {
        if let failure = batch.failure { throw failure }
        try store.store(batch)
        summary.read += batch.count + batch.quarantined.count
        try setAside(batch.quarantined, in: quarantine, &summary)
        progress?(ImportProgress(bytes: batch.consumed, size: file.file.size, rows: summary.read))
      }
      try store.finish(importNumber: number)
      let shield = PersonalShield(plan: converter.personal, columnCount: converter.columnCount, schema: schema)
      let refused = store.refused.map { row in
        let line = row.line
        let fault = shield.shown(row.fault)
        return RowBatch.Quarantined(
          line: line, fault: rows.map { fault.placed(atLine: $0.line(of: line)) } ?? fault, raw: row.raw, shown: shield.shown(row.raw))
      }
      try setAside(refused.sorted { $0.line < $1.line }, in: quarantine, &summary)
      summary.firstRow = store.firstNew
      summary.changedRows = store.changedRows
      summary.stored = store.stored
      summary.known = store.known
      summary.changed = store.changed
      try record(summary, file.file, in: database)
      return (summary, converter)
    }
  }

  private func setAside(
    _ rows: [RowBatch.Quarantined], in quarantine: Quarantine, _ summary: inout ImportSummary
  ) throws(RegisterError) {
    for row in rows {
      try quarantine.add(row)
      summary.faults[row.fault.code, default: 0] += 1
      if summary.firstFaults.count < 10 {
        summary.firstFaults.append(.init(line: row.line, code: row.fault.code, message: row.fault.message))
      }
    }
    summary.quarantined += rows.count
  }

  private func readHeader(_ reader: CSVReader) throws(RegisterError) -> [String] {
    switch try reader.next() {
    case .record:
      let header = (0..<reader.fieldCount).map { reader.text($0).trimmingCharacters(in: .whitespaces) }
      // A file without a header would have its first person told in the message about an unknown column.
      if header.contains(where: { PersonalText.namesPerson($0) || Moment($0) != nil || Day($0) != nil }) {
        throw RegisterError(
          .badHeader, path: path, line: 1, .init("the first line holds data, not the names of the columns", "第一行是数据，不是列名"),
          help: .init("put a line with the names of the columns before it", "请在前面加一行列名"))
      }
      return header
    case .fault(let fault):
      throw RegisterError(
        .badHeader, path: path, line: reader.line, column: fault.column,
        .init("the header cannot be read: \(fault.message.en)", "无法读取表头：\(fault.message.zh)"),
        help: .init("check that it is a CSV file; one in UTF-16 has to be saved as UTF-8; nothing was imported", "请核对是不是 CSV 文件；UTF-16 编码的请另存为 UTF-8；本次未导入任何数据"))
    case .end:
      throw RegisterError(
        .badHeader, path: path, .init("the file is empty", "文件为空"),
        help: .init("the first line must name the columns", "第一行应为列名"))
    }
  }

  private func record(_ summary: ImportSummary, _ file: FileSource, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO imports
          (id, "table", file, bytes, checksum, mapping, moment, officer, read, stored, known, changed, quarantined)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        summary.number, summary.table, summary.file, file.consumed, "crc32:" + String(file.checksum, radix: 16), mapping,
        attribution.moment.seconds, attribution.officer, summary.read, summary.stored, summary.known, summary.changed,
        summary.quarantined,
      ])
    try Ledger.append(
      .init(
        attribution, kind: "import", table: summary.table, key: String(summary.number),
        data: [
          "file": .text(summary.file), "read": .number(Int64(summary.read)), "stored": .number(Int64(summary.stored)),
          "known": .number(Int64(summary.known)), "changed": .number(Int64(summary.changed)),
          "quarantined": .number(Int64(summary.quarantined)), "mapping": mapping.map { .text($0) } ?? .null,
        ]), to: database, path: register.path)
  }
}

/// The parsing thread's work. Unchecked sendable: everything in it is that thread's alone until it ends.
private final class ParsingWork: @unchecked Sendable {
  private let reader: CSVReader
  private let converter: RowConverter
  private let handoff: Handoff<RowBatch>
  private let shield: PersonalShield
  private let rows: ForeignRows?
  private var record = 0

  init(reader: CSVReader, converter: RowConverter, handoff: Handoff<RowBatch>, rows: ForeignRows?) {
    self.rows = rows
    self.reader = reader
    self.converter = converter
    self.handoff = handoff
    shield = PersonalShield(plan: converter.personal, columnCount: converter.columnCount, schema: converter.schema)
  }

  func run() {
    defer { handoff.finish() }
    var batch = converter.makeBatch()
    do throws(RegisterError) {
      reading: while true {
        let outcome = try reader.next()
        record += 1
        switch outcome {
        case .record:
          if let fault = rows?.fault(of: record) {
            quarantine(fault, in: batch)
            break
          }
          do throws(RowFault) {
            try converter.convert(reader, into: batch)
            keep(in: batch)
          } catch {
            quarantine(error, in: batch)
          }
        case .fault(let fault): quarantine(fault, in: batch)
        case .end: break reading
        }
        if batch.isFull {
          batch.consumed = reader.consumed
          guard handoff.send(batch) else { return }
          batch = converter.makeBatch()
        }
      }
    } catch {
      batch.failure = error
    }
    batch.consumed = reader.consumed
    _ = handoff.send(batch)
  }

  private func keep(in batch: RowBatch) {
    guard let rows else { return unsafe batch.keep(raw: reader.rawBytes) }
    batch.lines[batch.count - 1] = record
    unsafe rows.raw(of: record).withUnsafeBufferPointer { unsafe batch.keep(raw: $0) }
  }

  private func quarantine(_ fault: RowFault, in batch: RowBatch) {
    let raw = reader.raw
    if let rows {
      let fault = shield.shown(fault).placed(atLine: rows.line(of: record))
      batch.quarantined.append(.init(line: record, fault: fault, raw: rows.raw(of: record), shown: shield.shown(raw)))
      return
    }
    batch.quarantined.append(.init(line: reader.line, fault: shield.shown(fault), raw: raw, shown: shield.shown(raw)))
  }
}

/// Where the rows go that cannot be taken in.
final class Quarantine {
  static func context(_ number: Int64, line: Int) -> String { "xize vault 1 import \(number) line \(line)" }


  private let number: Int64
  private let statement: StatementBox
  private let secrets: LazyKeys
  private let path: String

  init(_ number: Int64, _ database: Database, secrets: LazyKeys, path: String) throws(RegisterError) {
    self.number = number
    self.secrets = secrets
    self.path = path
    statement = StatementBox(
      try Statement(
        "INSERT INTO quarantine (import, line, code, message, chinese, raw, shown) VALUES (?, ?, ?, ?, ?, CAST(? AS BLOB), ?)", on: database,
        path: path))
  }

  func add(_ row: RowBatch.Quarantined) throws(RegisterError) {
    statement.statement.bind(1, number)
    statement.statement.bind(2, Int64(row.line))
    statement.statement.bind(3, row.fault.code)
    statement.statement.bind(4, row.fault.message.en)
    statement.statement.bind(5, row.fault.message.zh)
    statement.statement.bind(7, row.shown)
    guard let sealed = Cipher.seal(row.raw, key: try secrets.keys().vault, context: Quarantine.context(number, line: row.line)) else {
      throw RegisterError(.sealBroken, path: path, .init("a row cannot be sealed", "该行无法加密"))
    }
    var failure: RegisterError?
    unsafe sealed.withUnsafeBufferPointer { bytes in
      unsafe statement.statement.bindBorrowed(6, bytes)
      do throws(RegisterError) { try statement.statement.run() } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

/// The register's secrets, read once and only if a row needs them.
final class LazyKeys {
  private let register: Register
  private let database: Database
  private var loaded: KeyFile?

  init(_ register: Register, _ database: Database) {
    self.register = register
    self.database = database
  }

  func keys() throws(RegisterError) -> KeyFile {
    if let loaded { return loaded }
    do {
      let check = try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'key_check'")
      let keys = try register.keys(check: check)
      loaded = keys
      return keys
    } catch {
      throw RegisterError(error, path: register.path)
    }
  }
}

extension RegisterError.Code {
  /// The first line of a file does not name its columns.
  public static let badHeader: Self = "bad-header"
}
