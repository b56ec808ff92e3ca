public import CityModel
public import Columns
internal import GRDB

/// What came of a command on a fund request.
public enum FundOutcome: Sendable {
  /// It was done: the events, and the case after them.
  case done([FundEvent], FundCase)
  /// It was refused, and nothing was written.
  case refused(Refusal)
}

extension Register {
  /// Carries out one command on a fund request: one immediate transaction that loads the case and the few rows its invariants
  /// need, decides, appends to the ledger and updates the state; or refuses and writes nothing.
  ///
  /// - Parameters:
  ///   - command: a submission names its own number; every other command acts on `number`.
  ///   - officer: the officer's number.
  ///   - balance: what the accounts that bear the cost hold, for a submission; read only where the register has none of the estate.
  ///   - procedure: the procedure of a kind in force on a day, with the district's amendments.
  /// - Throws: ``RegisterError``: unknown officer or project, disk full, locked.
  public func transact(
    _ command: FundCommand, on number: String, officer: String, balance: Money? = nil, rulebook: Rulebook, at now: Moment,
    procedure: @escaping (FundProcedures.Kind, Day) throws(Refusal) -> Procedure
  ) throws(RegisterError) -> FundOutcome {
    let command = command.withoutPersons
    do throws(RegisterError) {
      return try write { database in
        let records = FundRecords(database: database, path: path)
        let officer = try records.officer(officer)
        let fundCase = try records.fundCase(number, procedure: procedure)
        if fundCase == nil, PersonalText.namesPerson(number) { throw Undone(refusal: .numberNamesPerson) }
        let submission: FundCase.Submission?
        switch command.action {
        case .submit(let asked): submission = asked
        case .substitute(let parties):
          var changed = fundCase?.submission
          changed?.applicant = parties.applicant
          changed?.user = parties.user
          submission = changed
        default: submission = fundCase?.submission
        }
        if let submission { try checkReferences(submission, number, database) }
        let slice = try records.slice(fundCase, submission, number, officer, stated: balance, at: now)
        var events: [FundEvent] = []
        do throws(Refusal) {
          let began = fundCase?.done.first?.at.day ?? now.day
          let rules = try procedure(submission?.kind ?? .general, began)
          events = try FundProcedure.decide(slice, command, procedure: rules, rulebook: rulebook, now: now)
        } catch {
          throw Undone(refusal: error)
        }
        guard let state = try records.keep(events, of: fundCase, balance: slice.balance ?? .zero, officer: officer) else {
          throw RegisterError(result: 21, message: "an event without a case", path: path)
        }
        return .done(events, state)
      }
    } catch {
      if let undone = error.underlying as? Undone { return .refused(undone.refusal) }
      throw error
    }
  }

  /// The case as it stands, or stood; `nil` when there is none of that number.
  ///
  /// - Parameter cut: only what was done before it.
  public func fundCase(
    _ number: String, before cut: Moment = Moment(seconds: .max), procedure: (FundProcedures.Kind, Day) throws(Refusal) -> Procedure
  ) throws(RegisterError) -> FundCase? {
    try read { database in
      try FundRecords(database: database, path: path).fundCase(number, before: cut) { kind, day in try procedure(kind, day) }
    }
  }

  private func checkReferences(_ submission: FundCase.Submission, _ number: String, _ database: Database) throws {
    guard submission.number == number else {
      throw RegisterError(
        "wrong-number", path: path,
        .init("the command is on `\(number)`, the submission is `\(submission.number)`", "命令针对 `\(number)`，申请编号却是 `\(submission.number)`"))
    }
    let known = try String.fetchOne(
      database,
      sql: """
        SELECT c.code || ' ' || s.code FROM projects p JOIN divisions c ON c.id = p.county JOIN divisions s ON s.id = p.street
        WHERE p.code = ?
        """, arguments: [submission.project])
    guard known == "\(submission.county) \(submission.street)" else {
      throw RegisterError(
        "unknown-project", path: path,
        .init(
          "there is no project `\(submission.project)` in street `\(submission.street)`", "街道 `\(submission.street)` 没有项目 `\(submission.project)`"),
        help: .init("check the project's code", "请核对项目编号"))
    }
    if let building = submission.building {
      let isThere = try Bool.fetchOne(
        database, sql: "SELECT count(*) > 0 FROM buildings b JOIN projects p ON p.id = b.project WHERE b.code = ? AND p.code = ?",
        arguments: [building, submission.project])
      guard isThere == true else {
        throw RegisterError(
          "unknown-building", path: path,
          .init("the estate `\(submission.project)` has no building `\(building)`", "项目 `\(submission.project)` 没有楼栋 `\(building)`"),
          help: .init("check the building's code", "请核对楼栋代码"))
      }
    }
    for code in [submission.applicant, submission.user].compactMap({ $0 }) {
      guard try Bool.fetchOne(database, sql: "SELECT count(*) > 0 FROM enterprises WHERE uscc = ?", arguments: [code]) == true
      else {
        throw RegisterError(
          "unknown-enterprise", path: path, .init("there is no enterprise `\(code)` in the register", "台账中没有企业 `\(code)`"),
          help: .init("import it first", "请先导入该企业"))
      }
    }
  }
}

