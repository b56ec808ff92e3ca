public import Columns

/// A value that has no date of its own, and the date beside it that tells since when it is so: a look at an earlier day does not
/// know it, whether a command wrote it or a spreadsheet brought it.
public struct DatedValue: Sendable {
  /// One word of a status.
  public struct Word: Sendable {
    public var word: String
    /// The date with which the word is reached.
    public var since: Field
    /// The word before it.
    public var before: String
    /// Whether it can only have stood there with its date: a small request to the fund is decided without a review.
    public var needsDate: Bool
    /// An earlier step, whose date tells where the word's own is missing: what is closed was basically closed before.
    public var orSince: Field?
  }

  public enum Rule: Sendable {
    /// Not known before the date; `before` stands in its place.
    case since(Field, before: Bool? = nil)
    /// A status, word by word; any other word tells nothing of when.
    case words([Word])
  }

  public let table: TableSchema
  public let field: Field
  public let rule: Rule

  /// Of a field, `nil` where nothing beside it tells.
  public static func of(_ field: Field, in table: TableSchema) -> DatedValue? { byName[table.name]?[field.name] }

  private static let byName = Dictionary(grouping: all, by: \.table.name).mapValues { values in
    Dictionary(values.map { ($0.field.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public static let all: [DatedValue] = statuses + outcomes

  private static func status(_ table: TableSchema, _ field: Field, _ words: [(String, Field, String, Bool)]) -> DatedValue {
    DatedValue(table: table, field: field, rule: .words(words.map { .init(word: $0.0, since: $0.1, before: $0.2, needsDate: $0.3) }))
  }

  private static let statuses: [DatedValue] = [
    DatedValue(
      table: Complaint.schema, field: Complaint.status,
      rule: .words([
        .init(word: "closed", since: Complaint.closedAt, before: "basically closed", needsDate: false, orSince: Complaint.basicallyClosedAt),
        .init(word: "rework", since: Complaint.revisitedAt, before: "basically closed", needsDate: false, orSince: Complaint.basicallyClosedAt),
        .init(word: "basically closed", since: Complaint.basicallyClosedAt, before: "open", needsDate: false),
      ])),
    status(
      Filing.schema, Filing.status,
      [
        ("withdrawn", Filing.endedOn, "accepted", false), ("cancelled", Filing.endedOn, "accepted", false),
        ("accepted", Filing.acceptedOn, "submitted", true),
      ]),
    status(
      Listing.schema, Listing.status,
      [
        ("removed", Listing.removedOn, "published", false), ("repairing", Listing.repairAppliedOn, "published", false),
        ("objected", Listing.objectedOn, "published", false), ("published", Listing.publishedOn, "listed", true),
        ("listed", Listing.decidedOn, "noticed", true), ("rejected", Listing.decidedOn, "noticed", false),
        ("noticed", Listing.noticedOn, "proposed", true),
      ]),
    status(
      ExitCase.schema, ExitCase.status,
      [
        ("exited", ExitCase.endedOn, "started", false), ("ended", ExitCase.endedOn, "started", false),
        ("owners deciding", ExitCase.startedOn, "proposed", false), ("handing over", ExitCase.startedOn, "proposed", false),
        ("litigation", ExitCase.startedOn, "proposed", false), ("started", ExitCase.startedOn, "proposed", true),
      ]),
    status(
      FundRequest.schema, FundRequest.status,
      [
        ("paid", FundRequest.decidedOn, "reviewed", false), ("approved", FundRequest.decidedOn, "reviewed", false),
        ("refused", FundRequest.decidedOn, "reviewed", false), ("reviewed", FundRequest.reviewedOn, "submitted", true),
      ]),
  ]

  private static func values(_ table: TableSchema, _ fields: Field..., since date: Field, before: Bool? = nil) -> [DatedValue] {
    fields.map { DatedValue(table: table, field: $0, rule: .since(date, before: before)) }
  }

  private static let outcomes: [DatedValue] =
    // Whether the matter is true is found by the basic closure at the latest, and never known before.
    values(Complaint.schema, Complaint.finding, since: Complaint.basicallyClosedAt)
    + values(Complaint.schema, Complaint.satisfied, Complaint.falseClosure, Complaint.reworks, since: Complaint.revisitedAt)
    + values(FundRequest.schema, FundRequest.approved, FundRequest.paid, FundRequest.settlement, since: FundRequest.decidedOn)
    + values(ExitCase.schema, ExitCase.complainants, ExitCase.document, since: ExitCase.startedOn)
    + values(Listing.schema, Listing.document, since: Listing.decidedOn)
    + values(FundInvestigation.schema, FundInvestigation.finding, FundInvestigation.recovered, FundInvestigation.document, since: FundInvestigation.decidedOn)
    + values(Inspection.schema, Inspection.resolved, since: Inspection.followedUpOn)
    + values(Tender.schema, Tender.winner, Tender.document, since: Tender.awardedOn)
    + values(ConferenceDecision.schema, ConferenceDecision.outcome, since: ConferenceDecision.doneOn)
    + values(WorkTask.schema, WorkTask.outcome, since: WorkTask.doneOn)
    + values(Referral.schema, Referral.feedback, since: Referral.feedbackOn)
    + values(LicenceReferral.schema, LicenceReferral.outcome, since: LicenceReferral.decidedOn)
    + values(FireReport.schema, FireReport.outcome, since: FireReport.enforcementAcceptedOn)
    + values(PolicyVersion.schema, PolicyVersion.document, since: PolicyVersion.adoptedOn)
    + values(Lift.schema, Lift.blocking, since: Lift.blockingOn, before: false)
}
