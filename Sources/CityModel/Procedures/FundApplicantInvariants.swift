internal import Columns

/// Clauses about who applies, who uses the money, and whose decision it is.
enum FundApplicantInvariants {
  /// Someone who may applies; an enterprise is named by its code.
  static func applicant(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard case .submit(let submission) = attempt.command.action else { return nil }
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
        zh: "可由业主委员会、物管会或社区申请", en: "the owners' committee, the interim committee or the community may apply"))
  }

  /// 严禁作为维修资金……使用的主体.
  static func userNotBlack(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard let entry = try black(attempt.submission.user, attempt) else { return nil }
    return Refusal(
      "user-black-listed", article: "A14",
      zh: "使用企业自 \(entry.from) 起在黑榜（\(entry.document)），不得作为维修资金使用主体",
      en: "the user has been on a black list since \(entry.from) (\(entry.document)) and may not use the fund",
      help: Bilingual(zh: "可另选不在黑榜的企业施工", en: "another enterprise may do the works"))
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

  /// The owners decide on the use of the fund (278(5)); only an emergency may go without (281). A small request rests on a
  /// standing resolution, which is such a decision.
  static func vote(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.submission.kind != .emergency, !attempt.isRefusal,
      !(attempt.submission.vote ?? "").contains(where: { !$0.isWhitespace })
    else { return nil }
    return Refusal(
      "vote-missing", article: "Civil Code 278, 281", zh: "使用维修资金须由业主共同决定，仅应急情形除外",
      en: "the owners decide on the use of the fund, except in an emergency",
      help: Bilingual(
        zh: "写明业主决定或授权决议的文号", en: "name the document of the owners' decision or of their standing resolution"))
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
