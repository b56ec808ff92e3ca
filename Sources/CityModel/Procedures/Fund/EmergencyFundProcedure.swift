/// A14: 应急使用维修资金的快速流程
/// Reading: 快速 is a site check and a review of its own length, with a larger share in advance; only here the owners' vote is left out (民法典 281). Parameters: `fund.streetReviewWorkdays`, `fund.emergencyAdvance`.
extension FundProcedures {
  static let emergency = Terms(
    title: Bilingual(zh: "维修资金使用（应急快速流程）", en: "use of the maintenance fund, emergency"),
    review: FundParameters.streetReviewWorkdays, advance: FundParameters.emergencyAdvance,
    reviewNeeds: [.attachment("site check")])
}
