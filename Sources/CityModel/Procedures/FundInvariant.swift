/// One clause that no command passes: a function, its code and its article. Checked again at the moment of every decision.
public struct FundInvariant: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (FundAttempt) throws(Refusal) -> Refusal?

  init(code: String, article: String, zh: String, en: String, check: @escaping @Sendable (FundAttempt) throws(Refusal) -> Refusal?) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [FundInvariant] = [
    .casePositionStale, .procedureRevision, .timeRunsBackwards, .stepOutOfOrder, .officerNotInOffice, .officerLevel,
    .officerDivision, .proposerDecides, .samePerson, .documentMissing, .basisUnclear, .draftBindsNobody,
    .applicantMissing, .applicantBlackListed, .userBlackListed, .substituteNotNeeded, .voteMissing, .voteUnknown,
    .voteNotCarried, .resolutionExpired, .resolutionExceeded, .emergencyCategory, .itemIneligible, .itemUnderWarranty,
    .needMissing, .amountNotPositive, .smallOverLimit, .smallOverYear, .balanceUnknown, .amountOverBalance,
    .accountAreaMissing, .approvedOverAsked, .paymentOverApproved, .advanceOverLimit, .payeeMissing,
    .allocationMissing, .accountShort, .publicityRunning, .auditMissing, .stepRefused,
  ]
}
