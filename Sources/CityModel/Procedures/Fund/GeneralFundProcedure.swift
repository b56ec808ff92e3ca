/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: the text speaks of small and urgent use; all other use goes this way. Parameters: `fund.generalReviewWorkdays`, `fund.generalAdvance`.
extension FundProcedures {
  static let general = Terms(
    title: Bilingual(zh: "维修资金使用（一般流程）", en: "use of the maintenance fund, general"),
    review: FundParameters.generalReviewWorkdays, advance: FundParameters.generalAdvance)
}
