/// One clause that no command passes: a function, its code and its article. Checked again at the moment of every decision.
public struct FundInvariant: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  let check: @Sendable (FundAttempt) throws(Refusal) -> Refusal?

  /// Every clause, in the order in which they are checked.
  public static let all: [FundInvariant] = [
    .casePositionStale, .procedureRevision, .timeRunsBackwards, .stepOutOfOrder, .officerNotInOffice, .officerLevel,
    .officerDivision, .proposerDecides, .samePerson, .documentMissing, .applicantMissing, .applicantBlackListed,
    .userBlackListed, .voteMissing, .emergencyCategory, .needMissing, .amountNotPositive, .smallOverLimit,
    .smallOverYear, .amountOverBalance, .approvedOverAsked, .paymentOverApproved, .advanceOverLimit, .auditMissing,
    .stepRefused,
  ]
}
