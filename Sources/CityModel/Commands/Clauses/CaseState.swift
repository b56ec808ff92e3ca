internal import Columns

/// A8: 按照规定程序予以解聘
/// Reading: every matter has its steps, a dismissal as any other. Parameters: none.
extension CommandClause {
  static let caseState = CommandClause(
    "case-state", "D13", zh: "案件须处于可办理的状态", en: "the case is in a state that lets it be done"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let from = attempt.description.from, let subject = attempt.subject else { return nil }
    let word = subject.text(from.field) ?? ""
    guard !from.words.contains(word) else { return nil }
    let chinese = from.words.map { CaseValue.text($0).shown(as: from.field.type, chinese: true) }.joined(separator: "、")
    return Refusal(
      "case-state", article: attempt.description.article,
      zh: "现为“\(subject[from.field].shown(as: from.field.type, chinese: true))”，须为\(chinese)时才能`\(attempt.description.chinese)`",
      en: "it is `\(word)`; `\(attempt.description.name)` is done when it is \(from.words.map { "`\($0)`" }.joined(separator: " or "))")
  }
}
