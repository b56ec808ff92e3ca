public import CityModel
public import Columns
internal import Foundation

extension Register {
  /// Writes a table as CSV in the form that ``importTable(_:from:encoding:by:progress:)`` reads: the stored fields' English
  /// names, references by natural key, enumerations by their English words, days and moments ISO 8601, amounts as decimals.
  ///
  /// - Parameter write: is given the text piece by piece, in UTF-8.
  /// - Returns: how many rows were written.
  @discardableResult
  public func export(
    _ schema: TableSchema, scope: Scope = .city, asOf: Moment, rulebook: Rulebook, to write: (String) -> Void
  ) throws(RegisterError) -> Int {
    let snapshot = try snapshot(scope: scope, asOf: asOf, rulebook: rulebook)
    do throws(ColumnError) {
      return try TableExport(schema: schema, snapshot: snapshot).write(to: write)
    } catch {
      throw RegisterError(
        .database, path: path, .init("the table cannot be read: \(error.detail)", "无法读取该表：\(error.detail)"), underlying: error)
    }
  }
}

struct TableExport {
  let schema: TableSchema
  let snapshot: Snapshot

  func write(to write: (String) -> Void) throws(ColumnError) -> Int {
    let table = snapshot.table(schema)
    let fields = schema.storedFields
    try table.load(fields.compactMap { schema.position(of: $0.name) })
    var texts: [(Int) -> String] = []
    for field in fields { texts.append(try text(of: field, in: table)) }
    write(fields.map(\.name).joined(separator: ",") + "\n")
    var page = ""
    for row in 0..<table.count {
      for (index, text) in texts.enumerated() {
        if index > 0 { page += "," }
        page += TableExport.quoted(text(row))
      }
      page += "\n"
      if page.utf8.count > 1 << 16 {
        write(page)
        page = ""
      }
    }
    write(page)
    return table.count
  }

  private func text(of field: Field, in table: Columns.Table) throws(ColumnError) -> (Int) -> String {
    let column = try table.column(field)
    switch field.type {
    case .text, .enumeration: return { column.text($0) ?? "" }
    case .flag: return { column.flag($0).map { $0 ? "true" : "false" } ?? "" }
    case .day: return { column.day($0)?.description ?? "" }
    case .moment: return { column.moment($0)?.description ?? "" }
    case .token: return { column.integer($0).map(Token.text) ?? "" }
    case .integer, .elapsed: return { column.integer($0).map { String($0) } ?? "" }
    case .quantity(let quantity):
      return { column.integer($0).map { Cell.decimal(units: $0, digits: quantity.digits).plain } ?? "" }
    case .reference(let name):
      guard let target = snapshot.table(name) else { return { _ in "" } }
      if name == Complaint.schema.name {
        let numbers = try target.column(Complaint.number), sources = try target.column(Complaint.source)
        return { row in
          column.reference(row).map {
            Layout.complaintKey(number: numbers.text($0) ?? "", source: sources.text($0) ?? "")
          } ?? ""
        }
      }
      let keys = try target.column(target.schema.key)
      return { column.reference($0).flatMap { keys.text($0) } ?? "" }
    }
  }

  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
