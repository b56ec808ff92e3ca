internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: who submits a request does not decide it, whatever a procedure says. Parameters: none.
extension FundInvariant {
  static let proposerDecides = FundInvariant(code: "proposer-decides", article: "D13", zh: "提交、更换主体的人不得审批",
    en: "who submits or names another applicant does not decide"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.isDecision, let done = attempt.fundCase?.done,
      (Array(done.prefix(1)) + done.filter { $0.step == FundProcedure.substitution }).contains(where: { $0.officer == attempt.officer.id })
    else { return nil }
    return Refusal(
      "proposer-decides", article: "D13", zh: "提交人不得审批同一申请", en: "who submits a request does not decide it")
  }
}
