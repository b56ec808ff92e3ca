public import CityModel
public import Columns
internal import GRDB

extension Register {
  /// The row of a number in the first of some tables that has it; `nil` when none has.
  ///
  /// - Throws: ``RegisterError`` `case-ambiguous` where a complaint's number is that of several sources.
  public func caseSubject(_ number: String, in tables: [TableSchema]) throws(RegisterError) -> CaseSubject? {
    try read { database in
      let records = CaseRecords(database: database, path: path)
      for schema in tables {
        if let subject = try records.subject(schema, number) { return subject }
      }
      return nil
    }
  }

  /// The cases of a row that have begun, one for each procedure, as the ledger's entries make them.
  ///
  /// - Parameter cut: only what was done before it.
  public func procedureCases(of subject: CaseSubject, before cut: Moment = Moment(seconds: .max)) throws(RegisterError) -> [ProcedureCase] {
    try read { database in
      try CaseRecords(database: database, path: path).cases(subject.table.plural, key: subject.key, before: cut) { _ in subject.place }
    }
  }

  /// The cases of a table that have begun.
  ///
  /// - Parameter place: where the row of a key lies; cases of other rows are passed over.
  public func procedureCases(in schema: TableSchema, place: (String) -> CasePlace?) throws(RegisterError) -> [ProcedureCase] {
    try read { database in try CaseRecords(database: database, path: path).cases(schema.plural, place: place) }
  }

  /// Carries out one command on a case: one immediate transaction that reads the row and its steps, decides, and appends to the
  /// ledger; or refuses and writes nothing. With the first step the ledger gets the procedure, which the case keeps.
  ///
  /// - Parameters:
  ///   - procedure: the procedure's name.
  ///   - opening: the procedure as it was when the row began, for a case without steps. No script runs in here.
  /// - Throws: ``RegisterError``: unknown officer, disk full, locked.
  public func transact(
    _ command: CaseCommand, on subject: CaseSubject, procedure: String, opening: CaseOpening?, officer: String,
    calendar: WorkingCalendar, at now: Moment
  ) throws(RegisterError) -> CaseOutcome {
    let command = command.withoutPersons
    do throws(RegisterError) {
      return try write { database in
        let records = CaseRecords(database: database, path: path)
        let officer = try FundRecords(database: database, path: path).officer(officer)
        let found = try records.current(subject, procedure, opening)
        let event: CaseEvent
        do throws(Refusal) {
          event = try found.decide(command, by: officer, calendar, now: now)
        } catch {
          throw Undone(refusal: error)
        }
        return .done(try records.keep(event, of: found, officer: officer))
      }
    } catch {
      if let undone = error.underlying as? Undone { return .refused(undone.refusal) }
      throw error
    }
  }
}

/// Rolls the transaction back and carries the refusal out of it.
private struct Undone: Error {
  let refusal: Refusal
}

extension CaseRecords {
  /// The case as it stands: by its steps, or, before the first of them, as it was looked up.
  fileprivate func current(_ seen: CaseSubject, _ name: String, _ opening: CaseOpening?) throws -> ProcedureCase {
    guard let subject = try subject(seen.table, seen.key) else {
      throw RegisterError("case-missing", path: path, .init("there is no \(seen.table.name) `\(seen.key)`", "没有\(seen.table.chinese) `\(seen.key)`"))
    }
    guard !subject.isOver else {
      throw Undone(
        refusal: Refusal(
          "case-state", article: "D13", zh: "`\(subject.key)` 已办结、撤回、转办或认定为重复件，程序不再进行",
          en: "`\(subject.key)` is closed, was withdrawn or transferred, or repeats another: its procedure has stopped"))
    }
    if let begun = try cases(subject.table.plural, key: subject.key, place: { _ in subject.place }).first(where: { $0.procedure.name == name }) {
      return begun
    }
    guard let opening, opening.begun.procedure.name == name, try !hasMoved(subject, since: opening.ledgerPosition) else {
      throw Undone(
        refusal: Refusal(
          "case-position-stale", article: "D13", zh: "查看之后案件或规则有了变动", en: "the case or the rules have changed since they were looked at",
          help: Bilingual(zh: "用 xize do case show 重新查看后再办理", en: "look at it again with xize do case show, then decide")))
    }
    return opening.begun
  }

  fileprivate func keep(_ event: CaseEvent, of found: ProcedureCase, officer: Officer) throws -> ProcedureCase {
    var draft = Ledger.Draft(
      Attribution(officer: officer.id, role: officer.role, moment: event.at, document: event.document),
      kind: event.isRefusal ? StoredCaseAct.refused : StoredCaseAct.done, table: found.table, key: found.key)
    try draft.setData(LedgerData.text(StoredCaseAct(event, of: found)))
    try Ledger.append(draft, to: database, path: path)
    var after = found
    after.entries.append(event)
    return after
  }
}
