internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading 25: a notice and a decision have a document with a number. Parameters: none.
extension ProposalInvariant {
  static let documentMissing = ProposalInvariant(code: "document-missing", article: "D11",
    zh: "须有文号", en: "a notice and a decision have the number of their document"
  ) { (attempt: ProposalAttempt) in
    guard attempt.document?.isEmpty ?? true else { return nil }
    return Refusal(
      "document-missing", article: "D11", zh: "没有文号", en: "no document is named",
      help: Bilingual(zh: "加 --document", en: "give --document"))
  }
}
