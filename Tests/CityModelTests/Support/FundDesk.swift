import CityModel
import Columns

/// A desk at which one request is dealt with: each call is a command by a named officer on a day.
struct FundDesk {
  static let firm = "91140403YYYY00020N", works = "91140404YYYY000392"
  static let clerk = officer("c1", .community, "140403001001")
  static let streetClerk = officer("s1", .street, "140403001")
  static let streetHead = officer("s2", .street, "140403001")
  static let cashier = officer("k1", .county, "140403")

  static func officer(_ id: String, _ level: Division.Level, _ division: String, to: String? = nil) -> Officer {
    Officer(
      id: id, name: id, level: level, division: division, role: "物业", from: Fixture.day("2025-01-01"),
      to: to.map { Fixture.day($0) })
  }

  static func policy(adopted: String?) -> CaseRow {
    CaseRow(
      PolicyVersion.schema, key: "policy",
      [(PolicyVersion.title, .text("实施意见")), (PolicyVersion.adoptedOn, adopted.map { .day(Fixture.day($0)) } ?? .none)])
  }

  static func submission(_ kind: FundProcedures.Kind = .emergency, yuan: Int64 = 10_000) -> FundCase.Submission {
    FundCase.Submission(
      number: "F1", kind: kind, category: "lift failure", project: "P1", county: "140403", street: "140403001",
      applicantKind: "enterprise", applicant: firm, user: works, amount: Money(yuan: yuan) ?? .zero,
      vote: kind == .emergency ? nil : "决议1号")
  }

  var fundCase: FundCase?
  var procedure: Procedure
  var rulebook: Rulebook
  var black: [FundSlice.BlackEntry] = []
  var balance: Money? = Money(fen: 100_000_000)
  var small = Money.zero
  /// Of the document that the requests name.
  var votes: [FundSlice.Vote] = [.init(votedOn: Fixture.day("2026-08-20"))]
  var policies = [FundDesk.policy(adopted: "2026-08-01")]
  var accounts: [FundSlice.Account] = []
  var shares: [FundSlice.Share] = []
  var builtYear: Int? = 2012
  var community: String?
  var events: [FundEvent] = []

  init(_ kind: FundProcedures.Kind = .emergency) throws {
    rulebook = try Fixture.rulebook()
    procedure = try FundProcedures.city(kind, rulebook.parameters, on: Fixture.day("2026-09-01"))
  }

  mutating func black(_ enterprise: String, from: String, removed: String? = nil, county: String = "140404") {
    black.append(
      .init(
        enterprise: enterprise, county: county, from: Fixture.day(from), removedOn: removed.map { Fixture.day($0) },
        document: "黑1号"))
  }

  /// Decides, and on success applies. Stale positions are asked for by `seen`.
  mutating func act(
    _ action: FundCommand.Action, by officer: Officer, on day: String = "2026-09-01", at time: String = "10:00",
    with attachments: [String] = [], document: String? = "文1号", basis: String? = nil, seen: Int? = nil
  ) throws(Refusal) {
    let command = FundCommand(
      action, expectedPosition: seen ?? fundCase?.position ?? 0, attachments: attachments, document: document, basis: basis)
    var slice = FundSlice(
      fundCase: fundCase, officer: officer, blackEntries: black, balance: balance, smallThisYear: small)
    (slice.votes, slice.policies, slice.builtYear) = (votes, policies, builtYear)
    (slice.accounts, slice.shares) = (accounts, shares)
    slice.community = community
    // As the register does: what the accounts hold is their balance, and what was divided and drawn stays so.
    if !accounts.isEmpty { slice.balance = Money(fen: accounts.reduce(0) { $0 + $1.available.fen }) }
    let made = try FundProcedure.decide(
      slice, command, procedure: procedure, rulebook: rulebook, now: Fixture.moment(day + " " + time))
    for event in made {
      fundCase = FundProcedure.apply(event, to: fundCase)
      book(event)
    }
    events += made
  }

  /// The register's own bookkeeping, in short.
  private mutating func book(_ event: FundEvent) {
    switch event.kind {
    case .approved: shares = event.parts.map { .init(account: $0.account, share: $0.amount) }
    case .advanced, .settled:
      for part in event.parts {
        if let at = shares.firstIndex(where: { $0.account == part.account }) { shares[at].drawn.fen += part.amount.fen }
        if let at = accounts.firstIndex(where: { $0.code == part.account }) { accounts[at].available.fen -= part.amount.fen }
      }
    default: break
    }
  }

  mutating func submit(_ submission: FundCase.Submission = submission(), on day: String = "2026-09-01") throws(Refusal)
  {
    try act(.submit(submission), by: Self.clerk, on: day)
  }

  mutating func review(on day: String = "2026-09-01") throws(Refusal) {
    try act(.confirm(step: "street review"), by: Self.streetClerk, on: day, with: ["site check"])
  }

  mutating func approve(yuan: Int64 = 10_000, on day: String = "2026-09-01") throws(Refusal) {
    try act(.approve(Money(yuan: yuan) ?? .zero), by: Self.streetHead, on: day)
  }

  mutating func advance(yuan: Int64, on day: String = "2026-09-01") throws(Refusal) {
    try act(.advance(Money(yuan: yuan) ?? .zero), by: Self.cashier, on: day)
  }

  mutating func publish(on day: String = "2026-09-01") throws(Refusal) {
    try act(.confirm(step: "publicity"), by: Self.clerk, on: day, with: ["publicity"])
  }

  /// Shown to the owners since the last step, where that was not done, and paid.
  mutating func settle(
    yuan: Int64, on day: String = "2026-09-20", with attachments: [String] = ["acceptance"]
  )
    throws(Refusal)
  {
    if let last = fundCase?.done.last, fundCase?.isClosed == false, fundCase?.officer(of: "publicity") == nil {
      try publish(on: last.at.day.description)
    }
    try act(.balance(Money(yuan: yuan) ?? .zero), by: Self.cashier, on: day, with: attachments)
  }

  /// Submitted by an enterprise that is then listed, replaced by its owners' committee, and reviewed.
  mutating func substituted(by officer: Officer) throws(Refusal) {
    try submit()
    black(Self.firm, from: "2026-09-02")
    try act(.substitute(.init(applicantKind: "owners committee", user: Self.works)), by: officer, on: "2026-09-02")
    try review(on: "2026-09-02")
  }

  /// Submitted, reviewed and approved.
  static func approved(_ kind: FundProcedures.Kind = .emergency, yuan: Int64 = 10_000) throws -> FundDesk {
    var desk = try FundDesk(kind)
    try desk.submit(submission(kind, yuan: yuan))
    try desk.review()
    try desk.approve(yuan: yuan)
    return desk
  }
}
