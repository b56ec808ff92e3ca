internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: an amount is more than zero. Parameters: none.
extension FundInvariant {
  static let amountNotPositive = FundInvariant(code: "amount-not-positive", article: "A14", zh: "金额须大于零",
    en: "an amount is more than nothing"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard let amount = attempt.amount, amount <= .zero else { return nil }
    return Refusal("amount-not-positive", article: "A14", zh: "金额须大于零", en: "the amount is not more than zero")
  }
}
