internal import Columns

/// 联合惩戒, A11: joint enforcement, consultation, referral both ways with feedback, restriction, licence referral.
public let enforcementCommands: [CommandDescription] = [
  .record(
    "enforce jointly", "联合执法", article: "A11", JointEnforcement.schema, zh: "每季度至少开展一次，两个以上部门参加", en: "several departments enforce together",
    by: Levels.county, at: .division(JointEnforcement.county),
    [
      JointEnforcement.county, JointEnforcement.enforcedOn, JointEnforcement.departments, JointEnforcement.inspected, JointEnforcement.problems,
      JointEnforcement.penalties, JointEnforcement.estates, JointEnforcement.kinds, JointEnforcement.findings,
    ], evidence: true),
  .update(
    "publish enforcement", "公布执法结果", article: "A11", JointEnforcement.schema, zh: "处理结果对外公示", en: "the results are published", by: Levels.county,
    at: .division(JointEnforcement.county), today: [JointEnforcement.publishedOn], unset: JointEnforcement.publishedOn),
  .record(
    "consult", "会商研判", article: "A11", Consultation.schema, zh: "会商研判及结论", en: "a consultation and its conclusion", by: Levels.upper,
    at: .division(Consultation.county), Consultation.schema.fields.filter { $0 != Consultation.number }, past: [Consultation.consultedOn]),
  .record(
    "refer", "线索移送", article: "A11", Referral.schema, zh: "移送市场监管、城市管理等执法部门，或由其移送住建", en: "pass a case to another department, either way",
    by: Levels.offices, at: .division(Referral.county),
    [Referral.county, Referral.from, Referral.to, Referral.enterprise, Referral.project, Referral.facts, Referral.due], today: [Referral.referredOn],
    evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(attempt[Referral.from] != attempt[Referral.to], "referral-to-itself", zh: "移送和接收部门相同", en: "a department does not refer to itself")
  },
  .update(
    "feed back", "处置反馈", article: "A11", Referral.schema, zh: "接收部门反馈处置情况，线索办结", en: "the department answers, which closes the referral",
    by: Levels.offices, at: .division(Referral.county), [.init(Referral.feedback, required: false, example: "已立案，责令退还多收费用")],
    today: [Referral.feedbackOn], unset: Referral.feedbackOn),
  .record(
    "refer licence", "执照移送", article: "A11", LicenceReferral.schema, zh: "经营行为严重违反法律法规的推送行政审批部门；本系统不注销执照",
    en: "pass a serious case on for the business licence; the system cancels none", by: Levels.upper, at: .division(LicenceReferral.county),
    [LicenceReferral.enterprise, LicenceReferral.county, LicenceReferral.facts], today: [LicenceReferral.referredOn],
    fixed: [(LicenceReferral.outcome, .text("pending"))], document: LicenceReferral.document, isDecision: true, evidence: true),
  .update(
    "record licence outcome", "记录执照处理", article: "A11", LicenceReferral.schema, zh: "行政审批部门的处理结果，凭其文书", en: "what the approval bureau decided",
    by: Levels.upper, at: .division(LicenceReferral.county),
    [.init(LicenceReferral.outcome, required: true, example: "不予处理"), .init(LicenceReferral.decidedOn, required: true, example: "2026-10-20")],
    past: [LicenceReferral.decidedOn], unset: LicenceReferral.decidedOn, evidence: true),
  .update(
    "publish licence outcome", "公示执照处理结果", article: "A11", LicenceReferral.schema, zh: "行政审批部门的处理结果对外公示",
    en: "what the approval bureau decided is published", by: Levels.upper, at: .division(LicenceReferral.county), today: [LicenceReferral.publishedOn],
    unset: LicenceReferral.publishedOn
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt.row.has(LicenceReferral.decidedOn), "outcome-missing", zh: "行政审批部门尚未处理", en: "the approval bureau has not decided yet",
      help: Bilingual(zh: "先记录处理结果（xize do record-licence-outcome）", en: "record the outcome first (xize do record-licence-outcome)"))
  },
]
