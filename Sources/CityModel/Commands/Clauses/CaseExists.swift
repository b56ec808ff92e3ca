internal import Columns

/// A1: 市住建局负责全市物业管理活动的监督管理、业务指导、督导检查、协调调度等具体工作。
/// Reading: one number is one case. Parameters: none.
extension CommandClause {
  static let caseExists = CommandClause(
    "case-exists", "D13", zh: "编号不得重复", en: "a new case has a new number"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.subject == .new, attempt.subject != nil else { return nil }
    return Refusal(
      "case-exists", article: attempt.description.article,
      zh: "\(attempt.description.table.chinese) `\(attempt.command.subject)` 已经存在",
      en: "the \(attempt.description.table.name) `\(attempt.command.subject)` exists already")
  }
}
