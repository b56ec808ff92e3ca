internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading 25: no listing and no measure without reason and evidence; advice to the owners asks nothing of anybody. Parameters: none.
extension ProposalInvariant {
  static let evidenceMissing = ProposalInvariant(code: "evidence-missing", article: "A7", zh: "提请须有理由和证据；建议业主除外", en: "a proposal has a reason, and rows that it rests on; advice to owners needs none"
  ) { (attempt: ProposalAttempt) in attempt.action == .accept ? evidenceMissing(attempt.proposal) : nil }

  static func evidenceMissing(_ proposal: ProposalCase) -> Refusal? {
    guard proposal.because.isEmpty && proposal.grounds.isEmpty || proposal.needsEvidence && proposal.evidence == 0 else { return nil }
    return Refusal(
      "evidence-missing", article: "A7", zh: "提请没有理由或证据", en: "the proposal has no reason or no evidence",
      help: Bilingual(
        zh: "任务以 evidence（证据）写明所依据的记录后再提请", en: "the job names the rows it rests on (`evidence`) and proposes again"))
  }
}
