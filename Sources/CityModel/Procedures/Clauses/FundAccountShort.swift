internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: no account falls below zero; what it lacks is a receivable from its owners. Parameters: none.
extension FundInvariant {
  static let accountShort = FundInvariant(code: "account-short", article: "A14", zh: "账户不得付成负数",
    en: "no account falls below zero"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.payment != nil, let parts = attempt.parts else { return nil }
    for part in parts {
      let held = attempt.slice.accounts.first { $0.code == part.account }?.available ?? .zero
      guard part.amount > held else { continue }
      return Refusal(
        "account-short", article: "A14", zh: "账户 `\(part.account)` 应付\(part.amount)元，只有\(held)元，差额为该账户业主的应收款",
        en: "the account `\(part.account)` is to pay \(part.amount) yuan and holds \(held): the rest is a receivable from its owners",
        help: Bilingual(zh: "续交到账并对账后再拨付", en: "pay once they have topped it up and the account is reconciled"))
    }
    return nil
  }
}
