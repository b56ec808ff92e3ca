public import CityModel
public import Columns
internal import GRDB

/// What came of a command on a proposal.
public enum ProposalOutcome: Sendable {
  case done(ProposalEvent, ProposalCase)
  /// Nothing was written.
  case refused(Refusal)
}

extension Register {
  /// Proposals in order of their numbers.
  ///
  /// - Parameters:
  ///   - county: a county's code; `nil` for all.
  ///   - states: those looked for; `nil` for all.
  public func proposalCases(county: String? = nil, states: [ProposalCase.State]? = nil) throws(RegisterError) -> [ProposalCase] {
    try read { database in
      try DecisionRecords(database: database, path: path).cases(where: "?1 IS NULL OR c.code = ?1", [county])
        .filter { states?.contains($0.state) ?? true }
    }
  }

  /// A proposal by its number.
  public func proposalCase(_ number: Int64) throws(RegisterError) -> ProposalCase? {
    try read { database in try DecisionRecords(database: database, path: path).cases(where: "p.id = ?1", [number]).first }
  }

  /// Carries out an officer's command on a proposal, with what follows from it, in one transaction.
  ///
  /// - Parameter unmet: the criteria of the red list that the enterprise does not meet on the day, of a proposal for it.
  /// - Throws: ``RegisterError``: unknown officer or proposal, disk full, locked.
  public func decide(
    _ number: Int64, _ action: ProposalAction, officer: String, document: String?, unmet: [Bilingual] = [], rulebook: Rulebook, at now: Moment
  ) throws(RegisterError) -> ProposalOutcome {
    let action = action.withoutPersons, document = document.map { PersonalText.recognised($0) }
    do throws(RegisterError) {
      return try write { database in
        let records = DecisionRecords(database: database, path: path)
        guard let proposal = try records.cases(where: "p.id = ?1", [number]).first else {
          throw RegisterError(
            "unknown-proposal", path: path, .init("there is no proposal \(number)", "没有第 \(number) 号提请"),
            help: .init("`xize proposals` lists them", "用 `xize proposals` 查看"))
        }
        let officer = try FundRecords(database: database, path: path).officer(officer)
        let slice = ProposalSlice(
          proposal: proposal, officer: officer, standing: try records.standing(proposal, on: now.day), adoptedBy: try records.adoption(),
          unmet: unmet)
        var event: ProposalEvent
        do throws(Refusal) {
          event = try ProposalInvariant.decide(ProposalAttempt(slice, action, document: document, now: now, rulebook: rulebook))
        } catch {
          throw Refused(refusal: error)
        }
        let attribution = Attribution(officer: officer.id, role: officer.role, moment: now, document: document)
        var follows: String?
        do {
          if proposal.isListing {
            try records.list(proposal, action, event, by: officer.id, document: document, rulebook: rulebook, at: now)
          } else if event.state == .accepted {
            follows = try records.follow(proposal, officer: officer.id, document: document, rulebook: rulebook, at: now)
          }
        } catch let refusal as Refusal {
          throw Refused(refusal: refusal)
        }
        try records.keep(event, of: proposal, action, follows: follows, by: attribution)
        return .done(event, try records.cases(where: "p.id = ?1", [number]).first ?? proposal)
      }
    } catch {
      if let refused = error.underlying as? Refused { return .refused(refused.refusal) }
      throw error
    }
  }

  /// Records that the city's text has been adopted, on which decisions then rest.
  public func recordAdoption(document: String, on day: Day, by attribution: Attribution) throws(RegisterError) {
    let document = PersonalText.recognised(document)
    try write { database in
      try database.execute(
        sql: "INSERT INTO settings (name, value) VALUES ('policy_adopted', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        arguments: ["\(day) \(document)"])
      // Where commands look for it.
      try database.execute(
        sql: """
          INSERT INTO policy_versions (code, title, document, adopted_on) VALUES ('policy', '实施意见', ?, ?)
          ON CONFLICT (code) DO UPDATE SET document = excluded.document, adopted_on = excluded.adopted_on
          """, arguments: [document, day.ordinal])
      _ = try Ledger.append(
        .init(attribution, kind: "policy-adopted", data: ["document": .text(document), "day": .text(day.description)]), to: database,
        path: path)
    }
  }

  /// Whether a version of the city's text had been adopted by a day and was in force on it.
  public func isAdopted(on day: Day) throws(RegisterError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT count(*) > 0 FROM policy_versions WHERE adopted_on <= ?1 AND (ended_on IS NULL OR ended_on >= ?1)",
        arguments: [day.ordinal]) ?? false
    }
  }

  /// The day and document of the adoption of the city's text, `nil` while it is a draft.
  public func adoption() throws(RegisterError) -> String? {
    try read { database in try DecisionRecords(database: database, path: path).adoption() }
  }
}

/// Rolls the transaction back and carries the refusal out of it.
private struct Refused: Error {
  let refusal: Refusal
}
