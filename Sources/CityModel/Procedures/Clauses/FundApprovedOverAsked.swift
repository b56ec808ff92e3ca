internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: no more is approved than was asked for. Parameters: none.
extension FundInvariant {
  static let approvedOverAsked = FundInvariant(code: "approved-over-asked", article: "A14", zh: "批准不超过申请",
    en: "what is approved is at most what was asked for"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .approve(let amount) = attempt.command.action, amount > attempt.submission.amount else { return nil }
    return Refusal(
      "approved-over-asked", article: "A14", zh: "批准\(amount)元超过申请\(attempt.submission.amount)元",
      en: "\(amount) yuan is more than the \(attempt.submission.amount) asked for")
  }
}
