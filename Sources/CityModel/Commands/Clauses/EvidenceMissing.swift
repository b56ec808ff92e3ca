internal import Columns

/// A7: 予以约谈、通报、记入信用档案
/// Reading 25: what is held against somebody comes with papers. Parameters: none.
extension CommandClause {
  static let evidenceMissing = CommandClause(
    "evidence-missing", "D11", zh: "须附证据材料", en: "what must be proved comes with papers"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.evidence, !attempt.command.attachments.contains(where: { !CaseValue.trimmed($0).isEmpty })
    else { return nil }
    return Refusal(
      "evidence-missing", article: "D11", zh: "`\(attempt.description.chinese)` 须附材料（--attach）",
      en: "`\(attempt.description.name)` needs papers (--attach)")
  }
}
