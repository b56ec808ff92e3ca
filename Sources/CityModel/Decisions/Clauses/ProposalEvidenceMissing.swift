internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading 25: no listing and no measure without reason and evidence. Parameters: none.
extension ProposalInvariant {
  static let evidenceMissing = ProposalInvariant(code: "evidence-missing", article: "A7") { (attempt: ProposalAttempt) in
    let proposal = attempt.proposal
    guard attempt.action == .accept, proposal.because.isEmpty && proposal.grounds.isEmpty || proposal.needsEvidence && proposal.evidence == 0
    else { return nil }
    return Refusal(
      "evidence-missing", article: "A7", zh: "提请没有理由或证据", en: "the proposal has no reason or no evidence",
      help: Bilingual(
        zh: "不予采纳；任务以 evidence（证据）写明所依据的记录后再提请", en: "decline it; the job names the rows it rests on (`evidence`) and proposes again"))
  }
}
