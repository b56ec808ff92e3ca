internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: all payments together are no more than was approved. Parameters: none.
extension FundInvariant {
  static let paymentOverApproved = FundInvariant(code: "payment-over-approved", article: "A14", zh: "拨付合计不超过批准",
    en: "what is paid in all is at most what was approved"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard let amount = attempt.payment else { return nil }
    let approved = attempt.fundCase?.approved ?? .zero
    let paid = attempt.fundCase?.paid ?? .zero
    if let sum = paid.adding(amount), sum <= approved { return nil }
    return Refusal(
      "payment-over-approved", article: "A14", zh: "已拨付\(paid)元，再拨\(amount)元将超过批准的\(approved)元",
      en: "\(paid) yuan are paid; \(amount) more would exceed the \(approved) approved")
  }
}
