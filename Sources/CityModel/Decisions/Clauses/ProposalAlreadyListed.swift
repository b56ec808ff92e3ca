internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading 14: one entry of an enterprise on a list of a county. Parameters: none.
extension ProposalInvariant {
  static let alreadyListed = ProposalInvariant(code: "already-listed", article: "A7",
    zh: "同一榜单不重复列入", en: "an enterprise is on a list once"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .accept, attempt.proposal.isListing,
      let same = attempt.slice.standing.first(where: { $0.isBlack == (attempt.proposal.kind == "black_list") })
    else { return nil }
    return Refusal(
      "already-listed", article: "A7", zh: "企业已在该榜（\(same.document)）", en: "the enterprise is on that list already (\(same.document))")
  }
}
