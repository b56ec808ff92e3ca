import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("Commands on fund requests: one transaction, ledger and state together")
struct FundStorageTests {
  static let officers = """
    code,name,level,division,role,from,until
    DJ-01,赵一,street,140403001,fund clerk,2025-01-01,
    DJ-02,钱二,street,140403001,fund reviewer,2025-01-01,
    DJ-03,孙三,street,140403001,fund approver,2025-01-01,

    """

  let city: SmallCity
  let rulebook: Rulebook

  init() throws { try self.init(adoptedOn: "2026-08-01") }

  /// - Parameter adoptedOn: the day on which the city's text was adopted; before it, it is a draft.
  private init(adoptedOn: String) throws {
    city = try SmallCity()
    try city.add(OfficerTable.schema, Self.officers)
    rulebook = try Rulebook.standard()
    try city.add(
      OwnerVote.schema,
      """
      number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners,document
      BJ-1,140403001001,fund use,2026-08-10,300,30,200,20,101,11,业决〔2026〕3号
      BJ-2,140403001001,fund use,2026-08-10,300,30,200,20,100,11,业决〔2026〕4号
      """)
    try city.add(PolicyVersion.schema, "code,title,document,adopted_on\npolicy,实施意见,长政发〔2026〕8号,\(adoptedOn)\n")
  }

  private func submission(
    _ number: String, applicant: String = "91140403YYYY00020N", vote: String = "业决〔2026〕3号"
  ) -> FundCase.Submission {
    .init(
      number: number, kind: .general, category: "drainage", project: "140403001001", county: "140403", street: "140403001",
      applicantKind: "enterprise", applicant: applicant, user: applicant, amount: Money(yuan: 40_000)!, vote: vote)
  }

  private func act(
    _ action: FundCommand.Action, _ number: String, _ officer: String, at: String, position: Int, papers: [String] = []
  ) throws -> FundOutcome {
    try city.register.transact(
      FundCommand(action, expectedPosition: position, attachments: papers, document: "东街〔2026〕\(position)号"), on: number,
      officer: officer, balance: position == 0 ? Money(yuan: 100_000) : nil, rulebook: rulebook, at: Moment(at)!, procedure: procedure)
  }

  private func procedure(_ kind: FundProcedures.Kind, _ day: Day) throws(Refusal) -> Procedure {
    do { return try FundProcedures.city(kind, rulebook.parameters, on: day) } catch {
      throw Refusal("no-procedure", article: "A14", zh: "无流程", en: "no procedure")
    }
  }

  private func stored(_ number: String) throws -> [String: Cell] {
    let snapshot = try city.snapshot(asOf: "2026-12-31 00:00")
    let requests = snapshot.table(FundRequest.schema)
    let numbers = try requests.column(FundRequest.number)
    guard let row = (0..<requests.count).first(where: { numbers.text($0) == number }) else { return [:] }
    var cells: [String: Cell] = [:]
    for field in [FundRequest.status, FundRequest.approved, FundRequest.paid, FundRequest.balance] {
      let column = try requests.column(field)
      cells[field.name] = column.text(row).map { .text($0) } ?? column.integer(row).map { .integer($0) } ?? .empty
    }
    return cells
  }

  @Test func theStateIsWhatTheLedgerSays() throws {
    let steps: [(FundCommand.Action, String, String, [String])] = [
      (.submit(submission("WX-1")), "DJ-01", "2026-09-01 09:00", []),
      (.confirm(step: "street review"), "DJ-02", "2026-09-02 09:00", []),
      (.approve(Money(yuan: 38_000)!), "DJ-03", "2026-09-03 09:00", []),
      (.advance(Money(yuan: 10_000)!), "LZ-01", "2026-09-04 09:00", []),
      (.confirm(step: "publicity"), "DJ-01", "2026-09-18 09:00", ["publicity"]),
      (.balance(Money(yuan: 28_000)!), "LZ-01", "2026-09-28 09:00", ["acceptance", "audit"]),
    ]
    for (position, step) in steps.enumerated() {
      let outcome = try act(step.0, "WX-1", step.1, at: step.2, position: position, papers: step.3)
      guard case .done(let events, let fundCase) = outcome else {
        Issue.record("step \(position): \(outcome)")
        return
      }
      #expect(events.count == 1)
      #expect(fundCase.position == position + 1)
      // The state in the table equals the replay of the ledger's entries, after every command.
      let replayed = try #require(try city.register.fundCase("WX-1", procedure: procedure))
      #expect(replayed == fundCase)
      let row = try stored("WX-1")
      #expect(row["status"] == .text(replayed.status.rawValue))
      #expect(row["approved"] == (replayed.approved.map { .integer($0.fen) } ?? .empty))
      #expect(row["paid"] == (replayed.paid == .zero ? .empty : .integer(replayed.paid.fen)))
    }
    let entries = try city.register.ledger(table: "fund_requests", key: "WX-1")
    #expect(entries.map(\.kind) == ["fund-submitted", "fund-confirmed", "fund-approved", "fund-advanced", "fund-confirmed", "fund-settled"])
    #expect(entries.map(\.officer) == steps.map(\.1))
  }

