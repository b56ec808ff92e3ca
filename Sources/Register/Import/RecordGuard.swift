internal import CityModel
internal import Columns
internal import GRDB

/// What a file may not do to a register: change what was decided, change anything in nobody's name, or bring in a row that
/// contradicts itself or the register.
final class RecordGuard {
  let attribution: Attribution
  /// Rows from this id on are this file's own; of several with one key the last counts, and nothing has been decided on them.
  let firstNew: Int64

  private let schema: TableSchema
  private let database: Database
  private let path: String
  private let contradictory: [StandingClause]
  private let hasOfficers: Bool
  private var isOfficerKnown = false
  private var rulebook: Rulebook?

  init(_ schema: TableSchema, _ attribution: Attribution, _ database: Database, path: String) throws(RegisterError) {
    self.schema = schema
    self.attribution = attribution
    self.database = database
    self.path = path
    contradictory = StandingClause.all.filter { $0.isContradiction && $0.table.name == schema.name }
    do {
      firstNew = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(Layout.quoted(schema.plural))") ?? 1
      hasOfficers = try Bool.fetchOne(database, sql: "SELECT count(*) > 0 FROM officers") ?? false
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  // MARK: Rows that cannot be true

  var judgesNewRows: Bool { !contradictory.isEmpty }

  /// The ids from one on of rows that break a clause of entry, ascending.
  func contradictions(from first: Int64) throws(RegisterError) -> [Int64] {
    guard judgesNewRows else { return [] }
    let any = contradictory.map { "(\($0.condition(on: attribution.moment.day)))" }.joined(separator: " OR ")
    return try look {
      try Int64.fetchAll(
        database, sql: "SELECT t.id FROM \(Layout.quoted(schema.plural)) t WHERE t.id >= ? AND (\(any)) ORDER BY t.id", arguments: [first])
    }
  }

  /// The clause of entry that a row breaks.
  func contradiction(of id: Int64) throws(RegisterError) -> RowFault? {
    for clause in contradictory {
      let breaks = try look {
        try Bool.fetchOne(
          database.cachedStatement(
            sql: "SELECT count(*) > 0 FROM \(Layout.quoted(schema.plural)) t WHERE t.id = ? AND (\(clause.condition(on: attribution.moment.day)))"),
          arguments: [id]) ?? false
      }
      guard breaks, let law = clause.law else { continue }
      return RowFault(
        clause.code, "\(law.article): \(law.sentence.en)", "\(law.article)：\(law.sentence.zh)")
    }
    return nil
  }

  func remove(_ id: Int64) throws(RegisterError) {
    try look { try database.execute(sql: "DELETE FROM \(Layout.quoted(schema.plural)) WHERE id = ?", arguments: [id]) }
  }

  /// The id of the row that people call so.
  func id(of key: String) throws(RegisterError) -> Int64? {
    try look {
      try Int64.fetchOne(
        database, sql: "SELECT id FROM \(Layout.quoted(schema.plural)) WHERE \(Layout.quoted(schema.key)) = ?", arguments: [key])
    }
  }

  // MARK: Rows that were decided

  func row(_ key: String, _ fields: [Field], _ values: [CaseValue]) -> CaseRow { CaseRow(schema, key: key, Array(zip(fields, values))) }

  /// Why a file does not change a row of before it.
  func decided(_ before: CaseRow, _ after: CaseRow) throws(RegisterError) -> RowFault? {
    if let command = try command(on: before.key) {
      return RecordGuard.isDecided("`\(command.name)` was done on `\(before.key)`", "`\(before.key)` 已办理“\(command.chinese)”")
    }
    if let field = RecordGuard.decisions.first(where: { $0.table == schema.name && before[$0.field] != after[$0.field] })?.field {
      return RecordGuard.isDecided("`\(field.name)` of `\(before.key)` is set by a decision", "`\(before.key)` 的“\(field.chinese)”须经决定")
    }
    let rulebook = try standardRulebook()
    let refusal: Refusal?
    do throws(Refusal) {
      refusal = try CityInvariant.whyKept(before, against: after, at: attribution.moment, rulebook: rulebook)
    } catch {
      refusal = error
    }
    return refusal.map { RecordGuard.isDecided("\($0.article): \($0.sentence.en)", "\($0.article)：\($0.sentence.zh)") }
  }

  /// What only an officer's decision sets, never a file that tells more of a known row.
  private static let decisions: [(table: String, field: Field)] = [
    (ListEntry.schema.name, ListEntry.removedOn), (Restriction.schema.name, Restriction.removedOn),
    (RectificationOrder.schema.name, RectificationOrder.refusedOn), (ExitCase.schema.name, ExitCase.startedOn),
  ]

  private static func isDecided(_ english: String, _ chinese: String) -> RowFault {
    RowFault(
      "row-is-decided", "\(english): a file does not change it; use the command, or correct it (xize do)",
      "\(chinese)：不得以导入更改，请用相应命令办理或更正（xize do）")
  }

  /// The last command of an officer on a row.
  private func command(on key: String) throws(RegisterError) -> (name: String, chinese: String)? {
    let kinds = try look {
      try String.fetchAll(
        database.cachedStatement(
          sql: "SELECT kind FROM ledger WHERE subject_table = ? AND subject_key = ? ORDER BY position DESC"), arguments: [schema.plural, key])
    }
    for kind in kinds {
      if let command = CityCommands.named(kind) { return (command.name, command.chinese) }
      if kind.hasPrefix("fund-") || kind == StoredCaseAct.done { return (kind, kind) }
    }
    return nil
  }

  // MARK: Who imports

  /// A row that was there before is changed in the name of an officer in office, once the register has officers.
  func requireOfficer() throws(RegisterError) {
    try requireInOffice(
      Bilingual(
        zh: "文件会更改已有记录：请用 --officer 写明在任工作人员的工号", en: "the file changes records that are there: name an officer in office with --officer"))
  }

  /// New rows may come in nobody's name; in somebody's only if that is an officer in office.
  func requireSigner() throws(RegisterError) {
    guard attribution.officer != Attribution.nobody else { return }
    try requireInOffice(
      Bilingual(zh: "--officer 写在任工作人员的工号；不写则不记在任何人名下", en: "--officer is the number of an officer in office; without it the rows stand in nobody's name"))
  }

  private func requireInOffice(_ help: Bilingual) throws(RegisterError) {
    guard hasOfficers, !isOfficerKnown else { return }
    let officer: Officer
    do { officer = try FundRecords(database: database, path: path).officer(attribution.officer) } catch var error as RegisterError {
      if error.code == "unknown-officer" { error.help = help }
      throw error
    } catch {
      throw RegisterError(error, path: path)
    }
    guard officer.isInOffice(on: attribution.moment.day) else {
      throw RegisterError(
        "officer-not-in-office", path: path,
        .init("`\(officer.id)` is not in office on \(attribution.moment.day)", "`\(officer.id)` 在 \(attribution.moment.day) 不在任"), help: help)
    }
    isOfficerKnown = true
  }

  private func standardRulebook() throws(RegisterError) -> Rulebook {
    if let rulebook { return rulebook }
    do {
      let made = try Rulebook.standard()
      rulebook = made
      return made
    } catch {
      throw RegisterError("bad-parameters", path: path, .init("\(error)", "\(error)"))
    }
  }

  private func look<T>(_ body: () throws -> T) throws(RegisterError) -> T {
    do { return try body() } catch { throw RegisterError(error, path: path) }
  }
}
