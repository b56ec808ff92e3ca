internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading: each county decides about its own lists. Parameters: none.
extension ProposalInvariant {
  static let officerDivision = ProposalInvariant(code: "officer-division", article: "A7",
    zh: "属地办理", en: "an officer acts in the own division"
  ) { (attempt: ProposalAttempt) in
    guard attempt.officer.level == .county, attempt.officer.division != attempt.proposal.county else { return nil }
    return Refusal(
      "officer-division", article: "A7", zh: "提请属于 \(attempt.proposal.county)，\(attempt.officer.name)属于 \(attempt.officer.division)",
      en: "the proposal is of \(attempt.proposal.county), \(attempt.officer.name) is of \(attempt.officer.division)")
  }
}
