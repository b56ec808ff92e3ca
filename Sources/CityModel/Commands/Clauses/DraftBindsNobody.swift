internal import Columns

/// Title: （征求意见稿）
/// Reading: until its adoption is recorded, or where another text in force is named, a draft binds nobody. Parameters: none.
extension CommandClause {
  static let draftBindsNobody = CommandClause(
    "draft-binds-nobody", "§1.4", zh: "征求意见稿在通过之前对任何人没有约束力", en: "a draft binds nobody until its adoption is recorded"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.description.isDecision else { return nil }
    let versions = attempt.related[CommandClause.policies] ?? []
    func isInForce(_ version: CaseRow) -> Bool {
      guard let adopted = version.day(PolicyVersion.adoptedOn), adopted <= attempt.day else { return false }
      return version.day(PolicyVersion.endedOn).map { attempt.day <= $0 } ?? true
    }
    if let basis = attempt.command.basis {
      let cited = versions.first { version in
        !isInForce(version)
          && [version.text(PolicyVersion.document), version.text(PolicyVersion.title)].contains { text in
            text.map { !$0.isEmpty && basis.contains($0) } ?? false
          }
      }
      guard cited != nil || basis.contains("征求意见") else { return nil }
    } else if attempt.description.law != nil || versions.contains(where: isInForce) {
      return nil
    }
    return Refusal(
      "draft-binds-nobody", article: attempt.description.article,
      zh: "实施意见仍是征求意见稿，不能据以`\(attempt.description.chinese)`",
      en: "the city's text is a draft for comments: `\(attempt.description.name)` cannot rest on it",
      help: Bilingual(
        zh: "由市级记录通过（xize do adopt-policy），或用 --basis 写明已生效的依据", en: "the city records its adoption (xize do adopt-policy), or name a text in force with --basis"))
  }
}
