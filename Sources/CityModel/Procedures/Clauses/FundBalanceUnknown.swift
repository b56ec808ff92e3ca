internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: what the accounts hold is in the register, or stated where it has none of the estate. Parameters: none.
extension FundInvariant {
  static let balanceUnknown = FundInvariant(code: "balance-unknown", article: "A14", zh: "账户余额须已知",
    en: "what the accounts hold is known"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .submit = attempt.command.action, attempt.slice.balance == nil else { return nil }
    return Refusal(
      "balance-unknown", article: "A14", zh: "台账中没有该项目的维修资金账户", en: "the register has no account of the estate",
      help: Bilingual(zh: "先用 xize do 开立账户 录入，或写明 --balance", en: "enter it first: xize do open-account; or give --balance"))
  }
}
