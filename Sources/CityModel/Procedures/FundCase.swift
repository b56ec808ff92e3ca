public import Columns

/// A request to use the maintenance fund as its procedure sees it (维修资金申请), A14.
public struct FundCase: Sendable, Hashable {
  /// What was asked for.
  public struct Submission: Sendable, Hashable {
    public var number: String
    public var kind: FundProcedures.Kind
    /// A word of `FundRequest.categories`.
    public var category: String
    /// Project code, and the codes of its county and street.
    public var project: String
    public var county: String
    public var street: String
    /// A word of `FundRequest.applicantKinds`.
    public var applicantKind: String
    /// Unified social credit code of the applying enterprise, when one applies.
    public var applicant: String?
    /// Unified social credit code of the enterprise that does the works and is paid.
    public var user: String?
    public var amount: Money
    /// Document or number of the owners' joint decision, or of a standing resolution.
    public var vote: String?
    /// Code of the building, when only its owners bear the cost.
    public var building: String?
    /// Words of ``FundItems``: what is to be repaired, item by item.
    public var items: [String]

    public init(
      number: String, kind: FundProcedures.Kind, category: String, project: String, county: String, street: String,
      applicantKind: String, applicant: String? = nil, user: String? = nil, amount: Money, vote: String? = nil,
      building: String? = nil, items: [String] = []
    ) {
      self.number = number
      self.kind = kind
      self.category = category
      self.project = project
      self.county = county
      self.street = street
      self.applicantKind = applicantKind
      self.applicant = applicant.map { USCC.key($0) }
      self.user = user.map { USCC.key($0) }
      self.amount = amount
      self.vote = vote
      self.building = building
      self.items = items
    }
  }

  /// A step that was done.
  public struct Done: Sendable, Hashable {
    public var step: String
    public var officer: String
    public var at: Moment
    public var document: String?

    public init(step: String, officer: String, at: Moment, document: String?) {
      self.step = step
      self.officer = officer
      self.at = at
      self.document = document
    }
  }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    case submitted, reviewed, approved, refused, paid
  }

  public var submission: Submission
  /// The procedure that it began under.
  public var procedure: String
  public var revision: String
  public var done: [Done]
  /// Kinds of papers handed in so far.
  public var attachments: Set<String>
  public var approved: Money?
  public var paid: Money
  public var status: Status
  /// How many events the case has; a command names the one it was made against.
  public var position: Int

  public init(
    submission: Submission, procedure: String, revision: String, done: [Done], attachments: Set<String>,
    approved: Money? = nil, paid: Money = .zero, status: Status, position: Int
  ) {
    self.submission = submission
    self.procedure = procedure
    self.revision = revision
    self.done = done
    self.attachments = attachments
    self.approved = approved
    self.paid = paid
    self.status = status
    self.position = position
  }

  /// Whether nothing more can happen.
  public var isClosed: Bool { status == .refused || status == .paid }

  public func officer(of step: String) -> String? { done.last { $0.step == step }?.officer }
}
