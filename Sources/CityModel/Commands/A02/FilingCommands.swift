internal import Columns

/// 登记备案、合同和项目负责人备案、督促, A2. Filing is a supervisory status: without it there is no contract filing and no place in a tender.
public let filingCommands: [CommandDescription] = [
  .record(
    "enter enterprise", "登记企业", article: "A2", Enterprise.schema, zh: "将企业录入台账（不因注册地在外而拒绝）",
    en: "enter an enterprise, wherever it is registered", by: Levels.upper, at: .city,
    [Enterprise.name, Enterprise.county, Enterprise.servingSince, Enterprise.staff, Enterprise.staff4050, Enterprise.codeOverride]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard attempt.has(Enterprise.codeOverride) else { return }
    try attempt.require(
      (try? USCC(attempt.row.key)) == nil, "override-needless", zh: "代码校验无误，不需要 --override", en: "the code checks: no --override is needed")
    try attempt.require(
      attempt.command.attachments.contains { !CaseValue.trimmed($0).isEmpty }, "evidence-missing", zh: "特例代码须附营业执照等证据（--attach）",
      en: "a code that does not check comes with the licence as evidence (--attach)")
  },
  CommandDescription(
    "submit filing", "提交备案", article: "A2", .new, Filing.schema, zh: "企业开展服务前向属地县（区）申请备案，同步提交营业执照、人员结构等资料",
    en: "an enterprise applies to the county before it serves, with licence and staff structure", by: Levels.county,
    at: .division(Filing.county),
    arguments: [.init(Filing.enterprise, example: "91140403YYYY00020N"), .init(Filing.county, example: "140403")], evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.writeArguments(and: [
      (Filing.number, .text(CaseValue.trimmed(attempt.command.subject))), (Filing.submittedOn, .day(attempt.day)), (Filing.status, "submitted"),
      (Filing.papers, FilingPapers.together(nil, attempt.command.attachments)),
    ])
  }.with(papers: ["营业执照", "人员结构表"]),
  .update(
    "accept filing", "备案通过", article: "A2", Filing.schema, zh: "备案通过", en: "accept the filing", by: Levels.county,
    at: .division(Filing.county), today: [Filing.acceptedOn], fixed: [(Filing.status, .text("accepted"))],
    from: (Filing.status, ["submitted"])),
  .update(
    "return filing", "退回备案", article: "A2", Filing.schema, zh: "资料不全，退回补正", en: "return the filing to be completed",
    by: Levels.county, at: .division(Filing.county), [.init(ComplaintCommands.reason, example: "缺人员结构表")],
    fixed: [(Filing.status, .text("returned"))], from: (Filing.status, ["submitted"])),
  CommandDescription(
    "resubmit filing", "补正备案", article: "A2", .existing, Filing.schema, zh: "补正后重新提交；已交的资料不必再交",
    en: "submit the filing again, with what was missing", by: Levels.county, at: .division(Filing.county), from: (Filing.status, ["returned"]), evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([
      (Filing.status, "submitted"), (Filing.papers, FilingPapers.together(attempt.row.text(Filing.papers), attempt.command.attachments)),
    ])
  }.with(papers: ["营业执照", "人员结构表"]),
  .update(
    "end filing", "注销备案", article: "A2", Filing.schema, zh: "企业撤回或不再服务", en: "the enterprise withdraws, or serves no more",
    by: Levels.county, at: .division(Filing.county), [.init(ComplaintCommands.reason, example: "企业已全部退出本县")],
    today: [Filing.endedOn], fixed: [(Filing.status, .text("cancelled"))], from: (Filing.status, ["submitted", "returned", "accepted"])),
  .record(
    "report contract", "报送合同", article: "A2", Contract.schema, zh: "企业与委托方签订的物业服务合同", en: "a service contract that was signed",
    by: Levels.lower, at: .project(Contract.project),
    [Contract.project, Contract.enterprise, Contract.kind, Contract.signedOn, Contract.from, Contract.until], past: [Contract.signedOn]),
  .update(
    "file contract", "合同备案", article: "A2", Contract.schema, zh: "签订合同后向属地物业主管部门报备", en: "file a contract with the county",
    by: Levels.county, at: .project(Contract.project), today: [Contract.filedOn], unset: Contract.filedOn),
  .update(
    "end contract", "终止合同", article: "A2", Contract.schema, zh: "合同终止", en: "the contract has ended", by: Levels.lower,
    at: .project(Contract.project), [.init(Contract.endedOn, example: "2026-12-31")], past: [Contract.endedOn], unset: Contract.endedOn,
    evidence: true),
  .record(
    "enter manager", "登记负责人", article: "A2", Manager.schema, zh: "将项目负责人录入台账", en: "enter a project manager", by: Levels.upper,
    at: .city, [Manager.personName, Manager.enterprise]),
  .record(
    "register manager", "负责人备案", article: "A2", ManagerAssignment.schema, zh: "项目负责人备案", en: "file a manager for an estate",
    by: Levels.county, at: .project(ManagerAssignment.project),
    [ManagerAssignment.manager, ManagerAssignment.project, ManagerAssignment.startsOn], today: [ManagerAssignment.filedOn]),
  .update(
    "end manager", "负责人离任", article: "A2", ManagerAssignment.schema, zh: "项目负责人不再负责", en: "the manager leaves the estate",
    by: Levels.lower, at: .project(ManagerAssignment.project), [.init(ManagerAssignment.endedOn, example: "2026-12-31")],
    unset: ManagerAssignment.endedOn),
  CommandDescription(
    "report in", "负责人报到", article: "A2", .existing, ManagerAssignment.schema, zh: "项目负责人到街道和社区报到", en: "the manager reports in to the street or the community",
    by: Levels.local, at: .project(ManagerAssignment.project)
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let field = attempt.officer.level == .street ? ManagerAssignment.reportedToStreetOn : ManagerAssignment.reportedToCommunityOn
    try attempt.require(!attempt.row.has(field), "already-done", zh: "已经报到", en: "has reported in already")
    return attempt.write([(field, .day(attempt.day))])
  },
  CommandDescription(
    "urge", "督促", article: "A2", .new, Urging.schema, zh: "属地社区督促企业整改，写明期限；县（区）随社区", en: "the community urges an enterprise, with a deadline; the county is the community's",
    by: Levels.local, at: .related("community", Community.code),
    arguments: [
      .init(Urging.enterprise, example: "91140403YYYY00020N"), .init(Urging.community, example: "140403001001"), .init(Urging.topic, example: "报备"),
      .init(Urging.deadline, example: "2026-12-04"),
    ], needs: [.row(argument: Urging.community, in: Community.schema)]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt[Urging.deadline].day.map { $0 > attempt.day } ?? false, "deadline-passed", zh: "期限须在今后", en: "the deadline is a day to come")
    return attempt.writeArguments(and: [
      (Urging.number, .text(CaseValue.trimmed(attempt.command.subject))), (Urging.county, attempt.first("community")?[Community.county] ?? .none),
      (Urging.madeOn, .day(attempt.day)),
    ])
  },
  .update(
    "answer urging", "督促办结", article: "A2", Urging.schema, zh: "企业已按督促整改", en: "the enterprise has complied", by: Levels.lower,
    at: .division(Urging.county), today: [Urging.heededOn], unset: Urging.heededOn),
  .record(
    "record registry event", "登记信息推送", article: "A2", RegistryEvent.schema, zh: "行政审批、税务部门推送的注册、经营、纳税、注销信息",
    en: "what the approval bureau or the tax office tells about an enterprise", by: Levels.upper, at: .city,
    [RegistryEvent.enterprise, RegistryEvent.kind, RegistryEvent.department, RegistryEvent.happenedOn], today: [RegistryEvent.receivedOn],
    past: [RegistryEvent.happenedOn]),
  .record(
    "record training", "记录培训", article: "A2", Training.schema, zh: "企业技能培训", en: "a training of an enterprise's staff", by: Levels.lower,
    at: .division(Training.county),
    [Training.enterprise, Training.county, Training.trainedOn, Training.subject, Training.trainingHours, Training.participants],
    past: [Training.trainedOn]),
]
