internal import Columns

/// A14: 对纳入“黑榜”的物业服务企业
/// Reading 18, 19: a request frozen by a black list waits for another applicant or user; who is on none is not replaced. Parameters: `list.blackScope`.
extension FundInvariant {
  static let substituteNotNeeded = FundInvariant(code: "substitute-not-needed", article: "A14", zh: "只有被黑榜冻结的申请才更换主体",
    en: "only a request frozen by a black list gets another applicant or user"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .substitute(let parties) = attempt.command.action, let old = attempt.fundCase?.submission else { return nil }
    let isOtherApplicant = (parties.applicantKind, parties.applicant) != (old.applicantKind, old.applicant)
    let isOtherUser = parties.user != old.user
    guard isOtherApplicant || isOtherUser else {
      return Refusal("substitute-not-needed", article: "A14", zh: "申请企业和使用企业都没有变", en: "neither the applicant nor the user is another")
    }
    for (isOther, enterprise) in [(isOtherApplicant, old.applicant), (isOtherUser && old.user != nil, old.user)] where isOther {
      guard try attempt.blackEntry(of: enterprise) == nil else { continue }
      return Refusal(
        "substitute-not-needed", article: "A14", zh: "原\(enterprise == old.user && isOtherUser ? "使用" : "申请")主体不在黑榜，不必更换",
        en: "who is to be replaced is on no black list",
        help: Bilingual(zh: "不予批准后另行申请", en: "refuse the request and let another be submitted"))
    }
    return nil
  }
}
