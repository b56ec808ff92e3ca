public import Columns

/// What an official letter says, gathered from a proposal, a decision or a case; how it is worded is the reports' business (A7, A8).
///
/// Every text in it is published: telephone and identity numbers are hidden.
public struct LetterFacts: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 告知书: what is proposed, why, on what basis, and until when the enterprise may answer.
    case notice
    /// 决定书.
    case decision
    /// 约谈通知.
    case interview
    /// 整改通知.
    case rectification
    /// 建议业主大会函.
    case advice
  }

  /// What is proposed or decided.
  public enum Matter: String, Sendable, Hashable, CaseIterable {
    case blackList = "black_list"
    case redList = "red_list"
    case circular
    case deduction
    case interview
    case rectification
    case redRemoval = "red_removal"
    /// 限制承接新的物业服务项目, A11.
    case restriction
    /// 启动退出机制, A8.
    case exit
    case other
  }

  /// A fact with the rule that it falls under: `A7, A8`, or a district's document.
  public struct Reason: Sendable, Hashable {
    public var sentence: Bilingual
    public var basis: String

    public init(sentence: Bilingual, basis: String) {
      self.sentence = sentence
      self.basis = basis
    }
  }

  /// A rule in its own words.
  public struct Clause: Sendable, Hashable {
    /// `第七条　加快信用体系建设`, or a document and its article.
    public var name: Bilingual
    /// Words of the text, in its language; empty where only the document is known.
    public var words: String
    /// Whether it is the city's text, a draft until its adoption is recorded.
    public var isPolicy: Bool

    public init(name: Bilingual, words: String, isPolicy: Bool) {
      self.name = name
      self.words = words
      self.isPolicy = isPolicy
    }
  }

  /// Rows of one table, by the names that people know them by, or papers of a case.
  public struct Evidence: Sendable, Hashable {
    public var what: Bilingual
    public var count: Int
    /// As far as they are named.
    public var keys: [String]

    public init(what: Bilingual, count: Int, keys: [String]) {
      self.what = what
      self.count = count
      self.keys = keys
    }
  }

  public var kind: Kind
  public var matter: Matter
  /// `提请12`, `LB-3`: the case in the office's books.
  public var subject: String
  public var issuer: String
  public var county: String
  public var enterprise: String
  /// Unified social credit code.
  public var uscc: String
  /// Name of the estate, when it concerns one.
  public var project: String?
  /// Number and day of this letter; blank lines where they are not known yet.
  public var document: String?
  public var day: Day?
  /// Day and document of the adoption of the city's text; `nil` while it is a draft.
  public var adoption: String?
  /// `2026-09`.
  public var period: String?
  public var reasons: [Reason] = []
  public var clauses: [Clause] = []
  public var evidence: [Evidence] = []

  /// Days of the procedure, and the working days that they follow from.
  public var times = LetterTimes()
  /// Whether what was proposed was decided, and why not.
  public var isAccepted = true
  public var declinedBecause: String?
  /// What the enterprise said.
  public var defence: String?
  /// The advice to the owners.
  public var isDismissalAdvised = false
  /// Of a deduction, `3` and `D17`.
  public var points: String?
  public var item: String?
  /// Of an interview: when and where, as the officer says.
  public var meeting: String?
  public var place: String?

  public init(
    kind: Kind, matter: Matter, subject: String, issuer: String, county: String, enterprise: String, uscc: String, project: String? = nil,
    document: String? = nil, day: Day? = nil, adoption: String? = nil
  ) {
    self.kind = kind
    self.matter = matter
    self.subject = subject
    self.issuer = issuer
    self.county = county
    self.enterprise = enterprise
    self.uscc = uscc
    self.project = project
    self.document = document
    self.day = day
    self.adoption = adoption
  }
}

/// The days of a letter: all inclusive, counted by the working-day calendar.
public struct LetterTimes: Sendable, Hashable {
  public var noticeDocument: String?
  public var noticedOn: Day?
  /// Last day for statement and defence, and the working days that it is counted by.
  public var defenceUntil: Day?
  public var defenceWorkdays: Int?
  public var publishedOn: Day?
  /// Last day for an objection, counted from the publication, else from the day of the decision.
  public var objectionUntil: Day?
  public var objectionWorkdays: Int?
  public var answerWorkdays: Int?
  public var repairWorkdays: Int?
  /// Of an entry of the black list.
  public var minimumUntil: Day?
  public var maximumUntil: Day?
  /// Months of an entry that is not decided yet.
  public var minimumMonths: Int?
  public var maximumMonths: Int?
  /// Last day to rectify.
  public var deadline: Day?

  public init() {}
}
