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

  /// What the header of a file leads to.
  typealias Planning = (_ header: [String], _ references: ReferenceTables) throws -> RowConverter

  func run(into schema: TableSchema, planning: Planning) throws(RegisterError) -> (ImportSummary, RowConverter) {
    let file = try OpenedFile(path: path, encoding: encoding)
    let reader = CSVReader(file.text, path: path)
    let header = try readHeader(reader)
    return try register.write(bulk: true) { database in
      let converter = try planning(header, ReferenceTables(database, path: register.path))
      let store = try RowStore(schema, slots: converter.slots, database: database, path: register.path)
      let number = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM imports") ?? 1
      let quarantine = try Quarantine(number, database, path: register.path)
      var summary = ImportSummary(table: schema.plural, file: URL(fileURLWithPath: path).lastPathComponent)
      summary.number = number

      let handoff = Handoff<RowBatch>(limit: 4)
      let work = ParsingWork(reader: reader, converter: converter, handoff: handoff)
      let thread = Thread { work.run() }
      thread.stackSize = 1 << 21
      thread.start()
      // The parser must have stopped before its buffers go away, whatever happens here.
      defer { handoff.abandon() }
      while let batch = handoff.receive() {
        if let failure = batch.failure { throw failure }
        try store.store(batch)
        for row in batch.quarantined {
          try quarantine.add(row)
          summary.faults[row.fault.code, default: 0] += 1
          if summary.firstFaults.count < 10 {
            summary.firstFaults.append(.init(line: row.line, code: row.fault.code, message: row.fault.message))
          }
        }
        summary.quarantined += batch.quarantined.count
        summary.read += batch.count + batch.quarantined.count
        progress?(ImportProgress(bytes: batch.consumed, size: file.file.size, rows: summary.read))
      }
      try store.finish(attribution, importNumber: number)
      summary.stored = store.stored
      summary.known = store.known
      summary.changed = store.changed
      try record(summary, file.file, in: database)
      return (summary, converter)
    }
  }

  private func readHeader(_ reader: CSVReader) throws(RegisterError) -> [String] {
    switch try reader.next() {
    case .record: return (0..<reader.fieldCount).map { reader.text($0).trimmingCharacters(in: .whitespaces) }
    case .fault(let fault):
      throw RegisterError(
        .badHeader, path: path, line: reader.line, column: fault.column,
        .init("the header cannot be read: \(fault.message.en)", "无法读取表头：\(fault.message.zh)"))
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

  init(reader: CSVReader, converter: RowConverter, handoff: Handoff<RowBatch>) {
    self.reader = reader
    self.converter = converter
    self.handoff = handoff
  }

  func run() {
    defer { handoff.finish() }
    var batch = converter.makeBatch()
    do throws(RegisterError) {
      reading: while true {
        switch try reader.next() {
        case .record:
          do throws(RowFault) { try converter.convert(reader, into: batch) } catch { quarantine(error, in: batch) }
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

  private func quarantine(_ fault: RowFault, in batch: RowBatch) {
    batch.quarantined.append(.init(line: reader.line, fault: fault, raw: reader.raw))
  }
}

/// Where the rows go that cannot be taken in.
private final class Quarantine {
  private let number: Int64
  private let statement: StatementBox

  init(_ number: Int64, _ database: Database, path: String) throws(RegisterError) {
    self.number = number
    statement = StatementBox(
      try Statement(
        "INSERT INTO quarantine (import, line, code, message, chinese, raw) VALUES (?, ?, ?, ?, ?, CAST(? AS BLOB))", on: database,
        path: path))
  }

  func add(_ row: RowBatch.Quarantined) throws(RegisterError) {
    statement.statement.bind(1, number)
    statement.statement.bind(2, Int64(row.line))
    statement.statement.bind(3, row.fault.code)
    statement.statement.bind(4, row.fault.message.en)
    statement.statement.bind(5, row.fault.message.zh)
    var failure: RegisterError?
    unsafe row.raw.withUnsafeBufferPointer { bytes in
      // A blob that is empty has no address, and would be NULL.
      if bytes.isEmpty { statement.statement.bind(6, "") } else { unsafe statement.statement.bindBorrowed(6, bytes) }
      do throws(RegisterError) { try statement.statement.run() } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

extension RegisterError.Code {
  /// The first line of a file does not name its columns.
  public static let badHeader: Self = "bad-header"
}
