internal import Columns

/// A14: 探索建立小额使用维修资金的简易流程
/// Reading: an estate's small requests of a calendar year count together, so that a large one is not cut into small ones. Parameters: `fund.smallYearMax`.
extension FundInvariant {
  static let smallOverYear = FundInvariant(code: "small-over-year", article: "A14", zh: "小额有年度限额",
    en: "an estate's small requests of a year have a limit"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.submission.kind == .small, case .submit(let submission) = attempt.command.action else { return nil }
    let limit = try attempt.read(FundParameters.smallYearMax)
    if let sum = attempt.slice.smallThisYear.adding(submission.amount), sum <= limit { return nil }
    return Refusal(
      "small-over-year", article: "A14", zh: "本年度小额申请合计不超过\(limit)元，已有\(attempt.slice.smallThisYear)元",
      en:
        "an estate's small requests of a year are at most \(limit) yuan; \(attempt.slice.smallThisYear) are there already",
      help: Bilingual(zh: "改走一般流程", en: "use the general procedure"))
  }
}
