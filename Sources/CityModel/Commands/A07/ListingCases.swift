public import Columns

/// 列榜案件, A7: listings that begin otherwise than with `propose listing`. A job has proposed them (`TQ-2`), or their entry came in
/// with a file; from then on they go the way of any other.
public enum ListingCases {
  /// What an officer does with a job's proposal for a list, as commands on the case of its number. They are no part of
  /// ``CityCommands``: an officer acts on the proposal.
  public static let ofProposals: [CommandDescription] = [notice, decline]

  private static let notice = CommandDescription(
    ListCommands.giveNotice.name, ListCommands.giveNotice.chinese, article: "A7", .new, Listing.schema, zh: "告知一件提请，列榜案件由此开始",
    en: "the notice of a proposal, with which the case begins", by: Levels.county, at: .division(Listing.county),
    arguments: [
      .init(Listing.enterprise), .init(Listing.county), .init(Listing.list), .init(Listing.reason), .init(Listing.serious), .init(Listing.proposedOn),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.writeArguments(and: [(Listing.number, .text(attempt.row.key))] + (try ListCommands.noticed(attempt)))
  }

  /// Against a listing; that binds nobody, and is possible under a draft.
  private static let decline = CommandDescription(
    ListCommands.decide.name, ListCommands.decide.chinese, article: "A7", .existing, Listing.schema, zh: "不予采纳一件提请", en: "a proposal is declined",
    by: Levels.county, at: .division(Listing.county), from: (Listing.status, ["noticed"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([
      (Listing.decidedOn, .day(attempt.day)), (Listing.document, .text(CaseValue.trimmed(attempt.command.document ?? ""))),
      (Listing.status, "rejected"),
    ])
  }

  /// The case of a proposal that was noticed before its register kept one.
  public static func adopted(_ proposal: ProposalCase) -> Change? {
    guard let noticed = proposal.noticedOn else { return nil }
    return Change(
      Listing.schema, key: proposal.listing, isNew: true,
      [
        (Listing.number, .text(proposal.listing)), (Listing.enterprise, .text(proposal.enterprise)), (Listing.county, .text(proposal.county)),
        (Listing.list, proposal.kind == "red_list" ? "red" : "black"), (Listing.reason, .text(proposal.because)),
        (Listing.serious, .flag(proposal.isSerious)), (Listing.status, "noticed"), (Listing.proposedOn, .day(noticed)),
        (Listing.noticedOn, .day(noticed)), (Listing.defenceUntil, proposal.defenceUntil.map { .day($0) } ?? .none),
      ].filter { !$0.1.isNone })
  }

  /// The case of an entry that came without one, so that it can be objected to, repaired and removed. Its first known day stands
  /// for that of the proposal.
  ///
  /// - Parameters:
  ///   - publications: the county's published lists; the first that held the entry published it.
  ///   - decision: the day on which the county published the decision behind it, where that is known.
  public static func adopted(_ entry: CaseRow, in publications: [CaseRow], decision: Day?) -> Change {
    let listed = publications.filter { publication in
      publication.day(ListPublication.coversUntil).map { ListEntries.isInEffect(entry, on: $0) } ?? false
    }
    let published = (listed.compactMap { $0.day(ListPublication.publishedOn) } + [decision].compactMap { $0 }).min()
    let status: CaseValue = entry.has(ListEntry.removedOn) ? "removed" : published == nil ? "listed" : "published"
    let first = entry.has(ListEntry.noticedOn) ? entry[ListEntry.noticedOn] : entry[ListEntry.decidedOn]
    let same: [(Field, Field)] = [
      (Listing.number, ListEntry.number), (Listing.enterprise, ListEntry.enterprise), (Listing.county, ListEntry.county), (Listing.list, ListEntry.list),
      (Listing.reason, ListEntry.reason), (Listing.noticedOn, ListEntry.noticedOn), (Listing.decidedOn, ListEntry.decidedOn),
      (Listing.document, ListEntry.document), (Listing.removedOn, ListEntry.removedOn),
    ]
    let values: [(Field, CaseValue)] =
      same.map { ($0, entry[$1]) } + [
        (Listing.status, status), (Listing.proposedOn, first), (Listing.publishedOn, published.map { .day($0) } ?? .none),
      ]
    return Change(Listing.schema, key: entry.key, isNew: true, values.filter { !$0.1.isNone })
  }
}
