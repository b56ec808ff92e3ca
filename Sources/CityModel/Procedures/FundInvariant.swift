/// One clause that no command passes: a function, its code and its article. Checked again at the moment of every decision.
public struct FundInvariant: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  let check: @Sendable (FundAttempt) throws(Refusal) -> Refusal?

  /// Every clause, in the order in which they are checked.
  public static let all: [FundInvariant] = [
    .init(code: "case-position-stale", article: "D13", check: FundCaseInvariants.position),
    .init(code: "procedure-revision", article: "D10", check: FundCaseInvariants.revision),
    .init(code: "time-runs-backwards", article: "A14", check: FundCaseInvariants.time),
    .init(code: "step-out-of-order", article: "A14", check: FundCaseInvariants.order),
    .init(code: "officer-not-in-office", article: "D13", check: FundOfficerInvariants.inOffice),
    .init(code: "officer-level", article: "A14", check: FundOfficerInvariants.level),
    .init(code: "officer-division", article: "A14", check: FundOfficerInvariants.division),
    .init(code: "proposer-decides", article: "D13", check: FundOfficerInvariants.proposerDecides),
    .init(code: "same-person", article: "D13", check: FundOfficerInvariants.samePerson),
    .init(code: "document-missing", article: "D11", check: FundCaseInvariants.document),
    .init(code: "applicant-missing", article: "A14", check: FundApplicantInvariants.applicant),
    .init(code: "applicant-black-listed", article: "A14", check: FundApplicantInvariants.applicantNotBlack),
    .init(code: "user-black-listed", article: "A14", check: FundApplicantInvariants.userNotBlack),
    .init(code: "vote-missing", article: "Civil Code 278, 281", check: FundApplicantInvariants.vote),
    .init(code: "emergency-category", article: "Civil Code 281", check: FundApplicantInvariants.emergency),
    .init(code: "need-missing", article: "A14", check: FundCaseInvariants.needs),
    .init(code: "amount-not-positive", article: "A14", check: FundAmountInvariants.positive),
    .init(code: "small-over-limit", article: "A14", check: FundAmountInvariants.small),
    .init(code: "small-over-year", article: "A14", check: FundAmountInvariants.smallYear),
    .init(code: "amount-over-balance", article: "A14", check: FundAmountInvariants.withinBalance),
    .init(code: "approved-over-asked", article: "A14", check: FundAmountInvariants.withinAsked),
    .init(code: "payment-over-approved", article: "A14", check: FundAmountInvariants.withinApproved),
    .init(code: "advance-over-limit", article: "A14", check: FundAmountInvariants.advance),
    .init(code: "audit-missing", article: "A14", check: FundAmountInvariants.audit),
    .init(code: "step-refused", article: "D10", check: FundCaseInvariants.notRefused),
  ]
}
