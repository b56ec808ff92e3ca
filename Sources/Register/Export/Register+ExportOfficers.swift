internal import CityModel
internal import Columns
internal import GRDB

extension Register {
  /// The officers as CSV in the form in which they are imported; they are in no snapshot, for rules do not see them.
  ///
  /// - Returns: how many rows were written.
  @discardableResult
  public func exportOfficers(to write: (String) -> Void) throws(RegisterError) -> Int {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT o.code, o.name, o.level, d.code, o.role, o."from", o.until, o.community FROM officers o JOIN divisions d ON d.id = o.division
          ORDER BY o.id
          """
      ).map { row in
        let days = [row[5] as Int32?, row[6] as Int32?].map { $0.map { Day(ordinal: $0).description } ?? "" }
        return [row[0] as String, row[1], row[2], row[3], row[4]] + days + [row[7] ?? ""]
      }
    }
    write(TableForm.text(OfficerTable.schema))
    for row in rows { write(row.map(TableExport.quoted).joined(separator: ",") + "\n") }
    return rows.count
  }
}
