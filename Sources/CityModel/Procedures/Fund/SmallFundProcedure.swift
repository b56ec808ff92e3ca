/// A14: 探索建立小额使用维修资金的简易流程
/// Reading: 简易 is a review of its own length, on a vote or a standing resolution of the owners; what is small is ``FundInvariant/smallOverLimit``. Parameters: `fund.smallReviewWorkdays`, `fund.generalAdvance`.
extension FundProcedures {
  static let small = Terms(
    title: Bilingual(zh: "维修资金使用（小额简易流程）", en: "use of the maintenance fund, small amounts"),
    review: FundParameters.smallReviewWorkdays, advance: FundParameters.generalAdvance)
}
