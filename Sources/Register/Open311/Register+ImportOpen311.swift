internal import CityModel
internal import Columns
internal import GRDB

extension Register {
  /// Imports the complaints of an Open311 document (GeoReport v2, GET requests), JSON or XML.
  ///
  /// Every request is stored, already known, or in quarantine under its number in the document, from 1. What another office
  /// calls closed is basically closed here, until our revisit (A13); a known complaint that this office has dealt with keeps
  /// its status. Persons go to the vault; fields that have no place here are kept with the complaint, without persons, and go
  /// out again.
  ///
  /// - Parameters:
  ///   - form: `nil`: by the document's first character.
  ///   - source: stands in the `source` field of every complaint. Default: the mapping's, else `open311`.
  ///   - mapping: its table of categories says what services are ours.
  /// - Throws: ``RegisterError`` when the document cannot be read to its end; the register is then as it was.
  public func importOpen311(
    from path: String, form: Open311Form? = nil, source: String? = nil, mapping: ComplaintMapping? = nil, encoding: FileEncoding = .utf8,
    by attribution: Attribution, progress: ((ImportProgress) -> Void)? = nil
  ) throws(RegisterError) -> ImportSummary {
    let projects = try read { database in
      try Row.fetchAll(database, sql: "SELECT code, name FROM projects ORDER BY id").map { (code: $0[0] as String, name: $0[1] as String) }
    }
    let reading = Open311Reading(
      source: source ?? mapping?.source ?? "open311", projects: projects, categories: try Open311Categories(mapping))
    let importer = Importer(
      register: self, path: path, encoding: encoding, attribution: attribution,
      mapping: mapping.map { "open311+\($0.name)@\($0.revision)" } ?? "open311", progress: progress,
      foreign: { (file) throws(RegisterError) in try Register.rows(of: file, path: path, form: form, reading) })
    var (summary, _) = try importer.run(into: Complaint.schema) { header, references in
      try ModelForm(
        schema: Complaint.schema, path: path, secrets: { () throws(RegisterError) in try self.keys(check: references.keyCheck()) },
        untilHandled: [Complaint.status.name, Complaint.basicallyClosedAt.name]
      ).converter(for: header, references: references)
    }
    summary.unknownWords = reading.unknownWords
    if !reading.dropped.isEmpty {
      let names = reading.dropped.sorted().map { "`\($0)`" }.joined(separator: ", ")
      summary.notes.append(.init("not kept: \(names)", "未保留：\(names)"))
    }
    return summary
  }

  private static func rows(
    of file: OpenedFile, path: String, form: Open311Form?, _ reading: Open311Reading
  ) throws(RegisterError) -> ForeignRows {
    guard let bytes = try file.text.all(limit: Open311Limits.bytes) else {
      throw RegisterError(
        "open311-too-large", path: path, .init("the document is larger than \(Open311Limits.bytes >> 20) MB", "文件超过 \(Open311Limits.bytes >> 20) MB"),
        help: .init("split it by date, as the standard does at 90 days", "请按日期拆分，标准以 90 天为限"))
    }
    let rows = ForeignRows(document: bytes, header: Open311Reading.header)
    do throws(Open311Fault) {
      try Open311Document.read(bytes, form: form ?? Open311Form(of: bytes)) { request, range in
        let (cells, fault) = reading.row(request)
        rows.append(cells, from: range, fault: fault)
      }
    } catch {
      throw RegisterError(error, in: bytes, path: path)
    }
    return rows
  }
}

extension RegisterError {
  /// A document's fault, with line and column.
  init(_ fault: Open311Fault, in bytes: [UInt8], path: String) {
    let before = bytes.prefix(fault.at)
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[start..<before.endIndex].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    self.init(
      Code(rawValue: fault.code), path: path, line: before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }, column: column,
      .init(fault.english, fault.chinese),
      help: .init("nothing was imported; ask the sender for a whole document", "没有导入任何内容；请对方重新导出完整的文件"))
  }
}
