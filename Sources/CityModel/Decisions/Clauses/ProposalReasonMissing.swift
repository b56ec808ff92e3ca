internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading: declining a proposal says why. Parameters: none.
extension ProposalInvariant {
  static let reasonMissing = ProposalInvariant(code: "reason-missing", article: "D11",
    zh: "不予采纳须说明理由", en: "declining has a reason"
  ) { (attempt: ProposalAttempt) in
    guard case .decline(let reason) = attempt.action, reason.isEmpty else { return nil }
    return Refusal(
      "reason-missing", article: "D11", zh: "不予采纳须说明理由", en: "declining needs a reason",
      help: Bilingual(zh: "加 --reason", en: "give --reason"))
  }
}