  @Test("a request as it stood, payment by payment") func asItStood() throws {
    let steps: [(FundCommand.Action, String, String, [String])] = [
      (.submit(submission("WX-1")), "DJ-01", "2026-09-01 09:00", []), (.confirm(step: "street review"), "DJ-02", "2026-09-02 09:00", []),
      (.approve(Money(yuan: 38_000)!), "DJ-03", "2026-09-08 09:00", []), (.advance(Money(yuan: 10_000)!), "LZ-01", "2026-10-08 09:00", []),
      (.confirm(step: "publicity"), "DJ-01", "2026-10-20 09:00", ["publicity"]),
      (.balance(Money(yuan: 28_000)!), "LZ-01", "2026-11-05 09:00", ["acceptance", "audit"]),
    ]
    for (position, step) in steps.enumerated() {
      guard case .done = try act(step.0, "WX-1", step.1, at: step.2, position: position, papers: step.3) else {
        Issue.record("step \(position)")
        return
      }
    }
    for (asOf, status, paid) in [
      ("2026-09-02 00:00", "submitted", ""), ("2026-09-03 00:00", "reviewed", ""), ("2026-10-01 00:00", "approved", ""),
      ("2026-10-09 00:00", "approved", "10000.00"), ("2026-11-06 00:00", "paid", "38000.00"),
    ] {
      let requests = try city.snapshot(asOf: asOf).table(FundRequest.schema)
      #expect(try requests.cell("status", row: 0).plain == status && requests.cell("paid", row: 0).plain == paid, "as of \(asOf)")
      #expect(try city.register.fundCase("WX-1", before: Moment(asOf)!, procedure: procedure)?.status.rawValue == status)
    }
    #expect(try city.snapshot(asOf: "2026-09-01 00:00").table(FundRequest.schema).count == 0)
    #expect(try city.register.fundCase("WX-1", before: Moment("2026-09-01 00:00")!, procedure: procedure) == nil)
  }

  @Test func aRefusalWritesNothing() throws {
    let position = try city.register.ledgerPosition()
    // 91140404YYYY000392 is on the black list from 20 August to the removal.
    let outcome = try act(
      .submit(submission("WX-2", applicant: "91140404YYYY000392")), "WX-2", "DJ-01", at: "2026-09-01 09:00", position: 0)
    guard case .refused(let refusal) = outcome else {
      Issue.record("a black-listed applicant was let through")
      return
    }
    #expect(refusal.article == "A14")
    #expect(try city.register.ledgerPosition() == position)
    #expect(try stored("WX-2") == [:])
  }

  @Test func whoSawAnOlderStateIsRefused() throws {
    _ = try act(.submit(submission("WX-3")), "WX-3", "DJ-01", at: "2026-09-01 09:00", position: 0)
    _ = try act(.confirm(step: "street review"), "WX-3", "DJ-02", at: "2026-09-02 09:00", position: 1)
    let again = try act(.confirm(step: "street review"), "WX-3", "DJ-02", at: "2026-09-02 09:05", position: 1)
    guard case .refused = again else {
      Issue.record("a command against position 1 was carried out at position 2")
      return
    }
  }

