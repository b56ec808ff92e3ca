public import Columns

/// What an officer asks to be done, as the office writes it: nothing in it has been checked yet.
public struct CityCommand: Sendable, Hashable {
  /// The command's name in English or Chinese: `assign`, `责任到人`.
  public var name: String
  /// The key of the case: a complaint's number, a list entry's number.
  public var subject: String
  /// Values by the argument's English or Chinese name.
  public var arguments: [String: String]
  /// The officer's number.
  public var officer: String
  /// The position of the case that the officer saw; `nil` when it was not said.
  public var expectedPosition: Int?
  /// Number of the document behind it; a decision needs one.
  public var document: String?
  /// What a decision rests on, where that is another text than the city's own article.
  public var basis: String?
  /// Papers handed in with it.
  public var attachments: [String]
  public var moment: Moment

  public init(
    _ name: String, on subject: String, _ arguments: [String: String] = [:], officer: String, expectedPosition: Int? = nil,
    document: String? = nil, basis: String? = nil, attachments: [String] = [], at moment: Moment
  ) {
    self.name = name
    self.subject = subject
    self.arguments = arguments
    self.officer = officer
    self.expectedPosition = expectedPosition
    self.document = document
    self.basis = basis
    self.attachments = attachments
    self.moment = moment
  }
}

/// A command that passed: what it is to write.
public struct CommandResult: Sendable, Hashable {
  /// The command's English name, the ledger's word for it.
  public var name: String
  public var article: String
  /// The key of the case as the ledger writes it, and its table.
  public var subject: String
  public var table: TableSchema
  /// The position of the case after it.
  public var position: Int
  public var officer: Officer
  public var changes: [Change]
  /// The rows before the changes, by table and key, so that the ledger keeps the old values.
  public var before: [CaseRow]
  public var document: String?
  public var basis: String?
  public var attachments: [String]
  /// What came with the command, by the field's name; tokens are left to the rows.
  public var arguments: [String: CaseValue]
  public var moment: Moment
  /// What the officer is to know: it stands in nobody's way.
  public var warnings: [Bilingual]
}
