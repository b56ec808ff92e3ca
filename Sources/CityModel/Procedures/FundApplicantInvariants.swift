internal import Columns

/// Clauses about who applies, who uses the money, and whose decision it is.
enum FundApplicantInvariants {
  /// Someone who may applies; an enterprise is named by its code.
  static func applicant(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
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

  /// 对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请……的主体.
  static func applicantNotBlack(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard let entry = try black(attempt.submission.applicant, attempt) else { return nil }
    return Refusal(
      "applicant-black-listed", article: "A14",
      zh: "申请企业自 \(entry.from) 起在黑榜（\(entry.document)），不得作为维修资金申请主体",
      en:
        "the applicant has been on a black list since \(entry.from) (\(entry.document)) and may not apply for the fund",
      help: Bilingual(
        zh: "可由业主委员会、物管会或社区代为申请（xize do fund substitute）",
        en: "the owners' committee, the interim committee or the community may apply instead (xize do fund substitute)"))
  }

  /// 严禁作为维修资金……使用的主体.
  static func userNotBlack(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard let entry = try black(attempt.submission.user, attempt) else { return nil }
    return Refusal(
      "user-black-listed", article: "A14",
      zh: "使用企业自 \(entry.from) 起在黑榜（\(entry.document)），不得作为维修资金使用主体",
      en: "the user has been on a black list since \(entry.from) (\(entry.document)) and may not use the fund",
      help: Bilingual(
        zh: "可另选不在黑榜的企业施工（xize do fund substitute）", en: "another enterprise may do the works (xize do fund substitute)"))
  }

  /// The entry in effect on the day of the command: at the submission, at every step, at each payment. A refusal of the request
  /// is always possible.
  private static func black(_ enterprise: String?, _ attempt: FundAttempt) throws(Refusal) -> FundSlice.BlackEntry? {
    guard let enterprise, !enterprise.isEmpty, !attempt.isRefusal else { return nil }
    let scope = try attempt.read(ListParameters.blackScope)
    return attempt.slice.blackEntries.first {
      $0.enterprise == enterprise && $0.isInEffect(on: attempt.day)
        && (scope == .city || $0.county == attempt.submission.county)
    }
  }

  /// 在途申请: who applies or does the works is changed only where a black list has frozen the request, or where nobody was named.
  static func substitution(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard case .substitute(let parties) = attempt.command.action, let old = attempt.fundCase?.submission else { return nil }
    let isOtherApplicant = (parties.applicantKind, parties.applicant) != (old.applicantKind, old.applicant)
    let isOtherUser = parties.user != old.user
    guard isOtherApplicant || isOtherUser else {
      return Refusal("substitute-not-needed", article: "A14", zh: "申请企业和使用企业都没有变", en: "neither the applicant nor the user is another")
    }
    for (isOther, enterprise) in [(isOtherApplicant, old.applicant), (isOtherUser && old.user != nil, old.user)] where isOther {
      guard try black(enterprise, attempt) == nil else { continue }
      return Refusal(
        "substitute-not-needed", article: "A14", zh: "原\(enterprise == old.user && isOtherUser ? "使用" : "申请")主体不在黑榜，不必更换",
        en: "who is to be replaced is on no black list",
        help: Bilingual(zh: "不予批准后另行申请", en: "refuse the request and let another be submitted"))
    }
    return nil
  }

  /// An emergency is one of those that are known as such.
  static func emergency(_ attempt: FundAttempt) -> Refusal? {
    guard case .submit(let submission) = attempt.command.action, submission.kind == .emergency else { return nil }
    guard let at = FundRequest.categories.index(of: submission.category),
      FundRequest.categories.values[at].name != "other"
    else {
      return Refusal(
        "emergency-category", article: "Civil Code 281", zh: "`\(submission.category)` 不属于应急维修情形（建办房〔2015〕52号）",
        en: "`\(submission.category)` is no emergency")
    }
    return nil
  }
}
