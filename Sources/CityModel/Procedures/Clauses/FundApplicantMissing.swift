internal import Columns

/// A14: 严禁作为维修资金申请、使用的主体
/// Reading 18: an enterprise, named by its code; by parameter the owners' committee, the interim committee or the community instead. Parameters: `fund.substituteApplicants`.
extension FundInvariant {
  static let applicantMissing = FundInvariant(code: "applicant-missing", article: "A14", zh: "申请主体须写明",
    en: "who applies is named, and may"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let submission = attempt.submission
    switch attempt.command.action {
    case .submit, .substitute: break
    case .confirm, .approve, .refuse, .advance, .balance: return nil
    }
    guard FundRequest.applicantKinds.index(of: submission.applicantKind) != nil else {
      return Refusal(
        "applicant-missing", article: "A14", zh: "申请主体类型 `\(submission.applicantKind)` 不明",
        en: "`\(submission.applicantKind)` is no kind of applicant")
    }
    if submission.applicantKind == "enterprise" || submission.applicantKind == "企业" {
      guard submission.applicant?.isEmpty ?? true else { return nil }
      return Refusal("applicant-missing", article: "A14", zh: "企业申请须写明企业", en: "the applying enterprise is not named")
    }
    guard try !attempt.read(FundParameters.substituteApplicants) else { return nil }
    return Refusal(
      "applicant-missing", article: "A14", zh: "只有企业可以申请", en: "only an enterprise may apply")
  }
}
