internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: common parts and facilities, and nothing that the developer, a specialised company, a liable person or the enterprise bears (建设部令165号 18, 25). Parameters: none.
extension FundInvariant {
  static let itemIneligible = FundInvariant(code: "item-ineligible", article: "165号令 18, 25", zh: "不得列支的费用不列支",
    en: "the fund pays for common parts, not for what others bear"
  ) { (attempt: FundAttempt) throws(Refusal) in
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
}
