public import CityModel
internal import GRDB

/// A row that could not be taken in, kept with its reason until somebody has looked at it.
public struct QuarantinedRow: Sendable, Hashable {
  public var `import`: Int64
  /// The line, from 1, on which the row begins in its file.
  public var line: Int
  /// The reason's stable name: `ragged-row`.
  public var code: String
  public var message: Bilingual
  /// The row without the persons in it; what is not UTF-8 shows as U+FFFD. As it was, it lies sealed in the register.
  public var raw: String
}

extension Register {
  /// The quarantined rows of an import, in order of their lines.
  public func quarantine(ofImport number: Int64) throws(RegisterError) -> [QuarantinedRow] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT import, line, code, message, chinese, shown FROM quarantine WHERE import = ? ORDER BY id",
        arguments: [number]
      ).map { row in
        QuarantinedRow(import: row[0], line: row[1], code: row[2], message: .init(row[3], row[4]), raw: row[5])
      }
    }
  }

  /// The imports so far, in order.
  public func imports() throws(RegisterError) -> [ImportSummary] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, \"table\", file, read, stored, known, changed, quarantined FROM imports ORDER BY id"
      ).map { row in
        var summary = ImportSummary(table: row[1], file: row[2])
        summary.number = row[0]
        summary.read = row[3]
        summary.stored = row[4]
        summary.known = row[5]
        summary.changed = row[6]
        summary.quarantined = row[7]
        return summary
      }
    }
  }
}
