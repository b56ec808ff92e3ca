public import CityModel
public import Columns

/// A sentence with places for a row's values: `{accepted_at}`, `{project.name}`, `{受理时间}`.
public struct Template: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case text(String)
    case path([String])
  }

  public let source: String
  let parts: [Part]

  /// Why a template cannot be read.
  public enum Fault: Error, Sendable, Hashable {
    /// A `{` without its `}`, and what is behind it.
    case unclosed(String)
    /// A name that the table does not have, and the placeholder that it stands in.
    case unknownPlaceholder(String, in: String, table: String)
  }

  /// Reads a template over the rows of a table.
  public init(_ source: String, for schema: TableSchema) throws(Fault) {
    self.source = source
    var parts: [Part] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosed(String(rest[open...])) }
      let placeholder = String(rest[open...close])
      let words = rest[rest.index(after: open)..<close].split(separator: ".", omittingEmptySubsequences: false)
      var table = schema
      var path: [String] = []
      for (position, word) in words.enumerated() {
        let name = CityVocabulary.english(word.trimmingSpaces())
        guard let field = table.field(name) else { throw .unknownPlaceholder(word.trimmingSpaces(), in: placeholder, table: table.plural) }
        path.append(name)
        if position < words.count - 1 {
          guard case .reference(let target) = field.type, let next = CitySchema.table(target) else {
            throw .unknownPlaceholder(word.trimmingSpaces(), in: placeholder, table: table.plural)
          }
          table = next
        }
      }
      parts.append(.path(path))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The sentence for one row; a missing value reads `—`.
  public func text(row: Int, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .path(let path): text += try snapshot.plain(path, row: row, of: table)
      }
    }
    return text
  }
}

extension Template {
  /// `1天1小时20分`; seconds are left out.
  static func elapsed(_ seconds: Int64) -> String {
    let minutes = seconds.magnitude / 60
    let parts = [(minutes / 1440, "天"), (minutes / 60 % 24, "小时"), (minutes % 60, "分")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return (seconds < 0 ? "-" : "") + (parts.isEmpty ? "0分" : parts.joined())
  }
}

extension Snapshot {
  /// A row's value at a path of fields, as plain text; references are shown by their labels.
  func plain(_ path: [String], row: Int, of table: Table) throws(ColumnError) -> String {
    var table = table
    var row = row
    for name in path {
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      if case .enumeration(let enumeration) = field.type, let word = try table.column(name).text(row) {
        return enumeration.values.first { $0.name == word }?.chinese ?? word
      }
      if let flag = try table.column(name).flag(row) { return flag ? "是" : "否" }
      if case .elapsed = field.type, let seconds = try table.column(name).integer(row) { return Template.elapsed(seconds) }
      guard let target = target(of: field) else {
        let plain = try table.cell(name, row: row).plain
        return plain.isEmpty ? "—" : plain
      }
      guard let next = try table.column(name).reference(row) else { return "—" }
      (table, row) = (target, next)
    }
    let plain = try table.cell(table.schema.label, row: row).plain
    return plain.isEmpty ? "—" : plain
  }
}

extension StringProtocol {
  func trimmingSpaces() -> String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
