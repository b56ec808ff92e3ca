internal import Columns

/// A14: 探索建立小额使用维修资金的简易流程
/// Reading: the text sets no amount; small is what is not above the limit. Parameters: `fund.smallMax`.
extension FundInvariant {
  static let smallOverLimit = FundInvariant(code: "small-over-limit", article: "A14", zh: "小额有单项限额",
    en: "a small request has a limit"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.submission.kind == .small, case .submit(let submission) = attempt.command.action else { return nil }
    let limit = try attempt.read(FundParameters.smallMax)
    guard submission.amount > limit else { return nil }
    return Refusal(
      "small-over-limit", article: "A14", zh: "小额流程不超过\(limit)元，申请\(submission.amount)元",
      en: "a small request is at most \(limit) yuan, not \(submission.amount)",
      help: Bilingual(zh: "改走一般流程", en: "use the general procedure"))
  }
}
