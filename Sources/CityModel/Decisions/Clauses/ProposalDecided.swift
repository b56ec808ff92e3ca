internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading: what was decided is settled; a correction is a proposal of its own. Parameters: none.
extension ProposalInvariant {
  static let proposalDecided = ProposalInvariant(code: "proposal-decided", article: "D11",
    zh: "已有结果的提请不再决定", en: "a settled proposal is not decided again"
  ) { (attempt: ProposalAttempt) in
    guard !attempt.proposal.state.isOpen else { return nil }
    let on = attempt.proposal.decidedOn?.description ?? attempt.proposal.state.rawValue
    return Refusal(
      "proposal-decided", article: "D11", zh: "提请 \(attempt.proposal.number) 已有结果（\(on)）",
      en: "proposal \(attempt.proposal.number) is settled (\(on))",
      help: Bilingual(zh: "更正须另行提请", en: "a correction is a proposal of its own"))
  }
}
