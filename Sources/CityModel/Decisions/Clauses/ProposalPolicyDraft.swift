internal import Columns

/// Title: （征求意见稿）
/// Reading: nothing is decided on a draft until its adoption is recorded. Parameters: none.
extension ProposalInvariant {
  static let policyDraft = ProposalInvariant(code: "policy-draft", article: "D11",
    zh: "征求意见稿不能据以决定", en: "nothing is decided on a draft"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .accept, attempt.slice.adoptedBy == nil else { return nil }
    return Refusal(
      "policy-draft", article: "D11", zh: "市级文件仍是征求意见稿，不能据以作出决定", en: "the city's text is a draft for comments, on which nothing can be decided",
      help: Bilingual(zh: "文件印发后用 `xize adopt` 登记", en: "once it is issued, record that with `xize adopt`"))
  }
}
