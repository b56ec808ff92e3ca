internal import Columns

/// Clauses about what the money is spent on, 住宅专项维修资金管理办法 18 and 25.
enum FundItemInvariants {
  /// 下列费用不得从住宅专项维修资金中列支.
  static func eligible(_ attempt: FundAttempt) -> Refusal? {
    guard !attempt.isRefusal else { return nil }
    for item in attempt.submission.items {
      if let bearer = FundItems.bearers[item] {
        return Refusal(
          "item-ineligible", article: "165号令 18, 25", zh: "“\(FundItems.chinese(item))”不得从维修资金列支：\(bearer.zh)",
          en: "the fund does not pay for `\(item)`: \(bearer.en)")
      }
      guard FundItems.payable.index(of: item) == nil else { continue }
      return Refusal(
        "item-ineligible", article: "165号令 18, 25", zh: "`\(item)` 不是维修资金可列支的项目", en: "`\(item)` is nothing that the fund pays for",
        help: Bilingual(
          zh: FundItems.payable.values.map(\.chinese).joined(separator: "、"), en: FundItems.payable.values.map(\.name).joined(separator: ", ")))
    }
    return nil
  }

  /// 保修期满后: 建设工程质量管理条例 40 keeps water out for five years, and the rest for two. The register knows the year of
  /// completion, so the year in which the warranty ends counts as over.
  static func pastWarranty(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard case .submit(let submission) = attempt.command.action, let built = attempt.slice.builtYear else { return nil }
    let years = try attempt.read(
      FundItems.isWaterproofing(submission) ? FundParameters.waterproofWarrantyYears : FundParameters.otherWarrantyYears)
    guard attempt.day.year < built + years else { return nil }
    return Refusal(
      "item-under-warranty", article: "165号令 18, 25(1)", zh: "项目 \(built) 年建成，保修\(years)年未满，由建设单位承担",
      en: "the estate was completed in \(built): within the warranty of \(years) years the developer bears the cost")
  }
}
