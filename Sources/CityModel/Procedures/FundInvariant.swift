/// One clause that no command passes: a function, its code and its article. Checked again at the moment of every decision.
public struct FundInvariant: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (FundAttempt) throws(Refusal) -> Refusal?

  init(_ code: String, _ article: String, zh: String, en: String, check: @escaping @Sendable (FundAttempt) throws(Refusal) -> Refusal?) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [FundInvariant] = order + officers + decisions + parties + votes + works + money

  private static let order: [FundInvariant] = [
    .init("case-position-stale", "D13", zh: "按最新案情办理", en: "nobody acts on a case that has moved on", check: FundCaseInvariants.position),
    .init("procedure-revision", "D10", zh: "案件适用受理时的流程", en: "a case keeps the procedure that it began under", check: FundCaseInvariants.revision),
    .init("time-runs-backwards", "A14", zh: "办理时间不得早于上一步", en: "a case moves forward in time", check: FundCaseInvariants.time),
    .init("step-out-of-order", "A14", zh: "按顺序办理，不得漏步", en: "each step in its turn, none left out", check: FundCaseInvariants.order),
  ]

  private static let officers: [FundInvariant] = [
    .init("officer-not-in-office", "D13", zh: "经办人须在任", en: "the officer is in office", check: FundOfficerInvariants.inOffice),
    .init("officer-level", "A14", zh: "审批在街道（乡镇），拨付在县（区）", en: "the street approves, the county pays", check: FundOfficerInvariants.level),
    .init("officer-division", "A14", zh: "属地办理", en: "an officer acts in the own division", check: FundOfficerInvariants.division),
    .init("proposer-decides", "D13", zh: "提交、更换主体的人不得审批", en: "who submits or names another applicant does not decide", check: FundOfficerInvariants.proposerDecides),
    .init("same-person", "D13", zh: "流程规定分开的步骤不得同人", en: "steps that the procedure keeps apart are done by two", check: FundOfficerInvariants.samePerson),
  ]

  private static let decisions: [FundInvariant] = [
    .init("document-missing", "D11", zh: "作出决定须有文号", en: "a decision has the number of its document", check: FundCaseInvariants.document),
    .init("basis-unclear", "D11", zh: "依据须写明文号或法律名称", en: "a basis is a document number or the title of a law", check: FundCaseInvariants.basis),
    .init(
      "draft-binds-nobody", "§1.4", zh: "征求意见稿在通过之前对任何人没有约束力", en: "a draft binds nobody until its adoption is recorded",
      check: FundCaseInvariants.draft),
  ]

  private static let parties: [FundInvariant] = [
    .init("applicant-missing", "A14", zh: "申请主体须写明", en: "who applies is named, and may", check: FundApplicantInvariants.applicant),
    .init(
      "applicant-black-listed", "A14", zh: "黑榜企业不得申请维修资金：提交、每一步、每次拨付时各查一次",
      en: "an enterprise on a black list does not apply: at submission, every step and every payment", check: FundApplicantInvariants.applicantNotBlack),
    .init(
      "user-black-listed", "A14", zh: "黑榜企业不得使用维修资金：提交、每一步、每次拨付时各查一次",
      en: "an enterprise on a black list does not use the money: at submission, every step and every payment", check: FundApplicantInvariants.userNotBlack),
    .init(
      "substitute-not-needed", "A14", zh: "只有被黑榜冻结的申请才更换主体", en: "only a request frozen by a black list gets another applicant or user",
      check: FundApplicantInvariants.substitution),
  ]

  private static let votes: [FundInvariant] = [
    .init("vote-missing", "Civil Code 278, 281", zh: "使用维修资金由业主共同决定，仅应急除外", en: "the owners decide on the use, except in an emergency", check: FundVoteInvariants.named),
    .init("vote-unknown", "Civil Code 278", zh: "业主决定须在台账：本项目、就使用维修资金", en: "the register holds that decision: of this estate, on the use of the fund", check: FundVoteInvariants.known),
    .init("vote-not-carried", "Civil Code 278", zh: "业主决定须达到法定比例", en: "the decision has the majorities of the law", check: FundVoteInvariants.carried),
    .init("resolution-expired", "Civil Code 278", zh: "授权决议须在有效期内", en: "a standing resolution is in force", check: FundVoteInvariants.unexpired),
    .init(
      "resolution-exceeded", "Civil Code 278", zh: "授权决议下的申请合计不超过授权金额", en: "all requests under a standing resolution stay within its amount",
      check: FundVoteInvariants.withinResolution),
  ]

  private static let works: [FundInvariant] = [
    .init("emergency-category", "Civil Code 281", zh: "应急限于规定的情形", en: "an emergency is one of those that are known as such", check: FundApplicantInvariants.emergency),
    .init("item-ineligible", "165号令 18, 25", zh: "不得列支的费用不列支", en: "the fund pays for common parts, not for what others bear", check: FundItemInvariants.eligible),
    .init("item-under-warranty", "165号令 18, 25(1)", zh: "保修期满后才列支", en: "the fund pays after the warranty", check: FundItemInvariants.pastWarranty),
    .init("need-missing", "A14", zh: "材料须齐全", en: "what the procedure asks for is at hand", check: FundCaseInvariants.needs),
  ]

  private static let money: [FundInvariant] = [
    .init("amount-not-positive", "A14", zh: "金额须大于零", en: "an amount is more than nothing", check: FundAmountInvariants.positive),
    .init("small-over-limit", "A14", zh: "小额有单项限额", en: "a small request has a limit", check: FundAmountInvariants.small),
    .init("small-over-year", "A14", zh: "小额有年度限额", en: "an estate's small requests of a year have a limit", check: FundAmountInvariants.smallYear),
    .init("balance-unknown", "A14", zh: "账户余额须已知", en: "what the accounts hold is known", check: FundAccountInvariants.balanceKnown),
    .init("amount-over-balance", "A14", zh: "不超过账户余额", en: "nothing is asked, approved or paid beyond the accounts", check: FundAmountInvariants.withinBalance),
    .init("account-area-missing", "Civil Code 283", zh: "批准时按专有部分面积分摊", en: "an approval is divided by exclusive area", check: FundAccountInvariants.divisible),
    .init("approved-over-asked", "A14", zh: "批准不超过申请", en: "what is approved is at most what was asked for", check: FundAmountInvariants.withinAsked),
    .init("payment-over-approved", "A14", zh: "拨付合计不超过批准", en: "what is paid in all is at most what was approved", check: FundAmountInvariants.withinApproved),
    .init("advance-over-limit", "A14", zh: "预拨不超过比例", en: "payments before acceptance stay within a share", check: FundAmountInvariants.advance),
    .init("payee-missing", "A14", zh: "付给谁须写明", en: "who is paid is named", check: FundAccountInvariants.payee),
    .init("allocation-missing", "A14, Civil Code 283", zh: "拨付前费用须已分摊到账户", en: "a cost is divided over the accounts before it is paid", check: FundAccountInvariants.divided),
    .init("account-short", "A14", zh: "账户不得付成负数", en: "no account falls below zero", check: FundAccountInvariants.covered),
    .init("publicity-running", "A14", zh: "尾款在结算公示期满后拨付", en: "the last payment follows the days of publicity", check: FundCaseInvariants.publicity),
    .init("audit-missing", "A14", zh: "较大工程凭审计结算", en: "larger works are settled on an audit", check: FundAmountInvariants.audit),
    .init("step-refused", "D10", zh: "县（区）规则可以不予办理", en: "a district may hold facts of the case against a step", check: FundCaseInvariants.notRefused),
  ]
}
