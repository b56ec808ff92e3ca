internal import Columns

/// 民法典 283: 建筑物及其附属设施的费用分摊
/// Reading: a payment comes out of the accounts by their shares, which together are enough for it. Parameters: none.
extension FundInvariant {
  static let allocationMissing = FundInvariant(code: "allocation-missing", article: "A14, Civil Code 283", zh: "拨付前费用须已分摊到账户",
    en: "a cost is divided over the accounts before it is paid"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.payment != nil, attempt.parts == nil else { return nil }
    return Refusal(
      "allocation-missing", article: "A14, Civil Code 283", zh: "费用尚未足额分摊到账户", en: "the cost is not divided over the accounts, or not all of it",
      help: Bilingual(
        zh: "先用 xize do 分摊费用 \(attempt.submission.number)", en: "divide it first: xize do allocate-cost \(attempt.submission.number)"))
  }
}
