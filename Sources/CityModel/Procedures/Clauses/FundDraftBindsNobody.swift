internal import Columns

/// Title: （征求意见稿）
/// Reading: until its adoption is recorded, or where another text in force is named, a draft binds nobody. Parameters: none.
extension FundInvariant {
  static let draftBindsNobody = FundInvariant(code: "draft-binds-nobody", article: "§1.4", zh: "征求意见稿在通过之前对任何人没有约束力",
    en: "a draft binds nobody until its adoption is recorded"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.isDecision, !PolicyDraft.allows(basis: attempt.command.basis, versions: attempt.slice.policies, on: attempt.day)
    else { return nil }
    return PolicyDraft.refusal(article: "§1.4", of: attempt.step.chinese, attempt.step.name)
  }
}
