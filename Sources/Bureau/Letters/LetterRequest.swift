public import CityModel
public import Columns

/// Which letter is wanted, and what an officer says that no record holds.
public struct LetterRequest: Sendable, Hashable {
  /// `nil` for the one that the state of the case asks for.
  public var kind: LetterFacts.Kind?
  /// A proposal's number (`12`, `提请12`), or the number of a listing, a measure, an order, a restriction or an exit.
  public var subject: String
  /// Day and number of a letter that is not recorded yet.
  public var day: Day
  public var document: String?
  /// Who signs; the county's housing authority by default.
  public var issuer: String?
  public var meeting: String?
  public var place: String?

  public init(
    _ kind: LetterFacts.Kind?, of subject: String, on day: Day, document: String? = nil, issuer: String? = nil, meeting: String? = nil,
    place: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.day = day
    self.document = document
    self.issuer = issuer
    self.meeting = meeting
    self.place = place
  }
}

extension LetterFacts.Kind {
  /// In English or Chinese: `notice`, `告知书`.
  public init?(named word: String) {
    guard let kind = LetterFacts.Kind.allCases.first(where: { $0.rawValue == word || $0.chinese == word || $0.chinese.hasPrefix(word) && word.count > 1 })
    else { return nil }
    self = kind
  }

  public var chinese: String {
    switch self {
    case .notice: "告知书"
    case .decision: "决定书"
    case .interview: "约谈通知"
    case .rectification: "整改通知"
    case .advice: "建议业主大会函"
    }
  }
}
