internal import Columns

/// 物业服务信息公示公开, A6.
public let disclosureCommands: [CommandDescription] = [
  .record(
    "post item", "记录公示", article: "A6", DisclosureItem.schema, zh: "公示栏的一项内容", en: "an item on the estate's board", by: Levels.lower,
    at: .project(DisclosureItem.project),
    [DisclosureItem.project, DisclosureItem.kind, DisclosureItem.place, DisclosureItem.coversFrom, DisclosureItem.coversUntil],
    today: [DisclosureItem.postedOn]),
  .update(
    "update item", "更新公示", article: "A6", DisclosureItem.schema, zh: "及时更新", en: "the item was brought up to date", by: Levels.lower,
    at: .project(DisclosureItem.project), today: [DisclosureItem.updatedOn]),
  .update(
    "take down item", "撤下公示", article: "A6", DisclosureItem.schema, zh: "该项内容已撤下", en: "the item was taken down", by: Levels.lower,
    at: .project(DisclosureItem.project), today: [DisclosureItem.endedOn], unset: DisclosureItem.endedOn),
  CommandDescription(
    "complete inspection", "核验公示", article: "A6", .new, Inspection.schema, zh: "核验项目的公示；有缺项、负责人或收费变动后未更新、投诉渠道未在三处公开的，不得记为完整",
    en: "inspect an estate's disclosure; it is not complete while a kind is missing, manager or fee are out of date, or the ways to complain lack a place", by: Levels.lower, at: .project(Inspection.project),
    arguments: [.init(Inspection.project, required: true, example: "140403001001"), .init(Inspection.resolved, required: true, example: "是")],
    needs: [
      .row(argument: Inspection.project, in: Project.schema),
      Need("items", DisclosureItem.schema, [(DisclosureItem.project, .argument(Inspection.project))]),
      Need("managers", ManagerAssignment.schema, [(ManagerAssignment.project, .argument(Inspection.project))]),
      Need("fees", ProjectFee.schema, [(ProjectFee.project, .argument(Inspection.project))]),
      Need("lifts", Lift.schema, [(Lift.project, .argument(Inspection.project))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(attempt.has(Inspection.project), "argument-missing", zh: "须写明项目", en: "the estate is needed")
    let faults = try BoardFaults.of(attempt)
    if attempt[Inspection.resolved].flag == true, let first = faults.first {
      let same = faults.filter { $0.code == first.code }.map(\.what)
      throw attempt.refusal(
        first.code, zh: first.zh + same.map(\.chinese).joined(separator: "、"), en: first.en + same.map(\.name).joined(separator: ", "))
    }
    return attempt.writeArguments(and: [
      (Inspection.number, .text(CaseValue.trimmed(attempt.command.subject))), (Inspection.county, attempt.first("project")?[Project.county] ?? .none),
      (Inspection.inspectedOn, .day(attempt.day)), (Inspection.subject, "信息公示"), (Inspection.problems, .number(Int64(faults.count))),
    ])
  },
  .record(
    "publish statement", "公布公共收益", article: "A6", CommonRevenueStatement.schema, zh: "公共收益收支明细每年公开一次", en: "a statement of common revenue",
    by: Levels.lower, at: .project(CommonRevenueStatement.project),
    [
      CommonRevenueStatement.project, CommonRevenueStatement.enterprise, CommonRevenueStatement.coversFrom, CommonRevenueStatement.coversUntil,
      CommonRevenueStatement.income, CommonRevenueStatement.cost, CommonRevenueStatement.surplus,
    ], today: [CommonRevenueStatement.publishedOn]),
  CommandDescription(
    "determine duty breach", "认定未履行义务", article: "A6", .existing, Project.schema,
    zh: "负责人未备案或未报到、公示缺项、公共收益未按期公开：按台账事实核算，认定后记入信用档案",
    en: "a manager not filed or not reported, an item missing from the board, accounts not published in time: computed from the facts, determined, and entered into the credit file",
    by: Levels.upper, at: .thisProject, arguments: [.init(Duty.duty, required: true, example: "街道报到"), .init(Duty.due, required: true, example: "2026-03-31")],
    isDecision: true, evidence: true, needs: DutyDetermination.needs, decide: DutyDetermination.breach),
  CommandDescription(
    "confirm quarterly accounts", "确认按季公开", article: "A6", .existing, Enterprise.schema, zh: "企业所服务项目的公共收益全年按季公开",
    en: "every estate of the enterprise has published its common revenue quarter by quarter of a year", by: Levels.upper, at: .division(CreditRecord.county),
    arguments: [.init(CreditRecord.county, example: "140403"), .init(QuarterlyRevenueDetermination.year, example: "2026")], isDecision: true,
    needs: QuarterlyRevenueDetermination.needs, decide: QuarterlyRevenueDetermination.confirm),
  .record(
    "record campaign", "记录整治", article: "A6", Campaign.schema, zh: "物业服务市场秩序整治工作", en: "a campaign for order in the service market",
    by: Levels.county, at: .division(Campaign.county),
    [Campaign.county, Campaign.title, Campaign.startsOn, Campaign.endedOn, Campaign.inspected, Campaign.problems, Campaign.penalties],
    past: [Campaign.startsOn]),
]
