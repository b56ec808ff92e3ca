internal import CityModel
internal import Columns
internal import GRDB

// A proposal for a list is acted on as a case of the lists (A7): entries are made in one place, `decide listing`.
extension DecisionRecords {
  /// Opens the case with the notice, and decides it with the proposal. An entry of the red list ends with the black one.
  func list(
    _ proposal: ProposalCase, _ action: ProposalAction, _ event: ProposalEvent, by officer: String, document: String?, rulebook: Rulebook,
    at now: Moment
  ) throws {
    let records = CommandRecords(database: database, path: path)
    func perform(_ name: String, on subject: String, _ arguments: [String: String], among descriptions: [CommandDescription]) throws {
      let command = CityCommand(
        name, on: subject, arguments, officer: officer, document: document, attachments: ["提请\(proposal.number)号"], at: now)
      try records.perform(command, among: descriptions, rulebook: rulebook)
    }
    switch action {
    case .notice:
      try perform("give notice", on: proposal.listing, try terms(proposal, on: now.day), among: ListingCases.ofProposals)
    case .accept:
      let known = try FundRecords(database: database, path: path).officer(officer)
      try openListing(of: proposal, by: Attribution(officer: known.id, role: known.role, moment: now))
      if let red = event.listing?.removes {
        try perform("remove listing", on: red, ["because": "列入黑榜（\(proposal.listing)）"], among: CityCommands.all)
      }
      try perform("decide listing", on: proposal.listing, ["listed": "yes"], among: CityCommands.all)
    case .decline:
      if try hasCase(proposal) { try perform("decide listing", on: proposal.listing, [:], among: ListingCases.ofProposals) }
    }
  }

  private func hasCase(_ proposal: ProposalCase) throws -> Bool {
    try !CommandRecords(database: database, path: path).rows(RowQuery(Listing.schema, [.init(Listing.number, .text(proposal.listing))])).isEmpty
  }

  /// Opens the case of a proposal that was noticed by a version that kept none.
  func openListing(of proposal: ProposalCase, by attribution: Attribution) throws {
    guard try !hasCase(proposal), let change = ListingCases.adopted(proposal) else { return }
    try CommandRecords(database: database, path: path).adopt(change, kind: "adopted-listing", by: attribution)
  }

  /// The facts of a proposal as the case takes them.
  private func terms(_ proposal: ProposalCase, on day: Day) throws -> [String: String] {
    let run = try Int64.fetchOne(
      database, sql: "SELECT r.moment FROM proposals p JOIN job_runs r ON r.id = p.run WHERE p.id = ?", arguments: [proposal.number])
    var reason = proposal.because.isEmpty ? proposal.grounds.joined(separator: "、") : proposal.because
    // As long as a case can hold; the proposal has the whole of it.
    while reason.utf8.count > 4_000 { reason.removeLast(max(1, (reason.utf8.count - 3_990) / 4)) }
    return [
      "enterprise": proposal.enterprise, "county": proposal.county, "list": proposal.kind == "red_list" ? "red" : "black", "reason": reason,
      "serious": proposal.isSerious ? "yes" : "no", "proposed_on": min(day, run.map { Moment(seconds: $0).day } ?? day).description,
    ]
  }

  /// Records that a county's decisions up to a day are public; its listings among them are published as cases too.
  ///
  /// - Returns: how many decisions it concerns.
  func publish(
    county: String, on day: Day, objectionUntil: Day, answerUntil: Day, rulebook: Rulebook, by attribution: Attribution
  ) throws -> Int {
    let decided = "state = 'accepted' AND published_on IS NULL AND decided_on <= ? AND county = (SELECT id FROM divisions WHERE code = ?)"
    let numbers = try Int64.fetchAll(
      database, sql: "SELECT id FROM proposals WHERE \(decided) ORDER BY id", arguments: [day.ordinal, county])
    guard !numbers.isEmpty else { return 0 }
    let records = CommandRecords(database: database, path: path)
    for proposal in try numbers.flatMap({ try cases(where: "p.id = ?1", [$0]) }) where proposal.isListing {
      let listing = try records.rows(RowQuery(Listing.schema, [.init(Listing.number, .text(proposal.listing))])).first
      guard listing?.text(Listing.status) == "listed" else { continue }
      let command = CityCommand(
        "publish listing", on: proposal.listing, officer: attribution.officer, document: attribution.document, at: attribution.moment)
      try records.perform(command, rulebook: rulebook)
    }
    try database.execute(
      sql: "UPDATE proposals SET published_on = ?, objection_until = ?, answer_until = ? WHERE id IN (SELECT id FROM proposals WHERE \(decided))",
      arguments: [day.ordinal, objectionUntil.ordinal, answerUntil.ordinal, day.ordinal, county])
    try Ledger.append(
      .init(
        attribution, kind: "decisions-published", table: "proposals", key: county,
        data: ["decisions": JSONValue(numbers.count), "objection_until": .text(objectionUntil.description)]), to: database, path: path)
    return numbers.count
  }

  /// A command on the case of a proposal that still waits: it is told which way to go.
  func refusal(of command: CityCommand, among descriptions: [CommandDescription]) throws -> Refusal? {
    guard let description = CityCommands.named(command.name, among: descriptions), description.table.name == Listing.schema.name,
      let number = ProposalCase.number(ofListing: command.subject),
      let proposal = try cases(where: "p.id = ?1", [number]).first, proposal.isListing, proposal.state.isOpen,
      proposal.state == .waiting || description.name == "decide listing"
    else { return nil }
    return proposal.state == .waiting
      ? Refusal(
        "listing-of-proposal", article: "A7", zh: "`\(command.subject)` 是第 \(number) 号提请，尚未告知企业",
        en: "`\(command.subject)` is proposal \(number), of which the enterprise has not been told",
        help: Bilingual(zh: "先用 `xize notice \(number)` 告知", en: "serve its notice first: `xize notice \(number)`"))
      : Refusal(
        "listing-of-proposal", article: "A7", zh: "`\(command.subject)` 是第 \(number) 号提请，与提请一并决定",
        en: "`\(command.subject)` is proposal \(number) and is decided with it",
        help: Bilingual(zh: "用 `xize decide \(number)` 决定", en: "decide it: `xize decide \(number)`"))
  }
}
