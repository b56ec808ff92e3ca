internal import Columns

/// A14: 探索建立小额使用维修资金的简易流程
/// Reading: a standing resolution holds on the days of the submission and of the approval; what was approved is paid. Parameters: none.
extension FundInvariant {
  static let resolutionExpired = FundInvariant(code: "resolution-expired", article: "Civil Code 278", zh: "授权决议须在有效期内",
    en: "a standing resolution is in force"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.needsVote, attempt.committed != nil, let last = attempt.decidingVote?.expiresOn, last < attempt.day else { return nil }
    return Refusal(
      "resolution-expired", article: "Civil Code 278", zh: "授权决议已于 \(last) 到期", en: "the standing resolution ended on \(last)",
      help: Bilingual(zh: "由业主另行决定", en: "the owners decide anew"))
  }
}
