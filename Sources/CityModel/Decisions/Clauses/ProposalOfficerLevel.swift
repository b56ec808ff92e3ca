internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading: the county lists and publishes, so that its officers decide. Parameters: none.
extension ProposalInvariant {
  static let officerLevel = ProposalInvariant(code: "officer-level", article: "A7",
    zh: "由县（区）级决定", en: "the county decides"
  ) { (attempt: ProposalAttempt) in
    guard attempt.officer.level != .county else { return nil }
    return Refusal(
      "officer-level", article: "A7", zh: "提请由县（区）级工作人员决定，\(attempt.officer.name)是\(attempt.officer.level.rawValue)级",
      en: "proposals are decided by officers of the county, \(attempt.officer.name) is of the level \(attempt.officer.level.rawValue)")
  }
}
