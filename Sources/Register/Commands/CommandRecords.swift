internal import CityModel
internal import Columns
internal import GRDB

/// The rows of one command, inside its transaction.
struct CommandRecords: CaseReader {
  let database: Database
  let path: String

  /// More rows than this are no case: a look-up that went wrong.
  static let limit = 50_000

  func rows(_ query: RowQuery) throws -> [CaseRow] {
    let fields = query.table.storedFields
    var sql = "SELECT \(fields.map { CommandRecords.expression($0) }.joined(separator: ", ")) FROM \(Layout.quoted(query.table.plural)) t"
    var arguments: [(any DatabaseValueConvertible)?] = []
    var clauses: [String] = []
    for condition in query.conditions {
      let column = "t.\(Layout.quoted(condition.field.name))"
      switch (condition.value, condition.field.type) {
      case (.none, _): clauses.append("\(column) IS NULL")
      case (.text(let key), .reference(let name)):
        guard let id = try id(of: name, key: key) else { return [] }
        clauses.append("\(column) = ?")
        arguments.append(id)
      case (.text(let text), _):
        clauses.append("\(column) = ?")
        arguments.append(text)
      case (.number(let number), _):
        clauses.append("\(column) = ?")
        arguments.append(number)
      }
    }
    if !clauses.isEmpty { sql += " WHERE " + clauses.joined(separator: " AND ") }
    let order = Layout.naturalKey(of: query.table).map { "t.\(Layout.quoted($0.name))" }
    sql += " ORDER BY \(order.joined(separator: ", ")) LIMIT \(CommandRecords.limit + 1)"
    let found = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    guard found.count <= CommandRecords.limit else {
      throw RegisterError(
        "too-many-rows", path: path,
        .init("a command looked at more than \(CommandRecords.limit) \(query.table.plural)", "一次办理涉及的\(query.table.chinese)超过 \(CommandRecords.limit) 行"))
    }
    return found.map { CommandRecords.row($0, fields, of: query.table) }
  }

