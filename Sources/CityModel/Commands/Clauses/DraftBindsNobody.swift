internal import Columns

/// Title: （征求意见稿）
/// Reading: until its adoption is recorded, or where another text in force is named, a draft binds nobody. Parameters: none.
extension CommandClause {
  static let draftBindsNobody = CommandClause(
    "draft-binds-nobody", "§1.4", zh: "征求意见稿在通过之前对任何人没有约束力", en: "a draft binds nobody until its adoption is recorded"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.isDecision,
      !PolicyDraft.allows(
        basis: attempt.command.basis, law: attempt.description.law, versions: attempt.related[CommandClause.policies] ?? [], on: attempt.day)
    else { return nil }
    return PolicyDraft.refusal(article: attempt.description.article, of: attempt.description.chinese, attempt.description.name)
  }
}
