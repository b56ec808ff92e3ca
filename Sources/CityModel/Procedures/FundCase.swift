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
    /// Document of the owners' joint decision, or of a standing resolution.
    public var vote: String?

    public init(
      number: String, kind: FundProcedures.Kind, category: String, project: String, county: String, street: String,
      applicantKind: String, applicant: String? = nil, user: String? = nil, amount: Money, vote: String? = nil
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

/// The case and the few rows that its invariants need: what the register loads for one command, nothing else.
public struct FundSlice: Sendable, Hashable {
  /// A black entry of the applicant or of the user, of any county.
  public struct BlackEntry: Sendable, Hashable {
    public var enterprise: String
    /// Code of the county that listed it.
    public var county: String
    public var from: Day
    public var removedOn: Day?
    public var maximumUntil: Day?
    public var document: String

    public init(
      enterprise: String, county: String, from: Day, removedOn: Day? = nil, maximumUntil: Day? = nil, document: String
    ) {
      self.enterprise = enterprise
      self.county = county
      self.from = from
      self.removedOn = removedOn
      self.maximumUntil = maximumUntil
      self.document = document
    }

    /// 自列入之日起至移出名单期间 (A14).
    public func isInEffect(on day: Day) -> Bool {
      from <= day && (removedOn.map { day < $0 } ?? true) && (maximumUntil.map { day <= $0 } ?? true)
    }
  }

  /// `nil` before it is submitted.
  public var fundCase: FundCase?
  public var officer: Officer
  public var blackEntries: [BlackEntry]
  /// Balance now of the accounts that bear the cost.
  public var balance: Money
  /// Sum of the estate's other small requests of the calendar year that were not refused.
  public var smallThisYear: Money

  public init(
    fundCase: FundCase?, officer: Officer, blackEntries: [BlackEntry], balance: Money, smallThisYear: Money = .zero
  ) {
    self.fundCase = fundCase
    self.officer = officer
    self.blackEntries = blackEntries
    self.balance = balance
    self.smallThisYear = smallThisYear
  }
}
