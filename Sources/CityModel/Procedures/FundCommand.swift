public import Columns

/// What an officer asks to be done to a request.
public struct FundCommand: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case submit(FundCase.Submission)
    /// A check: the street's review, or a step that a district inserted.
    case confirm(step: String)
    case approve(Money)
    case refuse(reason: String)
    /// A payment before the works are accepted.
    case advance(Money)
    /// The payment that ends the case.
    case balance(Money)
    /// Others apply or do the works in the place of who is on a black list, or somebody is named where nobody was.
    case substitute(Parties)
  }

  /// Who applies for the money and who uses it.
  public struct Parties: Sendable, Hashable {
    /// A word of `FundRequest.applicantKinds`.
    public var applicantKind: String
    /// Unified social credit codes.
    public var applicant: String?
    public var user: String?

    public init(applicantKind: String, applicant: String? = nil, user: String? = nil) {
      self.applicantKind = applicantKind
      self.applicant = applicant.map { USCC.key($0) }
      self.user = user.map { USCC.key($0) }
    }
  }

  public var action: Action
  /// The position of the case that the officer saw; 0 for a submission.
  public var expectedPosition: Int
  /// Kinds of papers handed in with this command.
  public var attachments: [String]
  /// Number of the document behind it; a decision needs one.
  public var document: String?
  /// What the works cost in the end, stated with the last payment.
  public var settlement: Money?
  /// A text in force on which a decision rests, as long as the city's own is a draft.
  public var basis: String?

  public init(
    _ action: Action, expectedPosition: Int, attachments: [String] = [], document: String? = nil, settlement: Money? = nil,
    basis: String? = nil
  ) {
    self.settlement = settlement
    self.basis = basis
    self.action = action
    self.expectedPosition = expectedPosition
    self.attachments = attachments
    self.document = document
  }
}

/// What has happened to a request: an entry of the ledger.
public struct FundEvent: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case submitted(FundCase.Submission, procedure: String, revision: String)
    case confirmed
    case approved(Money)
    case refused(reason: String)
    case advanced(Money)
    case settled(Money)
    case substituted(FundCommand.Parties)
  }

  /// What one account bears of an approval, or what was paid out of it.
  public struct Part: Sendable, Hashable {
    public var account: String
    /// Exclusive area in hundredths of a square metre.
    public var area: Int64?
    public var amount: Money

    public init(account: String, area: Int64? = nil, amount: Money) {
      self.account = account
      self.area = area
      self.amount = amount
    }
  }

  public var number: String
  /// The position of the case after it.
  public var position: Int
  public var step: String
  public var kind: Kind
  /// The officer's id.
  public var officer: String
  public var at: Moment
  public var document: String?
  public var attachments: [String]
  /// What the works cost in the end, where the command said so.
  public var settlement: Money?
  public var basis: String?
  /// Of an approval and of a payment, account by account; empty where the register has no account of the estate.
  public var parts: [Part]

  public init(
    number: String, position: Int, step: String, kind: Kind, officer: String, at: Moment, document: String?,
    attachments: [String], settlement: Money? = nil, basis: String? = nil, parts: [Part] = []
  ) {
    self.settlement = settlement
    self.basis = basis
    self.parts = parts
    self.number = number
    self.position = position
    self.step = step
    self.kind = kind
    self.officer = officer
    self.at = at
    self.document = document
    self.attachments = attachments
  }
}
