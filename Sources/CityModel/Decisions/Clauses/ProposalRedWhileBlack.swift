internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading 14: nobody is red and black at once in one county. Parameters: none.
extension ProposalInvariant {
  static let redWhileBlack = ProposalInvariant(code: "red-while-black", article: "A7",
    zh: "黑榜企业不得同时在红榜", en: "an enterprise on the black list is not on the red one"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .accept, attempt.proposal.kind == "red_list", let black = attempt.slice.standing.first(where: \.isBlack)
    else { return nil }
    return Refusal(
      "red-while-black", article: "A7", zh: "企业在本县（区）黑榜（\(black.document)），不得同时列入红榜",
      en: "the enterprise is on this county's black list (\(black.document)) and cannot be on the red one too")
  }
}
