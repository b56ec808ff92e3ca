internal import Columns

/// A14: 对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请、使用的主体。
/// Reading 15, 18, 19: the enterprise that does the works and is paid, on the day of every step and of every payment. Parameters: `list.blackScope`.
extension FundInvariant {
  static let userBlackListed = FundInvariant(code: "user-black-listed", article: "A14", zh: "黑榜企业不得使用维修资金：提交、每一步、每次拨付时各查一次",
    en: "an enterprise on a black list does not use the money: at submission, every step and every payment"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard let entry = try attempt.blackEntry(of: attempt.submission.user) else { return nil }
    return Refusal(
      "user-black-listed", article: "A14",
      zh: "使用企业自 \(entry.from) 起在黑榜（\(entry.document)），不得作为维修资金使用主体",
      en: "the user has been on a black list since \(entry.from) (\(entry.document)) and may not use the fund",
      help: Bilingual(
        zh: "可另选不在黑榜的企业施工（xize do fund substitute）", en: "another enterprise may do the works (xize do fund substitute)"))
  }
}
