internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: before the works are accepted no more is paid than the step's share of what was approved. Parameters: none.
extension FundInvariant {
  static let advanceOverLimit = FundInvariant(code: "advance-over-limit", article: "A14", zh: "预拨不超过比例",
    en: "payments before acceptance stay within a share"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .advance(let amount) = attempt.command.action, let share = attempt.step.atMost else { return nil }
    let approved = attempt.fundCase?.approved ?? .zero
    let paid = attempt.fundCase?.paid ?? .zero
    let limit = Money(fen: share.of(approved.fen))
    if let sum = paid.adding(amount), sum <= limit { return nil }
    return Refusal(
      "advance-over-limit", article: "A14", zh: "验收前拨付不超过批准金额的\(share)，即\(limit)元；已拨\(paid)元，再拨\(amount)元",
      en:
        "at most \(share) of the approved amount, \(limit) yuan, is paid before acceptance; \(paid) are paid, \(amount) more asked"
    )
  }
}
