internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: larger works are settled on an audit. Parameters: `fund.auditFreeMax`.
extension FundInvariant {
  static let auditMissing = FundInvariant(code: "audit-missing", article: "A14", zh: "较大工程凭审计结算",
    en: "larger works are settled on an audit"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .balance = attempt.command.action, let approved = attempt.fundCase?.approved else { return nil }
    let free = try attempt.read(FundParameters.auditFreeMax)
    guard approved > free, !attempt.attachments.contains("audit") else { return nil }
    return Refusal(
      "audit-missing", article: "A14", zh: "批准金额超过\(free)元，结算须附 `审计报告`",
      en: "more than \(free) yuan were approved: the settlement needs `audit`")
  }
}
