internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: the street is that of the estate, and so is the community where it is recorded. Parameters: none.
extension FundInvariant {
  static let officerDivision = FundInvariant(code: "officer-division", article: "A14", zh: "属地办理",
    en: "an officer acts in the own division"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let officer = attempt.officer
    let submission = attempt.submission
    let isHere =
      switch officer.level {
      case .city: submission.county.hasPrefix(officer.division) && !officer.division.isEmpty
      case .county: officer.division == submission.county
      case .street: officer.division == submission.street
      case .community: officer.isOfCommunity(attempt.slice.community, in: submission.street)
      }
    guard !isHere else { return nil }
    return Refusal(
      "officer-division", article: "A14", zh: "\(officer.name)（\(officer.division)）不是项目属地（\(submission.street)）的工作人员",
      en: "\(officer.name) (\(officer.division)) is not an officer of the estate's place (\(submission.street))")
  }
}
