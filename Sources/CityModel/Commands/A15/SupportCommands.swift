internal import Columns

/// 组织保障, A15–A18: leading groups, tasks, commendations and awards, publicity; and surveys among owners (A8, A9).
public let supportCommands: [CommandDescription] = [
  .record(
    "set up leading group", "成立领导小组", article: "A15", LeadingGroup.schema, zh: "以政府分管领导为组长", en: "a leading group under the leader in charge", by: Levels.upper,
    at: .division(LeadingGroup.county),
    [LeadingGroup.level, LeadingGroup.county, LeadingGroup.leader, LeadingGroup.ledByDeputy, LeadingGroup.members, LeadingGroup.establishedOn],
    past: [LeadingGroup.establishedOn], document: LeadingGroup.document
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try CitysOwn.require(attempt, LeadingGroup.county)
    try attempt.require(
      attempt[LeadingGroup.level].text == (attempt.has(LeadingGroup.county) ? "county" : "city"), "level-wrong",
      zh: "县（区）的领导小组写明县（区），市的不写", en: "a county's group names its county, the city's names none")
  },
  .update(
    "end leading group", "撤销领导小组", article: "A15", LeadingGroup.schema, zh: "领导小组撤销，或由新的接替", en: "the leading group ends, or another takes its place",
    by: Levels.upper, at: .division(LeadingGroup.county), today: [LeadingGroup.endedOn], unset: LeadingGroup.endedOn
  ) { (attempt: CommandAttempt) throws(Refusal) in try CitysOwn.require(attempt, LeadingGroup.county) },
  .record(
    "open task", "交办任务", article: "A16", WorkTask.schema, zh: "抓重点、补短板、强弱项；领导小组研究制定的政策、部署的活动、协调的重大问题",
    en: "a task to mend a weakness; or what a leading group has to be worked out, carried out or settled", by: Levels.upper,
    at: .division(WorkTask.county), [WorkTask.county, WorkTask.title, WorkTask.responsible, WorkTask.due, WorkTask.matter, WorkTask.leadingGroup],
    today: [WorkTask.assignedOn], needs: [.row(argument: WorkTask.leadingGroup, in: LeadingGroup.schema)]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let group = attempt.first(WorkTask.leadingGroup.name) else { return }
    try LeadingGroupRows.require(attempt, group, of: attempt[WorkTask.county], citysToo: true)
  },
  .update(
    "close task", "办结任务", article: "A16", WorkTask.schema, zh: "任务办结", en: "the task is done", by: Levels.upper, at: .division(WorkTask.county),
    [.init(WorkTask.outcome, required: true, example: "三个小区通道已打通")], today: [WorkTask.doneOn], unset: WorkTask.doneOn),
  .record(
    "record commendation", "记录表彰", article: "A17", Commendation.schema, zh: "对企业、个人、县（区）、部门的表彰", en: "a commendation", by: Levels.upper, at: .city,
    [Commendation.recipientKind, Commendation.enterprise, Commendation.county, Commendation.department, Commendation.person, Commendation.level, Commendation.commendedOn],
    past: [Commendation.commendedOn], document: Commendation.document, evidence: true,
    needs: [CreditEntries.records(of: .argument(Commendation.enterprise))],
    also: { (attempt: CommandAttempt) throws(Refusal) in
      guard attempt[Commendation.recipientKind].text == "enterprise", attempt.has(Commendation.enterprise) else { return [] }
      return CreditEntries.enter(
        .init(
          item: "G01", variant: attempt[Commendation.level].text, enterprise: attempt[Commendation.enterprise],
          county: attempt.has(Commendation.county) ? attempt[Commendation.county] : .text(attempt.officer.division),
          on: attempt[Commendation.commendedOn].day ?? attempt.day, document: CreditEntries.document(attempt)), attempt)
    }),
  .record(
    "grant award", "给予奖励", article: "A17", Award.schema, zh: "对获得省级以上表彰的企业和个人，可使用财政资金奖励", en: "a county's award for a commendation of the province or higher",
    by: Levels.county, at: .division(Award.county), [Award.commendation, Award.county, Award.amount], today: [Award.grantedOn],
    document: Award.document, isDecision: true),
  .record(
    "record activity", "记录宣传", article: "A18", PublicityActivity.schema, zh: "多种形式的宣传", en: "a publicity activity", by: Levels.all,
    at: .division(PublicityActivity.county),
    [PublicityActivity.county, PublicityActivity.activityOn, PublicityActivity.form, PublicityActivity.subject, PublicityActivity.responsible, PublicityActivity.reached],
    past: [PublicityActivity.activityOn]),
  .record(
    "record survey", "记录满意度", article: "A8", Survey.schema, zh: "业主满意度调查", en: "a satisfaction survey among the owners", by: Levels.lower,
    at: .project(Survey.project), [Survey.project, Survey.enterprise, Survey.heldOn, Survey.satisfied, Survey.answered], past: [Survey.heldOn], evidence: true),
]

/// Whether a leading group stands, and is that of a county.
enum LeadingGroupRows {
  /// - Parameter citysToo: the city's group will do for any county.
  static func require(_ attempt: CommandAttempt, _ group: CaseRow, of county: CaseValue, citysToo: Bool = false) throws(Refusal) {
    try attempt.require(!group.has(LeadingGroup.endedOn), "group-ended", zh: "领导小组 `\(group.key)` 已撤销", en: "the leading group `\(group.key)` has ended")
    let isOwn = group[LeadingGroup.county] == county || (citysToo && !group.has(LeadingGroup.county))
    try attempt.require(isOwn, "group-elsewhere", zh: "`\(group.key)` 不是该县（区）的领导小组", en: "`\(group.key)` is not that county's leading group")
  }
}
