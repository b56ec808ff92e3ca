internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: each step in its turn, none left out, none after the end. Parameters: none.
extension FundInvariant {
  static let stepOutOfOrder = FundInvariant(code: "step-out-of-order", article: "A14", zh: "按顺序办理，不得漏步",
    en: "each step in its turn, none left out"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let next = FundProcedure.next(attempt.fundCase, attempt.procedure)
    // Another applicant may come in at any time before the end.
    if attempt.isSubstitution, !next.isEmpty { return nil }
    guard !next.contains(where: { $0.name == attempt.step.name }) else { return nil }
    return Refusal(
      "step-out-of-order", article: "A14",
      zh: next.isEmpty
        ? "案件已经办结，不能再办 `\(attempt.step.chinese)`"
        : "现在应办 `\(next.map(\.chinese).joined(separator: "、"))`，不是 `\(attempt.step.chinese)`",
      en: next.isEmpty
        ? "the case is closed; `\(attempt.step.name)` cannot follow"
        : "`\(next.map(\.name).joined(separator: "`, `"))` comes next, not `\(attempt.step.name)`")
  }
}
