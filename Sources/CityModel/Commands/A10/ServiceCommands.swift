internal import Columns

/// 小区物业服务全覆盖, A10.
public let serviceCommands: [CommandDescription] = [
  CommandDescription(
    "set service mode", "确定服务方式", article: "A10", .existing, Project.schema, zh: "专业服务、社区托管、社会组织代管、业主自管；沿革逐段留存",
    en: "who serves an estate; each period is kept", by: Levels.lower, at: .thisProject,
    arguments: [
      .init(Project.serviceMode, required: true, example: "专业服务"), .init(ComplaintCommands.reason, required: true, example: "引入专业企业"),
      .init(ServicePeriod.serviceOperator, required: false, example: "和平社区居委会"),
    ],
    needs: [
      Need("contracts", Contract.schema, [(Contract.project, .subject(Project.code))]),
      Need("periods", ServicePeriod.schema, [(ServicePeriod.project, .subject(Project.code))]),
      CreditEntries.records(of: .each("contracts", Contract.enterprise)),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt[Project.serviceMode] != attempt.row[Project.serviceMode], "already-done", zh: "现在就是这种方式", en: "that is the mode already")
    let isOthers = ["community trustee", "social organisation", "self managed"].contains(attempt[Project.serviceMode].text)
    try attempt.require(
      !isOthers || attempt.has(ServicePeriod.serviceOperator), "operator-missing", zh: "托管、代管、自管须写明由谁承担（--service-operator）",
      en: "who looks after the estate is needed (--service-operator): the residents' committee, the organisation, the owners' committee")
    try attempt.require(
      isOthers || !attempt.has(ServicePeriod.serviceOperator), "operator-needless", zh: "专业服务的企业见合同，不另写承担单位",
      en: "a professional service is that of the contract's enterprise: no operator is named")
    func number(_ place: Int) -> String { "\(attempt.row.key)/\(attempt.rows("periods").count + place)" }
    let yesterday = attempt.day.adding(days: -1)
    var changes = attempt.rows("periods").filter { !$0.has(ServicePeriod.endedOn) }
      .map { Change.update($0, [(ServicePeriod.endedOn, .day(yesterday))]) }
    // An estate whose course nobody kept: that it was served so until yesterday stays on record, or earlier days would change.
    let isFirst = attempt.rows("periods").isEmpty && attempt.row.has(Project.serviceMode)
    if isFirst {
      changes.append(
        Change(
          ServicePeriod.schema, key: number(1), isNew: true,
          [
            (ServicePeriod.number, .text(number(1))), (ServicePeriod.project, .text(attempt.row.key)),
            (ServicePeriod.serviceMode, attempt.row[Project.serviceMode]), (ServicePeriod.startsOn, .day(min(began(attempt), yesterday))),
            (ServicePeriod.endedOn, .day(yesterday)),
          ]))
    }
    let serving = attempt.rows("contracts").first { Contracts.isActive($0, on: attempt.day) }
    changes.append(
      Change(
        ServicePeriod.schema, key: number(isFirst ? 2 : 1), isNew: true,
        [
          (ServicePeriod.number, .text(number(isFirst ? 2 : 1))), (ServicePeriod.project, .text(attempt.row.key)), (ServicePeriod.serviceMode, attempt[Project.serviceMode]),
          (ServicePeriod.enterprise, attempt[Project.serviceMode].text == "professional" ? serving?[Contract.enterprise] ?? .none : .none),
          (ServicePeriod.startsOn, .day(attempt.day)), (ServicePeriod.serviceOperator, attempt[ServicePeriod.serviceOperator]),
        ]))
    changes += attempt.write([(Project.serviceMode, attempt[Project.serviceMode])])
    // G04: an enterprise takes over an estate that nobody served.
    guard attempt.row.text(Project.serviceMode) == "none", attempt[Project.serviceMode].text == "professional", let serving else { return changes }
    return changes
      + CreditEntries.enter(
        .init(
          item: "G04", variant: "takeover", enterprise: serving[Contract.enterprise], project: .text(attempt.row.key), county: attempt.row[Project.county],
          on: attempt.day, document: serving.key, suffix: "/\(attempt.rows("periods").count + 1)"), attempt)
  },
  .record(
    "enter estate", "登记项目", article: "A10", Project.schema, zh: "将新建或新纳入的小区录入台账，代码以街道代码开头", en: "enter an estate, whose code begins with its street's",
    by: Levels.lower, at: .division(Project.street),
    [
      Project.name, Project.street, Project.county, Project.households, Project.area, Project.highRise, Project.oldEstate, Project.builtYear, Project.community,
    ], fixed: [(Project.serviceMode, .text("none"))]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let street = attempt[Project.street].text ?? ""
    let nests =
      attempt.row.key.hasPrefix(street) && attempt.row.key != street && street.hasPrefix(attempt[Project.county].text ?? "")
      && (attempt[Project.community].text?.hasPrefix(street) ?? true)
    try attempt.require(
      nests, "estate-elsewhere", zh: "项目代码 `\(attempt.row.key)`、街道 `\(street)`、县（区）和社区不相符", en: "code `\(attempt.row.key)`, street `\(street)`, county and community do not fit")
    try attempt.require((attempt[Project.households].number ?? 0) >= 0, "count-wrong", zh: "户数不能为负", en: "households are not below zero")
  },
  .update(
    "assess estate", "评估小区", article: "A10", Project.schema, zh: "是否符合专业化物业管理条件，是否老旧小区", en: "whether an estate meets the conditions of professional service, and is an old one",
    by: Levels.lower, at: .thisProject,
    [
      .init(Project.fit, example: "是"), .init(Project.oldEstate, required: false, example: "是"), .init(ComplaintCommands.reason, example: "户数和收费可支撑专业服务"),
    ], evidence: true),
  .record(
    "record improvement", "记录改造", article: "A10", Improvement.schema, zh: "老旧小区硬化、亮化，车棚和充电桩等，财政资金兜底", en: "works on an estate's basic facilities",
    by: Levels.lower, at: .project(Improvement.project), [Improvement.project, Improvement.works, Improvement.startsOn, Improvement.cost, Improvement.publicFunding]),
  .update(
    "complete improvement", "改造完工", article: "A10", Improvement.schema, zh: "改造完工", en: "the works are complete", by: Levels.lower,
    at: .project(Improvement.project), today: [Improvement.doneOn], unset: Improvement.doneOn),
  .record(
    "count reemployed", "统计4050人员", article: "A10", Reemployment.schema, zh: "吸收“4050”人员", en: "staff of the 4050 group", by: Levels.lower,
    at: .division(Reemployment.county), [Reemployment.enterprise, Reemployment.county, Reemployment.countedOn, Reemployment.persons],
    past: [Reemployment.countedOn],
    needs: [
      .row(argument: Reemployment.enterprise, in: Enterprise.schema),
      Need("counts", Reemployment.schema, [(Reemployment.enterprise, .argument(Reemployment.enterprise))]),
    ],
    also: HeadCountDetermination.headCount),
  .record(
    "share service", "共享服务", article: "A10", SharedService.schema, zh: "统筹邻近老旧小区共享物业服务", en: "adjacent estates share a service", by: Levels.lower,
    at: .project(SharedService.project), [SharedService.cluster, SharedService.project, SharedService.enterprise, SharedService.startsOn],
    needs: [
      .row(argument: SharedService.project, in: Project.schema),
      Need(
        "cluster", SharedService.schema,
        [(SharedService.cluster, .argument(SharedService.cluster)), (SharedService.enterprise, .argument(SharedService.enterprise))]),
      CreditEntries.records(of: .argument(SharedService.enterprise)),
    ],
    also: SharingDetermination.sharing),
  .update(
    "end sharing", "退出共享", article: "A10", SharedService.schema, zh: "该小区不再共享片区的物业服务", en: "the estate leaves the shared service", by: Levels.lower,
    at: .project(SharedService.project), today: [SharedService.endedOn], unset: SharedService.endedOn),
  .update(
    "record collection", "记录收费率", article: "A10", ProjectFee.schema, zh: "该收费标准下的实际收费率；旧值留在台账", en: "the share of the fee that is paid; the ledger keeps the old value",
    by: Levels.lower, at: .project(ProjectFee.project), [.init(ProjectFee.collectionRate, example: "68.50")]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let rate = attempt[ProjectFee.collectionRate].number ?? -1
    try attempt.require((0...10_000).contains(rate), "rate-wrong", zh: "收费率在 0 和 100 之间", en: "a rate of collection lies between 0 and 100")
  },
]

/// The first day of the way in which an estate was served before anybody kept it: of a professional service that of the first
/// contract, else since the estate was built, else since ever.
private func began(_ attempt: CommandAttempt) -> Day {
  let isProfessional = attempt.row.text(Project.serviceMode) == "professional"
  if isProfessional, let day = attempt.rows("contracts").compactMap({ $0.day(Contract.from) }).min() { return day }
  let year = attempt.row.number(Project.builtYear).flatMap { Int(exactly: $0) }
  return year.flatMap { Day(year: $0, month: 1, day: 1) } ?? Day(year: 1900, month: 1, day: 1) ?? Day(ordinal: 0)
}