  @Test func anUnknownOfficerAndAnUnknownProjectAreErrors() throws {
    #expect(code { try act(.submit(submission("WX-4")), "WX-4", "XX-99", at: "2026-09-01 09:00", position: 0) } == "unknown-officer")
    var elsewhere = submission("WX-4")
    elsewhere.project = "140403001099"
    #expect(code { try act(.submit(elsewhere), "WX-4", "DJ-01", at: "2026-09-01 09:00", position: 0) } == "unknown-project")
  }

  @Test func anImportedRequestGoesOnWhereItStood() throws {
    try city.add(
      FundRequest.schema,
      """
      number,project,procedure,category,applicant_kind,applicant,user,amount,balance,vote,submitted_on,reviewed_on,status
      WX-5,140403001001,general,drainage,enterprise,91140403YYYY00020N,91140403YYYY00020N,40000,100000,业决〔2026〕3号,2026-08-20,2026-08-25,reviewed
      """)
    let before = try #require(try city.register.fundCase("WX-5", procedure: procedure))
    #expect(before.status == .reviewed)
    let outcome = try act(.approve(Money(yuan: 38_000)!), "WX-5", "DJ-03", at: "2026-08-28 09:00", position: before.position)
    guard case .done(_, let after) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try city.register.fundCase("WX-5", procedure: procedure) == after)
    #expect(
      try city.register.ledger(table: "fund_requests", key: "WX-5").map(\.kind) == ["adopted-fund-request", "fund-approved"])
  }

  // MARK: Money

  /// Accounts of two buildings and of the estate's common parts.
  private func openAccounts() throws {
    try city.add(Building.schema, "code,project,name,area\nB1,140403001001,1号楼,200\nB2,140403001001,2号楼,100\n")
    try city.add(
      FundAccount.schema,
      """
      code,project,building,balance,first_deposit,reconciled_on
      ZH-1,140403001001,B1,30000,90000,2026-08-31
      ZH-2,140403001001,B2,20000,90000,2026-08-31
      """)
  }

  private func run(_ steps: [(FundCommand.Action, String, String, [String])], _ number: String) throws -> FundOutcome? {
    var last: FundOutcome?
    for (position, step) in steps.enumerated() { last = try act(step.0, number, step.1, at: step.2, position: position, papers: step.3) }
    return last
  }

  private func refusal(_ outcome: FundOutcome?) -> String? {
    if case .refused(let refusal)? = outcome { refusal.code } else { nil }
  }

  private func cells(_ schema: TableSchema, _ fields: [Field], asOf day: String = "2026-12-31") throws -> [[String]] {
    let snapshot = try city.snapshot(asOf: day + " 00:00")
    let table = snapshot.table(schema)
    return try (0..<table.count).map { row in try fields.map { try table.cell($0.name, row: row).plain } }
  }

  private let money = Money(yuan: 30_000)!
  private var upToApproval: [(FundCommand.Action, String, String, [String])] {
    [
      (.submit(submission("WX-6")), "DJ-01", "2026-09-01 09:00", []), (.confirm(step: "street review"), "DJ-02", "2026-09-02 09:00", []),
      (.approve(money), "DJ-03", "2026-09-03 09:00", []),
    ]
  }

  @Test("an approval is divided by area, a payment lowers the accounts by their shares and names the payee, and each past day keeps its figure")
  func theMoneyIsHeld() throws {
    try openAccounts()
    let steps = upToApproval + [(.advance(Money(fen: 1_000_000)), "LZ-01", "2026-09-04 09:00", [])]
    guard case .done? = try run(steps, "WX-6") else { return #expect(Bool(false)) }
    #expect(try cells(FundAllocation.schema, [FundAllocation.number, FundAllocation.share]) == [["WX-6/1", "20000.00"], ["WX-6/2", "10000.00"]])
    #expect(
      try cells(FundPayment.schema, [FundPayment.number, FundPayment.kind, FundPayment.paidOn, FundPayment.amount])
        == [["WX-6/4-1", "advance", "2026-09-04", "6666.67"], ["WX-6/4-2", "advance", "2026-09-04", "3333.33"]])
    let fields = [FundAccount.code, FundAccount.balance, FundAccount.available]
    #expect(try cells(FundAccount.schema, fields) == [["ZH-1", "30000.00", "23333.33"], ["ZH-2", "20000.00", "16666.67"]])
    #expect(try cells(FundAccount.schema, fields, asOf: "2026-09-04").map(\.last) == ["30000.00", "20000.00"], "before the payment")
    _ = try act(.confirm(step: "publicity"), "WX-6", "DJ-01", at: "2026-09-05 09:00", position: 4, papers: ["publicity"])
    guard case .done = try act(.balance(Money(fen: 2_000_000)), "WX-6", "LZ-01", at: "2026-09-15 09:00", position: 5, papers: ["acceptance"])
    else { return #expect(Bool(false)) }
    #expect(try cells(FundAccount.schema, fields).map(\.last) == ["10000.00", "10000.00"], "each bears its share to the fen")
  }

  @Test("what the accounts hold counts, not what is said of them") func statedBalance() throws {
    try openAccounts()
    var asked = submission("WX-6")
    asked.amount = Money(yuan: 50_001)!
    // The command states 100,000.
    #expect(refusal(try act(.submit(asked), "WX-6", "DJ-01", at: "2026-09-01 09:00", position: 0)) == "amount-over-balance")
    asked.amount = Money(yuan: 20_001)!
    asked.building = "B2"
    #expect(refusal(try act(.submit(asked), "WX-6", "DJ-01", at: "2026-09-01 09:00", position: 0)) == "amount-over-balance", "one building's")
    asked.building = "B1"
    guard case .done = try act(.submit(asked), "WX-6", "DJ-01", at: "2026-09-01 09:00", position: 0) else { return #expect(Bool(false)) }
    #expect(try stored("WX-6")["balance"] == .integer(3_000_000))
    asked.building = "B9"
    #expect(code { try act(.submit(asked), "WX-6", "DJ-01", at: "2026-09-01 09:00", position: 1) } == "unknown-building")
  }

  @Test("a reconciliation is the bank's word: payments before its day are in it, those of the day and later come off") func reconciled() throws {
    try openAccounts()
    _ = try run(upToApproval + [(.advance(Money(fen: 1_000_000)), "LZ-01", "2026-09-04 09:00", [])], "WX-6")
    for (on, left) in [("2026-09-04", "23333.33"), ("2026-09-05", "30000.00")] {
      try city.add(FundAccount.schema, "code,project,building,balance,first_deposit,reconciled_on\nZH-1,140403001001,B1,30000,90000,\(on)\n")
      #expect(try cells(FundAccount.schema, [FundAccount.available])[0] == [left], "\(on)")
    }
  }

  @Test("no account falls below zero though all together hold enough") func oneIsShort() throws {
    try openAccounts()
    try city.add(FundAccount.schema, "code,project,building,balance,first_deposit,reconciled_on\nZH-1,140403001001,B1,6666.66,90000,2026-08-31\n")
    var steps = upToApproval
    steps[2].0 = .approve(Money(yuan: 20_000)!)
    var asked = submission("WX-6")
    asked.amount = Money(yuan: 20_000)!
    steps[0].0 = .submit(asked)
    let paid = try run(steps + [(.advance(Money(fen: 1_000_000)), "LZ-01", "2026-09-04 09:00", [])], "WX-6")
    #expect(refusal(paid) == "account-short")
    #expect(try cells(FundPayment.schema, [FundPayment.number]).isEmpty)
  }

  @Test("an approval that came in undivided is paid once it is divided") func broughtIn() throws {
    try openAccounts()
    try city.add(
      FundRequest.schema,
      """
      number,project,procedure,category,applicant_kind,applicant,user,amount,balance,vote,submitted_on,reviewed_on,decided_on,approved,status
      WX-7,140403001001,general,drainage,enterprise,91140403YYYY00020N,91140403YYYY00020N,300,50000,业决〔2026〕3号,2026-08-20,2026-08-25,2026-08-28,100,approved
      """)
    func advance() throws -> FundOutcome { try act(.advance(Money(fen: 5_000)), "WX-7", "LZ-01", at: "2026-09-04 09:00", position: 3) }
    #expect(refusal(try advance()) == "allocation-missing")
    let divided = try city.register.perform(
      CityCommand("allocate cost", on: "WX-7", [:], officer: "LZ-01", at: Moment("2026-09-04 08:00")!), rulebook: rulebook)
    guard case .done = divided else { return #expect(Bool(false), "\(divided)") }
    #expect(try cells(FundAllocation.schema, [FundAllocation.area, FundAllocation.share]) == [["200.00", "66.67"], ["100.00", "33.33"]])
    guard case .done = try advance() else { return #expect(Bool(false)) }
    let again = try city.register.perform(
      CityCommand("allocate cost", on: "WX-7", [:], officer: "LZ-01", at: Moment("2026-09-05 08:00")!), rulebook: rulebook)
    guard case .refused(let refusal) = again else { return #expect(Bool(false)) }
    #expect(refusal.code == "already-done")
  }

  // MARK: The owners' decision

  @Test(
    "the register's own record of the vote decides",
    arguments: [("业决〔2026〕3号", nil), ("BJ-1", nil), ("业决〔2026〕4号", "vote-not-carried"), ("业决〔2026〕5号", "vote-unknown")])
  func votes(_ document: String, _ refused: String?) throws {
    #expect(
      refusal(try act(.submit(submission("WX-8", vote: document)), "WX-8", "DJ-01", at: "2026-09-01 09:00", position: 0)) == refused)
  }

  @Test("requests under a standing resolution add up to its amount at most; a refused one does not count") func resolution() throws {
    try city.add(
      OwnerVote.schema,
      """
      number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners,document,amount_limit,expires_on
      BJ-3,140403001001,fund use,2026-08-10,300,30,200,20,101,11,常设〔2026〕1号,60000,2026-09-30
      """)
    func submit(_ number: String, on day: String = "2026-09-01") throws -> String? {
      // Named by its document and by its number, it is one resolution.
      let vote = number == "WX-10" ? "BJ-3" : "常设〔2026〕1号"
      return refusal(try act(.submit(submission(number, vote: vote)), number, "DJ-01", at: day + " 09:00", position: 0))
    }
    #expect(try submit("WX-9") == nil)
    #expect(try submit("WX-10") == "resolution-exceeded", "40,000 twice")
    _ = try act(.confirm(step: "street review"), "WX-9", "DJ-02", at: "2026-09-02 09:00", position: 1)
    _ = try act(.refuse(reason: "另行申请"), "WX-9", "DJ-03", at: "2026-09-02 09:00", position: 2)
    #expect(try submit("WX-11", on: "2026-10-01") == "resolution-expired")
    #expect(try submit("WX-10", on: "2026-09-30") == nil)
  }

  @Test("a request that a black list froze goes on with another applicant; the row and the replay agree") func substitute() throws {
    _ = try run(Array(upToApproval.prefix(2)), "WX-6")
    try city.add(
      ListEntry.schema, "number,enterprise,county,list,reason,decided_on,document\nH-9,91140403YYYY00020N,140403,black,x,2026-09-03,黑9号\n")
    #expect(refusal(try act(.approve(money), "WX-6", "DJ-03", at: "2026-09-03 09:00", position: 2)) == "applicant-black-listed")
    let itself = FundCommand.Parties(applicantKind: "enterprise", applicant: "91140403yyyy00020n ")
    #expect(refusal(try act(.substitute(itself), "WX-6", "DJ-01", at: "2026-09-03 09:30", position: 2)) == "applicant-black-listed", "however its code is typed")
    let other = FundCommand.Parties(applicantKind: "community")
    guard case .done(_, let after) = try act(.substitute(other), "WX-6", "DJ-01", at: "2026-09-03 10:00", position: 2) else {
      return #expect(Bool(false))
    }
    #expect(after.submission.applicant == nil && after.submission.applicantKind == "community")
    #expect(try city.register.fundCase("WX-6", procedure: procedure) == after)
    guard case .done = try act(.approve(money), "WX-6", "DJ-03", at: "2026-09-03 11:00", position: 3) else { return #expect(Bool(false)) }
    #expect(try cells(FundRequest.schema, [FundRequest.applicantKind, FundRequest.applicant]) == [["community", ""]])
  }

  @Test("nothing is approved on a draft") func draft() throws {
    #expect(refusal(try FundStorageTests(adoptedOn: "2026-10-01").run(upToApproval, "WX-6")) == "draft-binds-nobody")
  }
}
