internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: nothing is asked, approved or paid beyond what the accounts hold. Parameters: none.
extension FundInvariant {
  static let amountOverBalance = FundInvariant(code: "amount-over-balance", article: "A14", zh: "不超过账户余额",
    en: "nothing is asked, approved or paid beyond the accounts"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let balance = attempt.slice.balance ?? .zero
    guard let amount = attempt.amount, amount > balance else { return nil }
    return Refusal(
      "amount-over-balance", article: "A14", zh: "账户余额\(balance)元，不足\(amount)元",
      en: "the accounts hold \(balance) yuan, less than \(amount)")
  }
}