extension Refusal {
  static let numberNamesPerson = Refusal(
    "number-names-person", article: "PIPL 6", zh: "编号含有电话号码、身份证号或邮箱", en: "the number holds a telephone or identity number or an e-mail address",
    help: Bilingual(zh: "换一个不含个人信息的编号", en: "choose a number that names nobody"))
}

/// Rolls the transaction back and carries the refusal out of it.
private struct Undone: Error {
  let refusal: Refusal
}

extension FundRecords {
  /// The case and the few rows that its clauses look at.
  fileprivate func slice(
    _ fundCase: FundCase?, _ submission: FundCase.Submission?, _ number: String, _ officer: Officer, stated: Money?, at now: Moment
  ) throws -> FundSlice {
    var slice = FundSlice(fundCase: fundCase, officer: officer, blackEntries: [], balance: nil)
    slice.policies = try policies()
    guard let submission else { return slice }
    slice.blackEntries = try blackEntries([fundCase?.submission.applicant, fundCase?.submission.user, submission.applicant, submission.user])
    slice.smallThisYear = try smallThisYear(project: submission.project, except: number, year: now.day.year)
    slice.votes = try votes(of: submission)
    let project = try project(submission.project)
    slice.community = project?.text(Project.community)
    slice.builtYear = project?.number(Project.builtYear).map { Int(clamping: $0) }
    slice.accounts = try accounts(of: submission, project)
    slice.shares = try shares(of: number)
    if slice.accounts.isEmpty {
      slice.balance = fundCase == nil ? stated : try statedBalance(number) ?? stated
    } else {
      var held: Money? = .zero
      for account in slice.accounts { held = held?.adding(account.available) }
      slice.balance = held ?? .zero
    }
    return slice
  }

  /// Appends the events and updates the row.
  fileprivate func keep(
    _ events: [FundEvent], of fundCase: FundCase?, balance: Money, officer: Officer
  ) throws -> FundCase? {
    var state = fundCase
    if fundCase != nil, let first = events.first, try !isAdopted(first.number), let row = try row(first.number) {
      var draft = Ledger.Draft(
        Attribution(officer: officer.id, role: officer.role, moment: first.at), kind: "adopted-fund-request", table: "fund_requests",
        key: first.number)
      try draft.setData(LedgerData.text(row))
      try Ledger.append(draft, to: database, path: path)
    }
    for event in events {
      guard let next = FundProcedure.apply(event, to: state) else { continue }
      state = next
      var draft = Ledger.Draft(
        Attribution(officer: event.officer, role: officer.role, moment: event.at, document: event.document),
        kind: StoredFundEvent.kind(event), table: "fund_requests", key: event.number)
      let before = try stored(event.number)
      try write(next, event, balance: balance, role: officer.role)
      try draft.setData(LedgerData.text(StoredFundEvent(event)), changes: changes(before, try stored(event.number)))
      try Ledger.append(draft, to: database, path: path)
    }
    return state
  }

  /// What a command may change of a request's row.
  private func stored(_ number: String) throws -> [String: JSONValue] {
    let fields = [
      FundRequest.number, FundRequest.submittedOn, FundRequest.reviewedOn, FundRequest.decidedOn, FundRequest.approved, FundRequest.paid,
      FundRequest.status, FundRequest.settlement, FundRequest.applicantKind, FundRequest.applicant, FundRequest.user,
    ]
    // An enterprise is written as its code.
    let names = fields.map { field in
      let name = Layout.quoted(field.name)
      return field.type == .reference(Enterprise.schema.name) ? "(SELECT uscc FROM enterprises WHERE enterprises.id = \(name))" : name
    }.joined(separator: ", ")
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT \(names) FROM fund_requests WHERE number = ?"), arguments: [number])
    else { return [:] }
    var values: [String: JSONValue] = [:]
    for (index, field) in fields.enumerated() {
      let value: DatabaseValue = row[index]
      switch value.storage {
      case .int64(let number): values[field.name] = .number(number)
      case .string(let text): values[field.name] = .text(text)
      default: break
      }
    }
    return values
  }

  /// By field, the value before and after: the form in which every entry says what became of a row.
  private func changes(_ before: [String: JSONValue], _ after: [String: JSONValue]) -> [String: JSONValue] {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      .reduce(into: [:]) { $0[$1] = .array([before[$1] ?? .null, after[$1] ?? .null]) }
  }
}
