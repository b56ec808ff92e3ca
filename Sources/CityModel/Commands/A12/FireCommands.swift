internal import Columns

/// 源头治理“飞线”、消防, A12.
public let fireCommands: [CommandDescription] = [
  .record(
    "inspect fire safety", "消防检查", article: "A12", FireInspection.schema, zh: "疏散通道、安全出口、消防车通道和共用消防设施", en: "a check of lanes, exits and facilities",
    by: Levels.lower, at: .project(FireInspection.project),
    [FireInspection.project, FireInspection.laneClear, FireInspection.exitsClear, FireInspection.facilitiesWork], today: [FireInspection.inspectedOn]),
  .update(
    "fix fire defects", "消除隐患", article: "A12", FireInspection.schema, zh: "隐患已消除", en: "the defects are gone", by: Levels.lower,
    at: .project(FireInspection.project), today: [FireInspection.fixedOn], unset: FireInspection.fixedOn, evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let isDefective = [FireInspection.laneClear, FireInspection.exitsClear, FireInspection.facilitiesWork].contains { attempt.row.flag($0) == false }
    try attempt.require(isDefective, "nothing-wrong", zh: "该次检查没有发现隐患", en: "the check found nothing wrong")
  },
  CommandDescription(
    "determine fire breach", "认定未劝阻报告", article: "A12", .existing, FireInspection.schema, zh: "通道、出口被占用堵塞，企业既未劝阻也未报告",
    en: "lanes or exits were blocked, and the enterprise neither dissuaded nor reported", by: Levels.upper, at: .project(FireInspection.project),
    isDecision: true, law: "消防法", notBy: ["inspect fire safety"], needs: FireLaneDetermination.needs, decide: FireLaneDetermination.breach),
  .record(
    "report fire", "劝阻报告", article: "A12", FireReport.schema, zh: "劝阻和制止无效的，及时向街道（乡镇）、消防救援机构报告", en: "the enterprise reports what it could not stop",
    by: Levels.local, at: .project(FireReport.project),
    [FireReport.project, FireReport.enterprise, FireReport.kind, FireReport.dissuadedOn, FireReport.emergency, FireReport.reportedTo],
    today: [FireReport.reportedOn], past: [FireReport.dissuadedOn]),
  .update(
    "accept fire report", "受理劝阻报告", article: "A12", FireReport.schema, zh: "执法部门已受理", en: "enforcement takes it up", by: Levels.offices,
    at: .project(FireReport.project), [.init(FireReport.outcome, required: false, example: "已拖移")], today: [FireReport.enforcementAcceptedOn],
    unset: FireReport.enforcementAcceptedOn),
  .update(
    "refer fire report", "移送劝阻报告", article: "A11, A12", FireReport.schema, zh: "劝阻报告已作为线索移送执法部门", en: "the report was passed on as a referral",
    by: Levels.offices, at: .project(FireReport.project), [.init(FireReport.referral, example: "XS-1")], unset: FireReport.referral,
    needs: [.row(argument: FireReport.referral, in: Referral.schema)]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let referral = attempt.first(FireReport.referral.name)
    let isElsewhere = referral.map { $0.has(Referral.project) && $0[Referral.project] != attempt.row[FireReport.project] } ?? false
    try attempt.require(!isElsewhere, "referral-elsewhere", zh: "该线索不是此项目的", en: "the referral is of another estate")
    try attempt.require(
      (referral?.day(Referral.referredOn)).flatMap { on in attempt.row.day(FireReport.reportedOn).map { $0 <= on } } ?? true, "referral-elsewhere",
      zh: "该线索早于此报告", en: "the referral is older than the report")
  },
  .record(
    "survey charging", "充电摸排", article: "A12", ChargingSurvey.schema, zh: "电动自行车充电需求摸排", en: "a survey of the need for charging", by: Levels.lower,
    at: .project(ChargingSurvey.project),
    [ChargingSurvey.project, ChargingSurvey.surveyedOn, ChargingSurvey.ebikes, ChargingSurvey.sockets, ChargingSurvey.sheds, ChargingSurvey.turnover, ChargingSurvey.planned],
    past: [ChargingSurvey.surveyedOn]),
  .record(
    "enter lift", "登记电梯", article: "A12", Lift.schema, zh: "登记电梯及智能阻车", en: "a lift, and whether it keeps electric bicycles out", by: Levels.lower,
    at: .project(Lift.project), [Lift.project, Lift.building, Lift.highRise, Lift.blocking, Lift.blockingOn]),
  .update(
    "fit blocking", "安装阻车", article: "A12", Lift.schema, zh: "启用智能阻车", en: "the lift keeps electric bicycles out from now on", by: Levels.lower,
    at: .project(Lift.project), today: [Lift.blockingOn], fixed: [(Lift.blocking, .flag(true))], unset: Lift.blockingOn, evidence: true),
  CommandDescription(
    "confirm coverage", "确认充电阻车全覆盖", article: "A12", .existing, Enterprise.schema, zh: "企业所服务项目的充电口和电梯阻车均已全覆盖",
    en: "charging and lift blocking are complete in every estate of the enterprise", by: Levels.upper, at: .division(CreditRecord.county),
    arguments: [.init(CreditRecord.county, example: "140403")], isDecision: true, evidence: true, needs: CoverageDetermination.needs, decide: CoverageDetermination.confirm),
]
