public import CityModel
public import Columns
internal import GRDB

extension Register {
  /// The ledger's word for what an enterprise said to the notice of a proposal.
  private static let heard = "proposal-heard"

  /// Records what an enterprise says to the notice of a proposal: of a listing with its case, of any other in the ledger.
  ///
  /// - Throws: ``RegisterError``: unknown officer or proposal, disk full, locked.
  public func hear(
    _ number: Int64, statement: String, officer: String, rulebook: Rulebook, at now: Moment
  ) throws(RegisterError) -> ProposalOutcome {
    let statement = PersonalText.recognised(statement)
    do throws(RegisterError) {
      return try write { database in
        let records = DecisionRecords(database: database, path: path)
        guard let proposal = try records.cases(where: "p.id = ?1", [number]).first else {
          throw RegisterError(
            "unknown-proposal", path: path, .init("there is no proposal \(number)", "没有第 \(number) 号提请"),
            help: .init("`xize proposals` lists them", "用 `xize proposals` 查看"))
        }
        let known = try FundRecords(database: database, path: path).officer(officer)
        do {
          let slice = ProposalSlice(proposal: proposal, officer: known, standing: [], adoptedBy: nil)
          let event = try ProposalHearing.hear(statement, slice, now: now, rulebook: rulebook)
          let by = Attribution(officer: known.id, role: known.role, moment: now)
          if proposal.isListing {
            try records.openListing(of: proposal, by: by)
            try CommandRecords(database: database, path: path).perform(
              CityCommand("record defence", on: proposal.listing, ["defence": statement], officer: officer, at: now), rulebook: rulebook)
          } else {
            try Ledger.append(
              .init(by, kind: Register.heard, table: "proposals", key: String(number), data: ["statement": .text(statement)]), to: database,
              path: path)
          }
          return .done(event, proposal)
        } catch let refusal as Refusal {
          throw Unheard(refusal: refusal)
        }
      }
    } catch {
      if let unheard = error.underlying as? Unheard { return .refused(unheard.refusal) }
      throw error
    }
  }

  /// What the enterprise said last; `nil` when nothing is on record.
  public func statement(to proposal: ProposalCase) throws(RegisterError) -> String? {
    if proposal.isListing { return try caseFile(Listing.schema, proposal.listing)?.row.text(Listing.defence) }
    let entry = try ledger(table: "proposals", key: String(proposal.number)).last { $0.kind == Register.heard }
    return entry.flatMap { JSONValue(parsing: $0.data)?["statement"]?.text }
  }
}

/// Rolls the transaction back and carries the refusal out of it.
private struct Unheard: Error {
  let refusal: Refusal
}
