internal import Columns

/// 组织保障, A15–A18: leading groups, tasks, commendations and awards, publicity; and surveys among owners (A8, A9).
public let supportCommands: [CommandDescription] = [
  .record(
    "set up leading group", "成立领导小组", article: "A15", LeadingGroup.schema, zh: "以政府分管领导为组长", en: "a leading group under the leader in charge", by: Levels.upper,
    at: .division(LeadingGroup.county),
    [LeadingGroup.level, LeadingGroup.county, LeadingGroup.leader, LeadingGroup.ledByDeputy, LeadingGroup.members, LeadingGroup.establishedOn],
    past: [LeadingGroup.establishedOn], document: LeadingGroup.document),
  .record(
    "open task", "交办任务", article: "A16", WorkTask.schema, zh: "抓重点、补短板、强弱项", en: "a task to mend a weakness", by: Levels.upper,
    at: .division(WorkTask.county), [WorkTask.county, WorkTask.title, WorkTask.responsible, WorkTask.due], today: [WorkTask.assignedOn]),
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

/// Clauses about awards and surveys, A17, A8.
public let supportInvariants: [CityInvariant] = [
  .init(
    "award-below-province", "A17", on: Award.schema, zh: "财政奖励须以省级以上表彰为依据", en: "an award rests on a commendation of the province or higher",
    needs: [Need("commendation", Commendation.schema, [(Commendation.number, .subject(Award.commendation))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let commendation = changed.first("commendation") else { return Bilingual(zh: "没有表彰", en: "there is no commendation") }
    guard ["national", "province"].contains(commendation.text(Commendation.level) ?? "") else {
      return Bilingual(
        zh: "`\(commendation.key)` 是\(commendation[Commendation.level].shown(as: .enumeration(Commendation.levels), chinese: true))表彰",
        en: "`\(commendation.key)` is a commendation of the level \(commendation.text(Commendation.level) ?? "")")
    }
    guard ["enterprise", "person"].contains(commendation.text(Commendation.recipientKind) ?? "") else {
      return Bilingual(zh: "奖励对象须是企业或个人", en: "awards go to enterprises and persons")
    }
    return nil
  },
  .init(
    "commendation-of-nobody", "A17", on: Commendation.schema, zh: "表彰须写明对象", en: "a commendation names whom it honours"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let kind = changed.row.text(Commendation.recipientKind) else { return nil }
    let fields = [
      "enterprise": Commendation.enterprise, "county": Commendation.county, "department": Commendation.department, "person": Commendation.person,
    ]
    guard let field = fields[kind], !changed.row.has(field) else { return nil }
    return Bilingual(zh: "没有写“\(field.chinese)”", en: "`\(field.name)` is missing")
  },
  .init(
    "award-not-positive", "A17", on: Award.schema, zh: "奖励金额须大于零", en: "an award is more than zero"
  ) { (changed: ChangedRow) throws(Refusal) in
    (changed.row.number(Award.amount) ?? 1) > 0 ? nil : Bilingual(zh: "奖励金额须大于零", en: "the award is not more than zero")
  },
  .init(
    "survey-answers", "A8", on: Survey.schema, zh: "满意份数不超过有效份数", en: "no more satisfied answers than answers"
  ) { (changed: ChangedRow) throws(Refusal) in
    let satisfied = changed.row.number(Survey.satisfied) ?? 0, answered = changed.row.number(Survey.answered) ?? 0
    return satisfied >= 0 && satisfied <= answered ? nil : Bilingual(zh: "满意\(satisfied)份、有效\(answered)份", en: "\(satisfied) satisfied of \(answered)")
  },
]
