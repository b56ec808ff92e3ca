internal import Columns

/// A14: 探索建立小额使用维修资金的简易流程
/// Reading: all requests under a standing resolution together, as approved or else as asked for, stay within its amount. Parameters: none.
extension FundInvariant {
  static let resolutionExceeded = FundInvariant(code: "resolution-exceeded", article: "Civil Code 278", zh: "授权决议下的申请合计不超过授权金额",
    en: "all requests under a standing resolution stay within its amount"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.needsVote, let amount = attempt.committed, let vote = attempt.decidingVote, let limit = vote.amountLimit else { return nil }
    if let sum = vote.used.adding(amount), sum <= limit { return nil }
    return Refusal(
      "resolution-exceeded", article: "Civil Code 278", zh: "授权决议限额\(limit)元，其他申请已用\(vote.used)元，再用\(amount)元将超出",
      en: "the standing resolution allows \(limit) yuan; other requests take \(vote.used), \(amount) more would exceed it",
      help: Bilingual(zh: "由业主另行决定", en: "the owners decide anew"))
  }
}
