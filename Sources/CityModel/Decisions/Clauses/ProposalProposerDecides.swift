internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading: who proposes does not decide. Parameters: none.
extension ProposalInvariant {
  static let proposerDecides = ProposalInvariant(code: "proposer-decides", article: "D13",
    zh: "提请人不得决定自己的提请", en: "who proposes does not decide"
  ) { (attempt: ProposalAttempt) in
    guard attempt.isDecision, attempt.proposal.proposedBy == attempt.officer.id else { return nil }
    return Refusal(
      "proposer-decides", article: "D13", zh: "提请人不得决定自己的提请", en: "who proposes does not decide",
      help: Bilingual(zh: "由另一名县（区）工作人员决定", en: "let another officer of the county decide"))
  }
}
