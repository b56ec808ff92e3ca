internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: steps follow one another in time. Parameters: none.
extension FundInvariant {
  static let timeRunsBackwards = FundInvariant(code: "time-runs-backwards", article: "A14", zh: "办理时间不得早于上一步",
    en: "a case moves forward in time"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard let last = attempt.fundCase?.done.last, attempt.now < last.at else { return nil }
    return Refusal(
      "time-runs-backwards", article: "A14", zh: "时间早于上一步骤（\(last.at)）",
      en: "earlier than the step before it (\(last.at))")
  }
}
