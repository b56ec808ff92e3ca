internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: an account holds no less than nothing; what it lacks is a receivable. Parameters: none.
extension CityInvariant {
  static let balanceNegative = CityInvariant(
    "balance-negative", "A14", on: FundAccount.schema, zh: "账户余额不得为负（不足记为应收）", en: "no account is below zero: what it lacks is a receivable"
  ) { (changed: ChangedRow) throws(Refusal) in
    for field in [FundAccount.balance, FundAccount.firstDeposit] {
      if let fen = changed.row.number(field), fen < 0 { return Bilingual(zh: "“\(field.chinese)”为负数", en: "`\(field.name)` is negative") }
    }
    return nil
  }
}
