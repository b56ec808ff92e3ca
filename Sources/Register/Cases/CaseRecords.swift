internal import CityModel
internal import Columns
internal import GRDB

/// Reads what a step of a district's own procedure needs, inside its transaction.
struct CaseRecords {
  let database: Database
  let path: String

  /// The row of a number, or of a key as the ledger writes it.
  ///
  /// - Throws: ``RegisterError`` `case-ambiguous` where the number is that of several rows.
  func subject(_ schema: TableSchema, _ number: String) throws -> CaseSubject? {
    let records = CommandRecords(database: database, path: path)
    var rows = try records.rows(RowQuery(schema, [.init(schema.keyField, .text(number))]))
    if rows.isEmpty, let space = number.lastIndex(of: " ") {
      rows = try records.rows(RowQuery(schema, [.init(schema.keyField, .text(String(number[..<space])))])).filter { $0.key == number }
    }
    guard rows.count <= 1 else {
      let keys = rows.map(\.key)
      throw RegisterError(
        "case-ambiguous", path: path,
        .init(
          "`\(number)` is the number of \(rows.count) cases: \(keys.joined(separator: ", "))",
          "`\(number)` 对应 \(rows.count) 件：\(keys.joined(separator: "、"))"),
        help: .init("name it with its source: \"\(keys[0])\"", "连同来源一起写：\"\(keys[0])\""))
    }
    guard let row = rows.first, let began = began(row, schema) else { return nil }
    let project = try schema.field("project").flatMap { row[$0].text }.flatMap { code in
      try records.rows(RowQuery(Project.schema, [.init(Project.code, .text(code))])).first
    }
    let county = project?.text(Project.county) ?? schema.field("county").flatMap { row[$0].text } ?? ""
    let place = CasePlace(county: county, street: project?.text(Project.street), community: project?.text(Project.community))
    return CaseSubject(
      table: schema, key: row.key, place: place, began: began, isOver: CaseSubject.over.contains(row["status"]?.text ?? ""))
  }

  private func began(_ row: CaseRow, _ schema: TableSchema) -> Moment? {
    guard let field = schema.dated.flatMap({ schema.field($0) }) else { return nil }
    if case .day = field.type { return row.day(field)?.start }
    return row.moment(field)
  }

  /// The cases that the ledger has steps of, in its order: all of a table, or those of one row.
  ///
  /// - Parameters:
  ///   - cut: only what was done before it.
  ///   - place: where the row of a key lies; cases of other rows are passed over.
  func cases(
    _ table: String, key: String? = nil, before cut: Moment = Moment(seconds: .max), place: (String) -> CasePlace?
  ) throws -> [ProcedureCase] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT subject_key, kind, officer, moment, document, data FROM ledger
        WHERE moment < ? AND subject_table = ? AND \(key == nil ? "" : "subject_key = ? AND ")kind IN ('\(StoredCaseAct.done)', '\(StoredCaseAct.refused)')
        ORDER BY position
        """, arguments: [cut.seconds] + StatementArguments([table, key].compactMap { $0 }))
    var cases: [ProcedureCase] = []
    var positions: [[String]: Int] = [:]
    for row in rows {
      let key: String = row[0]
      guard let place = place(key) else { continue }
      let stored = try LedgerData.value(StoredCaseAct.self, row[5])
      let name = [key, stored.procedure]
      if positions[name] == nil {
        guard let begun = stored.pinned?.procedureCase(stored.procedure, table: table, key: key, place: place) else {
          throw RegisterError(.corrupt, path: path, .init("a ledger entry of `\(key)` cannot be read", "`\(key)` 的一条台账记录无法读取"))
        }
        positions[name] = cases.count
        cases.append(begun)
      }
      guard let at = positions[name] else { continue }
      cases[at].entries.append(
        stored.event(kind: row[1], officer: row[2], at: Moment(seconds: row[3]), document: row[4]))
    }
    return cases
  }

  /// Whether rules were enacted or repealed, or something was done to the row, after a position of the ledger.
  func hasMoved(_ subject: CaseSubject, since position: Int64) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT count(*) > 0 FROM ledger
        WHERE position > ? AND (subject_table = 'rule_revisions' OR (subject_table = ? AND subject_key = ?))
        """, arguments: [position, subject.table.plural, subject.key]) ?? false
  }
}
