public import Columns

/// An officer's command on a proposal with everything that its clauses look at.
public struct ProposalAttempt: Sendable {
  public var slice: ProposalSlice
  public var action: ProposalAction
  /// Number of the notice or the decision.
  public var document: String?
  public var now: Moment
  public var rulebook: Rulebook

  public init(_ slice: ProposalSlice, _ action: ProposalAction, document: String?, now: Moment, rulebook: Rulebook) {
    self.slice = slice
    self.action = action
    self.document = document
    self.now = now
    self.rulebook = rulebook
  }

  var proposal: ProposalCase { slice.proposal }
  var officer: Officer { slice.officer }
  var day: Day { now.day }
  var isDecision: Bool { action != .notice }
}

/// One clause that no decision passes: a function, its code and its article.
public struct ProposalInvariant: Sendable {
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (ProposalAttempt) -> Refusal?

  init(code: String, article: String, zh: String, en: String, check: @escaping @Sendable (ProposalAttempt) -> Refusal?) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [ProposalInvariant] = [
    .proposalDecided, .officerNotInOffice, .officerLevel, .officerDivision, .proposerDecides, .documentMissing,
    .reasonMissing, .policyDraft, .evidenceMissing, .noticeServed, .noticeMissing, .defenceRunning, .redWhileBlack,
    .redCriterionUnmet, .alreadyListed,
  ]

  /// The first clause that speaks against a command, in order; `nil` when none does.
  public static func refusal(_ attempt: ProposalAttempt) -> Refusal? {
    for clause in all {
      if let refusal = clause.check(attempt) { return refusal }
    }
    return nil
  }

  /// The first clause that speaks against a proposal by what it says, whoever will decide it: asked when a job makes it, and again
  /// at the decision.
  ///
  /// - Parameter unmet: the criteria of the red list that the enterprise does not meet, of a proposal for it.
  public static func refusal(ofMaking proposal: ProposalCase, unmet: [Bilingual]) -> Refusal? {
    evidenceMissing(proposal) ?? redCriterionUnmet(proposal, unmet: unmet)
  }
}
