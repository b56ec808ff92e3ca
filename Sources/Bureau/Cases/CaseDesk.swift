public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime
public import Register

/// Where officers act on complaints, rectification orders and listings that go through a district's own procedure (程序): whose turn it is and
/// by when follows from the steps; each step is an entry of the ledger.
public struct CaseDesk: Sendable {
  let office: Office

  public init(_ office: Office) { self.office = office }

  /// The tables whose rows go through procedures.
  public static var tables: [TableSchema] { CaseProcedure.tables }

  /// Carries out one command of an officer.
  ///
  /// - Parameters:
  ///   - number: the number of the complaint, order or listing; with its source where several have it.
  ///   - procedure: which one, where several concern the row.
  /// - Throws: ``OfficeError``: `case-missing`, `case-ambiguous`, `no-procedure`, `procedure-unnamed`,
  ///   `unknown-procedure`, the register's errors.
  public func act(
    _ command: CaseCommand, on number: String, procedure: String? = nil, officer: String, at now: Moment
  ) throws(OfficeError) -> CaseOutcome {
    do {
      let subject = try subject(number)
      let begun = try office.register.procedureCases(of: subject)
      // The procedure is read before the transaction begins: no script runs inside it.
      let openings = try openings(of: subject, asOf: now).filter { one in !begun.contains { $0.procedure.name == one.begun.procedure.name } }
      let name = try CaseDesk.one(of: begun + openings.map(\.begun), procedure, subject)
      return try office.register.transact(
        command, on: subject, procedure: name, opening: openings.first { $0.begun.procedure.name == name }, officer: officer,
        calendar: office.rulebook.calendar, at: now)
    } catch {
      throw OfficeError(error)
    }
  }

  /// The cases of a complaint, an order or a listing: those that have begun, by the procedure that they keep, and those whose first step waits,
  /// by the rules in force when the row began.
  ///
  /// - Parameter cut: only the steps that were done before it.
  /// - Throws: ``OfficeError``: `case-missing`, `case-ambiguous`.
  public func cases(_ number: String, asOf now: Moment, before cut: Moment = Moment(seconds: .max)) throws(OfficeError) -> [ProcedureCase] {
    do {
      let subject = try subject(number)
      let begun = try office.register.procedureCases(of: subject, before: cut)
      return begun + (try openings(of: subject, asOf: now).map(\.begun)).filter { one in !begun.contains { $0.procedure.name == one.procedure.name } }
    } catch {
      throw OfficeError(error)
    }
  }

  private func subject(_ number: String) throws -> CaseSubject {
    guard let subject = try office.register.caseSubject(number, in: CaseDesk.tables) else {
      throw OfficeError(
        "case-missing", Bilingual(zh: "没有投诉、整改通知或列榜案件 `\(number)`", en: "there is no complaint, order or listing `\(number)`"))
    }
    return subject
  }

  private static func one(of cases: [ProcedureCase], _ asked: String?, _ subject: CaseSubject) throws(OfficeError) -> String {
    let names = cases.map(\.procedure.name)
    if let asked, names.contains(asked) { return asked }
    guard !names.isEmpty else {
      throw OfficeError(
        "no-procedure", Bilingual(
          zh: "\(subject.table.chinese) `\(subject.key)` 不走任何本地程序\n提示：xize why 说明有哪些规则",
          en: "no procedure of the district concerns the \(subject.table.name) `\(subject.key)`\nhelp: xize why tells which rules there are"))
    }
    guard asked == nil, names.count == 1 else {
      let list = names.joined(separator: ", ")
      throw OfficeError(
        asked == nil ? "procedure-unnamed" : "unknown-procedure", Bilingual(
          zh: "`\(subject.key)` 走的程序：\(list)\n提示：用 --procedure 写明哪一个", en: "`\(subject.key)` goes through: \(list)\nhelp: name one with --procedure"))
    }
    return names[0]
  }

  /// The procedures that concern a row, by the rules in force on the day of its beginning.
  private func openings(of subject: CaseSubject, asOf now: Moment) throws -> [CaseOpening] {
    let position = try office.register.ledgerPosition()
    let day = subject.began.day
    let scripts = try ["1404", subject.place.county].flatMap { try office.rules(of: $0, days: day...day, upTo: position).scripts(on: day) }
    guard !scripts.isEmpty else { return [] }
    let snapshot = try office.snapshot(.county(subject.place.county), asOf: max(now, subject.began).adding(seconds: 1))
    let session = try ScriptSession(snapshot, limits: .init(time: .seconds(10)))
    let table = snapshot.table(subject.table)
    var row: Int?
    var openings: [CaseOpening] = []
    for one in scripts {
      for case .ownProcedure(let rule) in try session.load(one.script)
      where rule.table.name == subject.table.name && !rule.heading.days(within: day...day).isEmpty {
        if row == nil { row = try table.rows(keys: [subject.key])[subject.key] }
        guard let row, try rule.scope.verdicts(over: table, in: snapshot)[row] == .yes else { continue }
        openings.append(CaseOpening(ProcedureCase(rule, one, on: subject), ledgerPosition: position))
      }
    }
    return openings
  }
}

extension ProcedureCase {
  /// A case before its first step.
  init(_ rule: ProcedureDeclaration, _ script: ScriptInForce, on subject: CaseSubject) {
    self.init(
      table: subject.table.plural, key: subject.key, place: subject.place, procedure: rule.caseProcedure, title: rule.title,
      basis: rule.basis.description, origin: .init(script: script.name, sha256: script.sha256, revision: script.revision),
      began: subject.began)
  }
}

extension Table {
  /// The key of a row as the ledger writes it: of a complaint, its number and source.
  func ledgerKey(_ row: Int) throws(ColumnError) -> String? {
    guard let key = try column(schema.key).text(row) else { return nil }
    guard schema.name == Complaint.schema.name else { return key }
    return try column(Complaint.source).text(row).map { "\(key) \($0)" }
  }

  /// The rows of some keys.
  func rows(keys: Set<String>) throws(ColumnError) -> [String: Int] {
    var found: [String: Int] = [:]
    for row in 0..<count {
      if let key = try ledgerKey(row), keys.contains(key) { found[key] = row }
    }
    return found
  }
}
