internal import Columns

/// A14: 对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请、使用的主体。
/// Reading 15, 18, 19: the applicant, on the day of the submission, of every step and of every payment; the request waits for another applicant. Parameters: `list.blackScope`.
extension FundInvariant {
  static let applicantBlackListed = FundInvariant(code: "applicant-black-listed", article: "A14", zh: "黑榜企业不得申请维修资金：提交、每一步、每次拨付时各查一次",
    en: "an enterprise on a black list does not apply: at submission, every step and every payment"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard let entry = try attempt.blackEntry(of: attempt.submission.applicant) else { return nil }
    return Refusal(
      "applicant-black-listed", article: "A14",
      zh: "申请企业自 \(entry.from) 起在黑榜（\(entry.document)），不得作为维修资金申请主体",
      en:
        "the applicant has been on a black list since \(entry.from) (\(entry.document)) and may not apply for the fund",
      help: Bilingual(
        zh: "可由业主委员会、物管会或社区代为申请（xize do fund substitute）",
        en: "the owners' committee, the interim committee or the community may apply instead (xize do fund substitute)"))
  }
}
