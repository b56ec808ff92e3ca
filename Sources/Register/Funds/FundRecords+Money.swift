internal import CityModel
internal import Columns
internal import GRDB

// The accounts of a request. What an account holds is never written over: it is the balance that the bank confirmed, less the
// dated payments since, so that every past day keeps its own figure.
extension FundRecords {
  /// The accounts that bear the cost, with what they hold.
  func accounts(of submission: FundCase.Submission, _ project: CaseRow?) throws -> [FundSlice.Account] {
    let records = CommandRecords(database: database, path: path)
    let accounts = try records.rows(RowQuery(FundAccount.schema, [.init(FundAccount.project, .text(submission.project))]))
    guard !accounts.isEmpty else { return [] }
    let buildings = try records.rows(RowQuery(Building.schema, [.init(Building.project, .text(submission.project))]))
    return try FundAccounts.bearing(building: submission.building, of: accounts, buildings: buildings, project: project).map { account, area in
      let paid = try Int64.fetchOne(
        database,
        sql: """
          SELECT coalesce(sum(y.paid_amount), 0) FROM fund_payments y JOIN fund_accounts a ON a.id = y.fund_account
          WHERE a.code = ? AND (a.reconciled_on IS NULL OR y.paid_on >= a.reconciled_on)
          """, arguments: [account.key]) ?? 0
      let (left, overflow) = (account.number(FundAccount.balance) ?? 0).subtractingReportingOverflow(paid)
      return .init(code: account.key, area: area, available: overflow ? .zero : Money(fen: left))
    }
  }

  /// How the cost is divided, and what was paid of each share. A payment that came in without its account is divided as the shares are.
  func shares(of number: String) throws -> [FundSlice.Share] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT a.code, s.share, coalesce((
          SELECT sum(y.paid_amount) FROM fund_payments y WHERE y.fund_request = f.id AND y.fund_account = a.id), 0)
        FROM fund_allocations s JOIN fund_requests f ON f.id = s.fund_request JOIN fund_accounts a ON a.id = s.fund_account
        WHERE f.number = ? ORDER BY a.code
        """, arguments: [number])
    let unnamed = try Int64.fetchOne(
      database,
      sql: """
        SELECT coalesce(sum(y.paid_amount), 0) FROM fund_payments y JOIN fund_requests f ON f.id = y.fund_request
        WHERE f.number = ? AND y.fund_account IS NULL
        """, arguments: [number]) ?? 0
    let earlier = CostAllocation.divide(Money(fen: unnamed), by: rows.map { $0[1] })
    return rows.enumerated().map { index, row in
      FundSlice.Share(
        account: row[0], share: Money(fen: row[1]), drawn: Money(fen: row[2]).adding(earlier?[index] ?? .zero) ?? Money(fen: row[2]))
    }
  }

  /// What a request without accounts has left of the balance that was stated with it.
  func statedBalance(_ number: String) throws -> Money? {
    try Int64.fetchOne(database, sql: "SELECT balance - coalesce(paid, 0) FROM fund_requests WHERE number = ?", arguments: [number])
      .map { Money(fen: $0) }
  }

  /// The estate's votes of a document, with what other requests under it come to.
  func votes(of submission: FundCase.Submission) throws -> [FundSlice.Vote] {
    let document = CaseValue.trimmed(submission.vote ?? "")
    guard !document.isEmpty else { return [] }
    let query = RowQuery(OwnerVote.schema, [.init(OwnerVote.project, .text(submission.project))])
    let rows = try CommandRecords(database: database, path: path).rows(query).filter { row in
      [row.text(OwnerVote.document), row.text(OwnerVote.number)].contains { $0.map(CaseValue.trimmed) == document }
    }
    return try rows.map { row in
      FundSlice.Vote(
        matter: row.text(OwnerVote.matter) ?? "", building: row.text(OwnerVote.building), votedOn: row.day(OwnerVote.votedOn) ?? Day(ordinal: .max),
        isCarried: OwnerVotes.isCarried(row), amountLimit: row.money(OwnerVote.amountLimit), expiresOn: row.day(OwnerVote.expiresOn),
        used: Money(
          fen: try Int64.fetchOne(
            database,
            sql: """
              SELECT coalesce(sum(coalesce(f.approved, f.amount)), 0) FROM fund_requests f JOIN projects p ON p.id = f.project
              WHERE p.code = ? AND f.number <> ? AND f.status <> 'refused' AND trim(f.vote) IN (?, ?)
              """, arguments: [submission.project, submission.number, row.text(OwnerVote.document), row.text(OwnerVote.number)]) ?? 0))
    }
  }

  func policies() throws -> [CaseRow] {
    try CommandRecords(database: database, path: path).rows(RowQuery(PolicyVersion.schema, []))
  }

  func project(_ code: String) throws -> CaseRow? {
    try CommandRecords(database: database, path: path).rows(RowQuery(Project.schema, [.init(Project.code, .text(code))])).first
  }

  /// 分摊: what each account bears of an approval.
  func writeShares(_ event: FundEvent, role: String) throws {
    for (index, part) in event.parts.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO fund_allocations (number, fund_request, fund_account, area, share)
          VALUES (?, (SELECT id FROM fund_requests WHERE number = ?), (SELECT id FROM fund_accounts WHERE code = ?), ?, ?)
          """, arguments: [FundAllocation.number(of: event.number, index), event.number, part.account, part.area, part.amount.fen])
      // A share has no date of its own: its entry tells since when it is there.
      let values: [(Field, JSONValue)] = [
        (FundAllocation.number, .text(FundAllocation.number(of: event.number, index))), (FundAllocation.request, .text(event.number)),
        (FundAllocation.account, .text(part.account)), (FundAllocation.area, part.area.map { .number($0) } ?? .null), (FundAllocation.share, .number(part.amount.fen)),
      ]
      let changes: [String: JSONValue] = values.reduce(into: [:]) { $0[$1.0.name] = .array([.null, $1.1]) }
      try Ledger.append(
        .init(
          Attribution(officer: event.officer, role: role, moment: event.at, document: event.document), kind: "allocate cost",
          table: FundAllocation.schema.plural, key: FundAllocation.number(of: event.number, index), data: ["changes": .object(changes)]),
        to: database, path: path)
    }
  }

  /// 拨付: a row for each account that pays, or one where the register has none.
  func writePayments(_ event: FundEvent, payee: String?) throws {
    let kind: String
    let whole: Money
    switch event.kind {
    case .advanced(let amount): (kind, whole) = ("advance", amount)
    case .settled(let amount): (kind, whole) = ("final payment", amount)
    default: return
    }
    let parts: [(account: String?, amount: Money)] = event.parts.isEmpty ? [(nil, whole)] : event.parts.map { ($0.account, $0.amount) }
    for (index, part) in parts.enumerated() {
      let number = "\(event.number)/\(event.position)" + (parts.count > 1 ? "-\(index + 1)" : "")
      try database.execute(
        sql: """
          INSERT INTO fund_payments (number, fund_request, payee, payment_kind, paid_on, paid_amount, document, fund_account)
          VALUES (?, (SELECT id FROM fund_requests WHERE number = ?), (SELECT id FROM enterprises WHERE uscc = ?), ?, ?, ?, ?,
            (SELECT id FROM fund_accounts WHERE code = ?))
          """, arguments: [number, event.number, payee, kind, event.at.day.ordinal, part.amount.fen, event.document, part.account])
    }
  }
}
