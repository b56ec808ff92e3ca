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

  public init(
    _ action: Action, expectedPosition: Int, attachments: [String] = [], document: String? = nil, settlement: Money? = nil
  ) {
    self.settlement = settlement
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

  public init(
    number: String, position: Int, step: String, kind: Kind, officer: String, at: Moment, document: String?,
    attachments: [String], settlement: Money? = nil
  ) {
    self.settlement = settlement
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