  /// Steps of a district's own procedure have a count of their own: neither side makes the other's position stale.
  func history(of table: TableSchema, key: String) throws -> [CaseEntry] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT kind, officer, moment, document FROM ledger WHERE subject_table = ? AND subject_key = ?
            AND kind NOT IN ('\(StoredCaseAct.done)', '\(StoredCaseAct.refused)') ORDER BY position
          """),
      arguments: [table.plural, key])
    return rows.enumerated().map { index, row in
      CaseEntry(position: index + 1, kind: row[0], officer: row[1], at: Moment(seconds: row[2]), document: row[3])
    }
  }

  func officer(_ id: String) throws -> Officer? {
    guard try Bool.fetchOne(database, sql: "SELECT count(*) > 0 FROM officers WHERE code = ?", arguments: [id]) == true else { return nil }
    return try FundRecords(database: database, path: path).officer(id)
  }

  // MARK: Values

  /// A reference is read as the key of the row that it leads to.
  private static func expression(_ field: Field) -> String {
    guard case .reference(let name) = field.type else { return "t.\(Layout.quoted(field.name))" }
    let target = Layout.tables.first { $0.name == name }
    let key = target.map { name == Complaint.schema.name ? "r.number || ' ' || r.source" : "r.\(Layout.quoted($0.key))" } ?? "NULL"
    return "(SELECT \(key) FROM \(Layout.quoted(Layout.tableName(ofReference: name))) r WHERE r.id = t.\(Layout.quoted(field.name)))"
  }

  private static func row(_ row: Row, _ fields: [Field], of table: TableSchema) -> CaseRow {
    var values: [String: CaseValue] = [:]
    for (index, field) in fields.enumerated() {
      let value: DatabaseValue = row[index]
      switch value.storage {
      case .int64(let number): values[field.name] = .number(number)
      case .string(let text): values[field.name] = .text(text)
      default: break
      }
    }
    let key = Layout.naturalKey(of: table).map { (field: Field) -> String in
      return switch values[field.name] {
      case .text(let text)?: text
      case .number(let number)?: String(number)
      default: ""
      }
    }
    return CaseRow(table, key: key.joined(separator: " "), values)
  }

  /// The row of a table that a key means; `nil` when there is none, or when a complaint's number belongs to several sources.
  func id(of name: String, key: String) throws -> Int64? {
    guard let target = Layout.tables.first(where: { $0.name == name }) else { return nil }
    if name == Complaint.schema.name {
      if let space = key.lastIndex(of: " ") {
        let parts: [String] = [String(key[..<space]), String(key[key.index(after: space)...])]
        let found = try Int64.fetchOne(
          database, sql: "SELECT id FROM complaints WHERE number = ? AND source = ?", arguments: StatementArguments(parts))
        if let found { return found }
      }
      let ids = try Int64.fetchAll(database, sql: "SELECT id FROM complaints WHERE number = ? LIMIT 2", arguments: [key])
      return ids.count == 1 ? ids.first : nil
    }
    return try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM \(Layout.quoted(target.plural)) WHERE \(Layout.quoted(target.key)) = ?"), arguments: [key])
  }

  // MARK: Writing

  /// Decides a command and writes what it brings about.
  ///
  /// - Returns: the ledger position of the case's entry beside it.
  /// - Throws: a ``Refusal``, or what the register throws; then nothing of the transaction is to stand.
  @discardableResult
  func perform(
    _ command: CityCommand, among descriptions: [CommandDescription] = CityCommands.all, rulebook: Rulebook
  ) throws -> (result: CommandResult, position: Int64) {
    try adoptListing(for: command, among: descriptions)
    let result = try CommandDecision.decide(command, among: descriptions, reader: self, rulebook: rulebook)
    return (result, try keep(result))
  }

  /// Writes the rows of a command that passed, with one ledger entry for the case and one for each further row.
  ///
  /// - Returns: the ledger position of the case's entry.
  func keep(_ result: CommandResult) throws -> Int64 {
    let attribution = Attribution(
      officer: result.officer.id, role: result.officer.role, moment: result.moment, document: result.document)
    for change in result.changes { try write(change) }
    let own = zip(result.changes, result.before).filter { $0.0.table.name == result.table.name && $0.0.key == result.subject }
    var data = own.first.map { facts($0.0, $0.1) } ?? [:]
    data["article"] = .text(result.article)
    if let basis = result.basis { data["basis"] = .text(basis) }
    if !result.attachments.isEmpty { data["attachments"] = .array(result.attachments.map { .text($0) }) }
    let arguments = result.arguments.filter { name, _ in !(own.first?.0.values.contains { $0.0.name == name } ?? false) }
    if !arguments.isEmpty { data["arguments"] = .object(arguments.mapValues(\.json)) }
    let position = try Ledger.append(
      .init(attribution, kind: result.name, table: result.table.plural, key: result.subject, data: data), to: database, path: path)
    for (change, before) in zip(result.changes, result.before)
    where !(change.table.name == result.table.name && change.key == result.subject) {
      var data = facts(change, before)
      data["of"] = .number(position)
      try Ledger.append(
        .init(attribution, kind: result.name, table: change.table.plural, key: change.key, data: data), to: database, path: path)
    }
    return position
  }

  func facts(_ change: Change, _ before: CaseRow) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    for (field, value) in change.values where !(value == .none && change.isNew) {
      values[field.name] = .array([before[field].json, value.json])
    }
    return ["changes": .object(values)]
  }

  func write(_ change: Change) throws {
    var columns: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    for (field, value) in change.values {
      columns.append(Layout.quoted(field.name))
      arguments.append(try stored(value, field))
    }
    let table = Layout.quoted(change.table.plural)
    if change.isNew {
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      try database.execute(
        sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))", arguments: StatementArguments(arguments))
    } else if !columns.isEmpty {
      guard let id = try id(of: change.table.name, key: change.key) else {
        throw RegisterError(result: 21, message: "no row \(change.key) in \(change.table.plural)", path: path)
      }
      try database.execute(
        sql: "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?",
        arguments: StatementArguments(arguments + [id]))
    }
  }

  private func stored(_ value: CaseValue, _ field: Field) throws -> (any DatabaseValueConvertible)? {
    switch (value, field.type) {
    case (.none, _): return nil
    case (.text(let key), .reference(let name)):
      guard let id = try id(of: name, key: key) else {
        throw RegisterError(result: 21, message: "no \(name) \(key)", path: path)
      }
      return id
    case (.text(let text), _): return text
    case (.number(let number), _): return number
    }
  }
}

extension CaseValue {
  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    }
  }
}
