internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading: who decides holds an office on the day. Parameters: none.
extension ProposalInvariant {
  static let officerNotInOffice = ProposalInvariant(code: "officer-not-in-office", article: "D13",
    zh: "经办人须在任", en: "the officer is in office"
  ) { (attempt: ProposalAttempt) in
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }
}
