internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: who submits a request does not decide it, whatever a procedure says. Parameters: none.
extension FundInvariant {
  static let proposerDecides = FundInvariant(code: "proposer-decides", article: "D13") { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.isDecision, let first = attempt.fundCase?.done.first, first.officer == attempt.officer.id else {
      return nil
    }
    return Refusal(
      "proposer-decides", article: "D13", zh: "提交人不得审批同一申请", en: "who submits a request does not decide it")
  }
}
