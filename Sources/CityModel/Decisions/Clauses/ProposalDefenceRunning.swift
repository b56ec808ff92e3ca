internal import Columns

/// 行政处罚法 45: 当事人有权进行陈述和申辩。
/// Reading 25: the decision comes after the days for statement and defence. Parameters: none.
extension ProposalInvariant {
  static let defenceRunning = ProposalInvariant(code: "defence-running", article: "A7, 行政处罚法 45",
    zh: "申辩期满后决定", en: "the decision follows the days of defence"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .accept, attempt.proposal.needsNotice, let until = attempt.proposal.defenceUntil, attempt.day <= until
    else { return nil }
    return Refusal(
      "defence-running", article: "A7, 行政处罚法 45", zh: "陈述申辩期限至 \(until) 止", en: "the days of defence run until \(until)",
      help: Bilingual(zh: "期满次日起可以决定", en: "decide on a later day"))
  }
}
