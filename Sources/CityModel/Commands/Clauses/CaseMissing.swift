internal import Columns

/// A1: 市住建局负责全市物业管理活动的监督管理、业务指导、督导检查、协调调度等具体工作。
/// Reading: a command is about a case of the register. Parameters: none.
extension CommandClause {
  static let caseMissing = CommandClause(
    "case-missing", "D13", zh: "案件须已在台账", en: "the case is in the register"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.subject == .existing, attempt.subject == nil else { return nil }
    return Refusal(
      "case-missing", article: attempt.description.article, zh: "没有\(attempt.description.table.chinese) `\(attempt.command.subject)`",
      en: "there is no \(attempt.description.table.name) `\(attempt.command.subject)`")
  }
}
