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

  init() throws {
    city = try SmallCity()
    try city.add(OfficerTable.schema, Self.officers)
    rulebook = try Rulebook.standard()
  }

  private func submission(_ number: String, applicant: String = "91140403YYYY00020N") -> FundCase.Submission {
    .init(
      number: number, kind: .general, category: "drainage", project: "140403001001", county: "140403", street: "140403001",
      applicantKind: "enterprise", applicant: applicant, user: applicant, amount: Money(yuan: 40_000)!, vote: "业决〔2026〕3号")
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
      (.balance(Money(yuan: 28_000)!), "LZ-01", "2026-09-28 09:00", ["acceptance", "publicity", "audit"]),
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
    #expect(entries.map(\.kind) == ["fund-submitted", "fund-confirmed", "fund-approved", "fund-advanced", "fund-settled"])
    #expect(entries.map(\.officer) == steps.map(\.1))
  }

  @Test("a request as it stood, payment by payment") func asItStood() throws {
    let steps: [(FundCommand.Action, String, String, [String])] = [
      (.submit(submission("WX-1")), "DJ-01", "2026-09-01 09:00", []), (.confirm(step: "street review"), "DJ-02", "2026-09-02 09:00", []),
      (.approve(Money(yuan: 38_000)!), "DJ-03", "2026-09-08 09:00", []), (.advance(Money(yuan: 10_000)!), "LZ-01", "2026-10-08 09:00", []),
      (.balance(Money(yuan: 28_000)!), "LZ-01", "2026-11-05 09:00", ["acceptance", "publicity", "audit"]),
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
      WX-5,140403001001,general,drainage,enterprise,91140403YYYY00020N,91140403YYYY00020N,40000,100000,业决3号,2026-08-20,2026-08-25,reviewed
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
}
