internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading: who does not meet every criterion of the red list is not put on it, whatever a script says. Parameters: none.
extension ProposalInvariant {
  static let redCriterionUnmet = ProposalInvariant(code: "red-criterion-unmet", article: "A7", zh: "红榜企业须符合全部条件", en: "an enterprise of the red list meets every criterion") {
    (attempt: ProposalAttempt) in attempt.action == .accept ? redCriterionUnmet(attempt.proposal, unmet: attempt.slice.unmet) : nil
  }

  static func redCriterionUnmet(_ proposal: ProposalCase, unmet: [Bilingual]) -> Refusal? {
    guard proposal.kind == "red_list", !unmet.isEmpty else { return nil }
    return Refusal(
      "red-criterion-unmet", article: "A7", zh: "不符合红榜条件：\(unmet.map(\.zh).joined(separator: "；"))",
      en: "the criteria of the red list are not met: \(unmet.map(\.en).joined(separator: "; "))",
      help: Bilingual(zh: "xize why 企业 red_list --district 县区 列出各项条件", en: "`xize why ENTERPRISE red_list --district COUNTY` lists them all"))
  }
}
