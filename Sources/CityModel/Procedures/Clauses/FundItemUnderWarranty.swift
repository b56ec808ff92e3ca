internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: the developer bears what is under warranty (建设部令165号 25); the register knows the year of completion, so the year in which the warranty ends counts as over. Parameters: `fund.waterproofWarrantyYears`, `fund.otherWarrantyYears`.
extension FundInvariant {
  static let itemUnderWarranty = FundInvariant(code: "item-under-warranty", article: "165号令 18, 25(1)", zh: "保修期满后才列支",
    en: "the fund pays after the warranty"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .submit(let submission) = attempt.command.action, let built = attempt.slice.builtYear else { return nil }
    let years = try attempt.read(
      FundItems.isWaterproofing(submission) ? FundParameters.waterproofWarrantyYears : FundParameters.otherWarrantyYears)
    guard attempt.day.year < built + years else { return nil }
    return Refusal(
      "item-under-warranty", article: "165号令 18, 25(1)", zh: "项目 \(built) 年建成，保修\(years)年未满，由建设单位承担",
      en: "the estate was completed in \(built): within the warranty of \(years) years the developer bears the cost")
  }
}
