internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: who acts holds an office on the day. Parameters: none.
extension FundInvariant {
  static let officerNotInOffice = FundInvariant(code: "officer-not-in-office", article: "D13", zh: "经办人须在任",
    en: "the officer is in office"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }
}
