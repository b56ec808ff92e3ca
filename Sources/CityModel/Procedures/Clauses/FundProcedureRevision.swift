internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: a request keeps the procedure, and the revision of it, under which it began. Parameters: none.
extension FundInvariant {
  static let procedureRevision = FundInvariant(code: "procedure-revision", article: "D10", zh: "案件适用受理时的流程",
    en: "a case keeps the procedure that it began under"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let isRight: Bool
    if let fundCase = attempt.fundCase {
      isRight = fundCase.procedure == attempt.procedure.name && fundCase.revision == attempt.procedure.revision
    } else {
      isRight = attempt.submission.kind.procedureName == attempt.procedure.name
    }
    guard !isRight else { return nil }
    return Refusal(
      "procedure-revision", article: "D10",
      zh:
        "案件适用 `\(attempt.fundCase?.procedure ?? attempt.submission.kind.procedureName)` \(attempt.fundCase?.revision ?? "")，不是 `\(attempt.procedure.name)` \(attempt.procedure.revision)",
      en:
        "the case runs under `\(attempt.fundCase?.procedure ?? attempt.submission.kind.procedureName)` \(attempt.fundCase?.revision ?? ""), not under `\(attempt.procedure.name)` \(attempt.procedure.revision)"
    )
  }
}
