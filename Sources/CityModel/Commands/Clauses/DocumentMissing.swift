internal import Columns

/// A8: 依法依规启动物业服务企业退出机制
/// Reading 25: a decision that weighs on somebody has a document with a number. Parameters: none.
extension CommandClause {
  static let documentMissing = CommandClause(
    "document-missing", "D11", zh: "作出决定须有文号", en: "a decision has the number of its document"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.isDecision, CaseValue.trimmed(attempt.command.document ?? "").isEmpty else { return nil }
    return Refusal(
      "document-missing", article: "D11", zh: "`\(attempt.description.chinese)` 须有文号（--document）",
      en: "`\(attempt.description.name)` needs the number of its document (--document)")
  }
}
