internal import CityModel
internal import Columns
internal import GRDB

/// Reads and writes what one command on a fund request needs, inside its transaction.
struct FundRecords {
  let database: Database
  let path: String

  /// The case as its ledger entries make it; a request that was imported is read from its row, as far as that tells.
  ///
  /// - Parameter cut: only what was done before it.
  func fundCase(
    _ number: String, before cut: Moment = Moment(seconds: .max), procedure: (FundProcedures.Kind, Day) throws -> Procedure
  ) throws -> FundCase? {
    var fundCase = try imported(number, before: cut, procedure: procedure)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT kind, officer, moment, document, data FROM ledger
        WHERE subject_table = 'fund_requests' AND subject_key = ? AND kind LIKE 'fund-%' AND moment < ? ORDER BY position
        """, arguments: [number, cut.seconds])
    for row in rows {
      let stored = try LedgerData.value(StoredFundEvent.self, row[4])
      guard
        let event = stored.event(
          kind: row[0], number: number, officer: row[1], at: Moment(seconds: row[2]), document: row[3])
      else { throw RegisterError(.corrupt, path: path, .init("a ledger entry of `\(number)` cannot be read", "`\(number)` 的一条台账记录无法读取")) }
      fundCase = FundProcedure.apply(event, to: fundCase)
    }
    return fundCase
  }

  /// A request that came in through an import: its steps are those that have a date, done by nobody known. Once a command
  /// has changed its row, the ledger's `adopted-fund-request` tells how it stood before.
  private func imported(_ number: String, before cut: Moment, procedure: (FundProcedures.Kind, Day) throws -> Procedure) throws -> FundCase? {
    let began = try String.fetchOne(
      database,
      sql: """
        SELECT kind FROM ledger WHERE subject_table = 'fund_requests' AND subject_key = ? AND kind LIKE 'fund-%'
        ORDER BY position LIMIT 1
        """, arguments: [number])
    if began == "fund-submitted" { return nil }
    let adopted = try String.fetchOne(
      database,
      sql: "SELECT data FROM ledger WHERE subject_table = 'fund_requests' AND subject_key = ? AND kind = 'adopted-fund-request'",
      arguments: [number])
    if let adopted { return try LedgerData.value(ImportedFundCase.self, adopted).before(cut)?.fundCase(procedure) }
    return try row(number)?.before(cut)?.fundCase(procedure)
  }

  func row(_ number: String) throws -> ImportedFundCase? {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT f.procedure, f.category, p.code, c.code, s.code, f.applicant_kind, a.uscc, u.uscc, f.amount, f.vote,
            f.submitted_on, f.reviewed_on, f.decided_on, f.approved, f.paid, f.status, b.code, f.items
          FROM fund_requests f JOIN projects p ON p.id = f.project JOIN divisions c ON c.id = p.county
            JOIN divisions s ON s.id = p.street LEFT JOIN enterprises a ON a.id = f.applicant
            LEFT JOIN enterprises u ON u.id = f."user" LEFT JOIN buildings b ON b.id = f.building
          WHERE f.number = ?
          """, arguments: [number])
    else { return nil }
    let items: String? = row[17]
    var submission = StoredFundEvent.StoredSubmission(
      number: number, kind: row[0], category: row[1], project: row[2], county: row[3], street: row[4], applicantKind: row[5],
      applicant: row[6], user: row[7], amount: row[8], vote: row[9])
    submission.building = row[16]
    submission.items = items.map { FundItems.words(of: $0) }
    return ImportedFundCase(
      submission: submission,
      submittedOn: row[10], reviewedOn: row[11], decidedOn: row[12], approved: row[13], paid: row[14], status: row[15])
  }

  /// Whether the ledger already tells how an imported request stood before its first command.
  func isAdopted(_ number: String) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT count(*) > 0 FROM ledger WHERE subject_table = 'fund_requests' AND subject_key = ?
          AND kind IN ('adopted-fund-request', 'fund-submitted')
        """, arguments: [number]) ?? false
  }

  func officer(_ code: String) throws -> Officer {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT o.code, o.name, o.level, CASE WHEN o.level = 'community' THEN coalesce(o.community, d.code) ELSE d.code END, o.role,
            o."from", o."until" FROM officers o
          JOIN divisions d ON d.id = o.division WHERE o.code = ?
          """, arguments: [code])
    else {
      throw RegisterError(
        "unknown-officer", path: path, .init("there is no officer `\(code)` in the register", "台账中没有工作人员 `\(code)`"),
        help: .init("import officers.csv, or check the number", "请导入 officers.csv，或核对工号"))
    }
    let from: Int32? = row[5]
    let until: Int32? = row[6]
    return Officer(
      id: row[0], name: row[1], level: Division.Level(rawValue: row[2]) ?? .community, division: row[3], role: row[4],
      from: Day(ordinal: from ?? .min), to: until.map { Day(ordinal: $0) })
  }

  func blackEntries(_ enterprises: [String?]) throws -> [FundSlice.BlackEntry] {
    let named = Set(enterprises.compactMap { $0 }).sorted()
    guard !named.isEmpty else { return [] }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT e.uscc, c.code, l.decided_on, l.removed_on, l.maximum_until, l.document FROM list_entries l
        JOIN enterprises e ON e.id = l.enterprise JOIN divisions c ON c.id = l.county
        WHERE l.list = 'black' AND e.uscc IN (\(named.map { _ in "?" }.joined(separator: ", "))) ORDER BY l.decided_on, l.number
        """, arguments: StatementArguments(named)
    ).map { row in
      let removed: Int32? = row[3]
      let maximum: Int32? = row[4]
      return FundSlice.BlackEntry(
        enterprise: row[0], county: row[1], from: Day(ordinal: row[2]), removedOn: removed.map { Day(ordinal: $0) },
        maximumUntil: maximum.map { Day(ordinal: $0) }, document: row[5])
    }
  }

  /// What the estate's other small requests of the year come to.
  func smallThisYear(project: String, except number: String, year: Int) throws -> Money {
    let first = Day(year: year, month: 1, day: 1)?.ordinal ?? 0
    let last = Day(year: year, month: 12, day: 31)?.ordinal ?? 0
    let fen = try Int64.fetchOne(
      database,
      sql: """
        SELECT coalesce(sum(f.amount), 0) FROM fund_requests f JOIN projects p ON p.id = f.project
        WHERE p.code = ? AND f.procedure = 'small' AND f.status <> 'refused' AND f.number <> ? AND f.submitted_on BETWEEN ? AND ?
        """, arguments: [project, number, first, last])
    return Money(fen: fen ?? 0)
  }

  /// Writes the state after an event, all of it: the row is what the ledger's entries make.
  func write(_ fundCase: FundCase, _ event: FundEvent, balance: Money, role: String) throws {
    let day = event.at.day.ordinal
    let submission = fundCase.submission
    switch event.kind {
    case .submitted:
      try database.execute(
        sql: """
          INSERT INTO fund_requests
            (number, project, procedure, category, applicant_kind, applicant, "user", amount, balance, vote, submitted_on, status,
              building, items)
          VALUES (?, (SELECT id FROM projects WHERE code = ?), ?, ?, ?, (SELECT id FROM enterprises WHERE uscc = ?),
            (SELECT id FROM enterprises WHERE uscc = ?), ?, ?, ?, ?, ?, (SELECT id FROM buildings WHERE code = ?), ?)
          """,
        arguments: [
          submission.number, submission.project, submission.kind.rawValue, submission.category, submission.applicantKind,
          submission.applicant, submission.user, submission.amount.fen, balance.fen, submission.vote, day, fundCase.status.rawValue,
          submission.building, FundItems.text(of: submission.items),
        ])
    case .confirmed:
      try database.execute(
        sql: "UPDATE fund_requests SET reviewed_on = coalesce(reviewed_on, ?), status = ? WHERE number = ?",
        arguments: [day, fundCase.status.rawValue, event.number])
    case .approved, .refused:
      try database.execute(
        sql: "UPDATE fund_requests SET decided_on = ?, approved = ?, status = ? WHERE number = ?",
        arguments: [day, fundCase.approved?.fen, fundCase.status.rawValue, event.number])
      try writeShares(event, role: role)
    case .advanced, .settled:
      try database.execute(
        sql: "UPDATE fund_requests SET paid = ?, status = ?, settlement = coalesce(?, settlement) WHERE number = ?",
        arguments: [fundCase.paid.fen, fundCase.status.rawValue, event.settlement?.fen, event.number])
      try writePayments(event, payee: submission.user)
    case .substituted:
      try database.execute(
        sql: """
          UPDATE fund_requests SET applicant_kind = ?, applicant = (SELECT id FROM enterprises WHERE uscc = ?),
            "user" = (SELECT id FROM enterprises WHERE uscc = ?) WHERE number = ?
          """, arguments: [submission.applicantKind, submission.applicant, submission.user, event.number])
    }
  }
}

/// How an imported request stood before its first command.
struct ImportedFundCase: Codable {
  var submission: StoredFundEvent.StoredSubmission
  var submittedOn: Int32
  var reviewedOn: Int32?
  var decidedOn: Int32?
  var approved: Int64?
  var paid: Int64?
  var status: String

  /// As it stood, as far as its dates tell.
  func before(_ cut: Moment) -> ImportedFundCase? {
    func hasCome(_ day: Int32?) -> Bool { day.map { Day(ordinal: $0).start < cut } ?? true }
    guard hasCome(submittedOn) else { return nil }
    var then = self
    if !hasCome(decidedOn) { (then.decidedOn, then.approved, then.paid, then.status) = (nil, nil, nil, "reviewed") }
    if !hasCome(reviewedOn) { then.reviewedOn = nil }
    if then.status == "reviewed", then.reviewedOn == nil { then.status = "submitted" }
    return then
  }

  func fundCase(_ procedure: (FundProcedures.Kind, Day) throws -> Procedure) throws -> FundCase? {
    guard let submission = submission.value, let status = FundCase.Status(rawValue: status) else { return nil }
    let steps = try procedure(submission.kind, Day(ordinal: submittedOn))
    var done: [FundCase.Done] = []
    func add(_ action: (Procedure.Step) -> Bool, _ day: Int32?) {
      guard let day, let step = steps.steps.first(where: action) else { return }
      done.append(.init(step: step.name, officer: "", at: Day(ordinal: day).start, document: nil))
    }
    add({ $0.action == .submit }, submittedOn)
    add({ $0.action == .confirm }, reviewedOn)
    add({ $0.action == .decide }, decidedOn)
    if status == .paid { add({ $0.action == .balance }, decidedOn) }
    return FundCase(
      submission: submission, procedure: steps.name, revision: steps.revision, done: done, attachments: [],
      approved: approved.map { Money(fen: $0) }, paid: Money(fen: paid ?? 0), status: status, position: done.count)
  }
}
