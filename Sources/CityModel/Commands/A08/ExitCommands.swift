internal import Columns

/// 整改与退出机制, A8: order, written reminder, determination of refusal; the county department and the street start an exit together;
/// owners decide; hand-over; an exit is recorded only on one of the lawful grounds.
public let exitCommands: [CommandDescription] = [
  ExitCommands.orderRectification, ExitCommands.remind, ExitCommands.acceptRectification, ExitCommands.determineRefusal,
  ExitCommands.propose, ExitCommands.confirm, ExitCommands.start, ExitCommands.determineGuidance, ExitCommands.guidanceOutcome, ExitCommands.ownersDecision,
  ExitCommands.contractEnd, ExitCommands.mutualTermination, ExitCommands.refusalToLeave, ExitCommands.guideToSue, ExitCommands.judgment,
  ExitCommands.startHandover, ExitCommands.recordHandover, ExitCommands.recordExited, ExitCommands.endCase,
]

enum ExitCommands {
  static let regulation = "物业管理条例"

  static let orderRectification = CommandDescription.record(
    "order rectification", "责令整改", article: "A8", RectificationOrder.schema, zh: "下达整改通知，写明期限", en: "order an enterprise to rectify by a day",
    by: Levels.county, at: .division(RectificationOrder.county),
    [RectificationOrder.enterprise, RectificationOrder.project, RectificationOrder.county, RectificationOrder.deadline] + FollowedInspection.fields,
    today: [RectificationOrder.issuedOn], isDecision: true, law: regulation, evidence: true, needs: FollowedInspection.needs,
    check: { (attempt: CommandAttempt) throws(Refusal) in
      try attempt.require(
        attempt[RectificationOrder.deadline].day.map { $0 > attempt.day } ?? false, "deadline-passed", zh: "整改期限须在今后",
        en: "the deadline is a day to come")
      try FollowedInspection.require(attempt)
    }, also: { (attempt: CommandAttempt) throws(Refusal) in FollowedInspection.link(attempt) })

  static let remind = CommandDescription.update(
    "remind", "书面催告", article: "A8", RectificationOrder.schema, zh: "整改期限届满后书面催告", en: "remind in writing after the deadline has passed",
    by: Levels.county, at: .division(RectificationOrder.county), today: [RectificationOrder.remindedOn], unset: RectificationOrder.remindedOn
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(!attempt.row.has(RectificationOrder.rectifiedOn), "already-done", zh: "整改已验收", en: "it has been rectified")
    let deadline = attempt.row.day(RectificationOrder.deadline) ?? attempt.day
    try attempt.require(attempt.day > deadline, "deadline-runs", zh: "整改期限到 \(deadline) 才届满", en: "the deadline is \(deadline)")
    try attempt.require(
      !CaseValue.trimmed(attempt.command.document ?? "").isEmpty, "document-missing", zh: "书面催告须有文号（--document）",
      en: "a written reminder has a document number (--document)")
  }

  static let acceptRectification = CommandDescription.update(
    "accept rectification", "验收整改", article: "A8", RectificationOrder.schema, zh: "整改已完成，验收合格", en: "the rectification is accepted",
    by: Levels.county + Levels.street, at: .division(RectificationOrder.county), today: [RectificationOrder.rectifiedOn],
    unset: RectificationOrder.rectifiedOn, evidence: true)

  static let determineRefusal = CommandDescription.update(
    "determine refusal", "认定拒不整改", article: "A8", RectificationOrder.schema, zh: "期限届满、书面催告后仍不整改，由县（区）认定；下达通知的人不得认定",
    en: "determine that the enterprise refuses, after the deadline and a written reminder", by: Levels.county,
    at: .division(RectificationOrder.county), today: [RectificationOrder.refusedOn], unset: RectificationOrder.refusedOn, isDecision: true,
    evidence: true, notBy: ["order rectification"])

  static let propose = CommandDescription(
    "propose exit", "提出退出", article: "A8", .new, ExitCase.schema, zh: "住建部门或街道（乡镇）提出启动退出机制", en: "the county department or the street proposes an exit",
    by: Levels.county + Levels.street, at: .division(ExitCase.county),
    arguments: [
      .init(ExitCase.enterprise, example: "91140403YYYY00020N"), .init(ExitCase.county, example: "140403"), .init(ExitCase.ground, example: "投诉触发"),
    ], evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.writeArguments(and: [
      (ExitCase.number, .text(CaseValue.trimmed(attempt.command.subject))), (ExitCase.status, "proposed"), confirmation(attempt),
    ])
  }

  static let confirm = CommandDescription(
    "confirm exit", "会同确认", article: "A8", .existing, ExitCase.schema, zh: "另一方（住建部门或街道）确认", en: "the other of the two confirms: street or county department",
    by: Levels.county + Levels.street, at: .division(ExitCase.county), from: (ExitCase.status, ["proposed"]), notBy: ["propose exit"]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let (field, value) = confirmation(attempt)
    try attempt.require(
      !attempt.row.has(field), "already-done", zh: "\(field.chinese)已有记录", en: "`\(field.name)` is recorded already")
    return attempt.write([(field, value)])
  }

  private static func confirmation(_ attempt: CommandAttempt) -> (Field, CaseValue) {
    (attempt.officer.level == .street ? ExitCase.streetOn : ExitCase.departmentOn, .day(attempt.day))
  }

  static let start = CommandDescription(
    "start exit", "启动退出", article: "A8", .existing, ExitCase.schema, zh: "属地住建部门会同街道（乡镇）依法依规启动；按属实投诉人数、拒不整改或满意度复核",
    en: "the county starts the exit together with the street; the exit test is run again on the day", by: Levels.county,
    at: .division(ExitCase.county), from: (ExitCase.status, ["proposed"]), isDecision: true,
    needs: ExitFacts.needs + [
      Need("guidances", Guidance.schema, [(Guidance.enterprise, .subject(ExitCase.enterprise)), (Guidance.county, .subject(ExitCase.county))])
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    var values: [(Field, CaseValue)] = [
      (ExitCase.status, "started"), (ExitCase.startedOn, .day(attempt.day)),
      (ExitCase.document, .text(CaseValue.trimmed(attempt.command.document ?? ""))),
    ]
    if attempt.row.text(ExitCase.ground) == "owners' reaction" {
      try attempt.require(
        !attempt.rows("guidances").isEmpty, "exit-without-determination", zh: "没有引导解聘认定（拒不整改、不履约且业主反映强烈）",
        en: "there is no determination that owners are to be guided (refusal, breach, strong reaction)")
      return attempt.write(values)
    }
    let finding = try ExitFacts.finding(attempt)
    guard let finding, finding.isTriggered else {
      let limbs = finding?.limbs ?? []
      throw attempt.refusal(
        "exit-not-triggered", zh: "未达到退出条件：" + (limbs.isEmpty ? "没有属实投诉" : limbs.map(\.sentence.zh).joined(separator: "；")),
        en: "the exit test is not met: " + (limbs.isEmpty ? "no substantiated complaint" : limbs.map(\.sentence.en).joined(separator: "; ")))
    }
    values.append((ExitCase.complainants, .number(Int64(finding.complainants))))
    return attempt.write(values)
  }

  static let determineGuidance = CommandDescription.record(
    "determine guidance", "认定引导解聘", article: "A8", Guidance.schema, zh: "拒不整改、不履约且业主反映强烈：认定后引导业主按程序解聘",
    en: "refusal, breach and strong reaction of the owners are determined: owners are guided to dismiss", by: Levels.county,
    at: .project(Guidance.project),
    [Guidance.enterprise, Guidance.project, Guidance.county, Guidance.refuses, Guidance.breach, Guidance.strongReaction, Guidance.facts],
    today: [Guidance.determinedOn], document: Guidance.document, isDecision: true, evidence: true)

  static let guidanceOutcome = CommandDescription.update(
    "record guidance outcome", "记录引导结果", article: "A8", Guidance.schema, zh: "引导之后业主如何决定、退出和移交如何", en: "what came of the guidance: the owners' decision, the exit, the hand-over",
    by: Levels.county + Levels.street, at: .project(Guidance.project), [.init(Guidance.outcome, example: "业主大会决定解聘，已移交")], unset: Guidance.outcome)

  static let vote = Field("owner_vote", "业主表决", .reference("owner_vote"), "The owners' vote", source: "Civil Code 278", required: true)
  static let contract = Field("contract", "合同", .reference("contract"), "The contract", required: true)
  static let steps = Need("steps", ExitStep.schema, [(ExitStep.exitCase, .subject(ExitCase.number))])
  static let running = ["started", "owners deciding", "handing over", "litigation"]

  /// Adds a step to the case and moves it on.
  static func step(
    _ attempt: CommandAttempt, _ kind: String, project: CaseValue, document: CaseValue, to status: String?
  ) -> [Change] {
    let number = "\(attempt.row.key)/\(attempt.rows("steps").count + 1)"
    let row = Change(
      ExitStep.schema, key: number, isNew: true,
      [
        (ExitStep.number, .text(number)), (ExitStep.exitCase, attempt.row[ExitCase.number]), (ExitStep.project, project),
        (ExitStep.step, .text(kind)), (ExitStep.doneOn, .day(attempt.day)), (ExitStep.document, document),
      ])
    guard let status else { return [row] }
    return [row] + attempt.write([(ExitCase.status, .text(status))])
  }

  static let ownersDecision = CommandDescription(
    "record owners decision", "记录业主决定", article: "A8", .existing, ExitCase.schema, zh: "业主共同决定解聘（达到民法典第278条比例）",
    en: "the owners decided to dismiss, by the majorities of Civil Code 278", by: Levels.county + Levels.street, at: .division(ExitCase.county),
    arguments: [.init(vote, example: "BJ-2026-3")], from: (ExitCase.status, ["started", "owners deciding"]),
    needs: [
      steps, Need("vote", OwnerVote.schema, [(OwnerVote.number, .argument(vote))]),
      Need("contracts", Contract.schema, [(Contract.project, .related("vote", OwnerVote.project))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let vote = attempt.first("vote"), vote.text(OwnerVote.matter) == "dismiss" else {
      throw attempt.refusal("vote-other-matter", zh: "该表决的事项不是解聘", en: "that vote was not about dismissal")
    }
    try attempt.require(OwnerVotes.isCarried(vote), "vote-not-carried", zh: "该表决未达到法定比例", en: "that vote did not carry")
    try attempt.require(
      attempt.rows("contracts").contains { $0[Contract.enterprise] == attempt.row[ExitCase.enterprise] }, "vote-other-enterprise",
      zh: "该项目的合同企业不是本案企业", en: "that estate has no contract with the enterprise of this case")
    return step(attempt, "owners' decision", project: vote[OwnerVote.project], document: vote[OwnerVote.document], to: "handing over")
  }

  static let contractEnd = CommandDescription(
    "record contract end", "记录合同到期", article: "A8", .existing, ExitCase.schema, zh: "合同到期或终止", en: "the contract has run out or ended",
    by: Levels.county + Levels.street, at: .division(ExitCase.county), arguments: [.init(contract, example: "HT-1")],
    from: (ExitCase.status, running), needs: [steps, Need("contract", Contract.schema, [(Contract.number, .argument(contract))])]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let contract = attempt.first("contract"), contract[Contract.enterprise] == attempt.row[ExitCase.enterprise] else {
      throw attempt.refusal("contract-other-enterprise", zh: "不是本案企业的合同", en: "it is no contract of the enterprise of this case")
    }
    let ended = contract.day(Contract.endedOn) ?? contract.day(Contract.until)
    try attempt.require(
      ended.map { $0 <= attempt.day } ?? false, "contract-runs", zh: "合同尚未到期", en: "the contract still runs")
    return step(attempt, "contract end", project: contract[Contract.project], document: contract[Contract.number], to: "handing over")
  }

  static let mutualTermination = simple(
    "record mutual termination", "记录协商解除", "mutual termination", "handing over", zh: "双方协商解除合同，附协议", en: "both parties ended the contract")
  static let refusalToLeave = CommandDescription(
    "record refusal to leave", "记录拒不退出", article: "A8", .existing, ExitCase.schema, zh: "服务依法终止后拒不退出、不依法移交：县（区）凭文书认定，一项目一次",
    en: "it refuses to leave or to hand over after a lawful end: the county determines it, once for an estate", by: Levels.county,
    at: .division(ExitCase.county), arguments: [.init(ExitStep.project, example: "140403001001")], from: (ExitCase.status, running),
    isDecision: true, law: regulation, evidence: true, needs: [steps, CreditEntries.records(of: .subject(ExitCase.enterprise))],
    decide: LeavingDetermination.refuses)
  static let guideToSue = simple(
    "guide to sue", "指导诉讼", "guidance to sue", "litigation", zh: "指导业主或业委会（物管会）通过诉讼解决", en: "owners are guided to go to court")

  /// Where a case goes on from what the court said.
  private static let afterCourt = ["judgment": "handing over", "court settlement": "handing over", "claim dismissed": "started"]

  static let judgment = CommandDescription(
    "record judgment", "记录判决", article: "A8", .existing, ExitCase.schema, zh: "法院对退出、移交的裁判：判决、法院调解或驳回诉请",
    en: "what the court said about leaving and hand-over: a judgment, a settlement, or a claim dismissed", by: Levels.county + Levels.street,
    at: .division(ExitCase.county), arguments: [.init(ExitStep.project, example: "140403001001"), .init(ExitStep.step, example: "判决")],
    from: (ExitCase.status, ["litigation"]), evidence: true, needs: [steps]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let kind = attempt[ExitStep.step].text, let status = afterCourt[kind] else {
      let words = ExitStep.steps.values.filter { afterCourt[$0.name] != nil }
      throw attempt.refusal(
        "judgment-unclear", zh: "“退出步骤”须为：\(words.map(\.chinese).joined(separator: "、"))",
        en: "the step is one of \(words.map(\.name).joined(separator: ", "))")
    }
    let document = CreditEntries.document(attempt)
    try attempt.require(
      !document.isEmpty, "document-missing", zh: "裁判文书须有案号（--document）", en: "the court's paper has a number (--document)")
    try attempt.require(
      attempt.rows("steps").contains { $0.text(ExitStep.step) == "guidance to sue" && (!$0.has(ExitStep.project) || $0[ExitStep.project] == attempt[ExitStep.project]) },
      "judgment-without-claim", zh: "本案没有指导该项目诉讼的记录", en: "nobody was guided to go to court about that estate in this case")
    return step(attempt, kind, project: attempt[ExitStep.project], document: .text(document), to: status)
  }

  private static func simple(
    _ name: String, _ chinese: String, _ kind: String, _ status: String?, zh: String, en: String
  ) -> CommandDescription {
    CommandDescription(
      name, chinese, article: "A8", .existing, ExitCase.schema, zh: zh, en: en, by: Levels.county + Levels.street, at: .division(ExitCase.county),
      arguments: [.init(ExitStep.project, example: "140403001001")], from: (ExitCase.status, running), evidence: true, needs: [steps]
    ) { (attempt: CommandAttempt) throws(Refusal) in
      step(
        attempt, kind, project: attempt[ExitStep.project], document: attempt.command.document.map { .text($0) } ?? .none, to: status)
    }
  }

  static let startHandover = CommandDescription.record(
    "start handover", "启动移交", article: "A8", Handover.schema, zh: "物业服务用房、设施设备、管理资料移交开始", en: "premises, facilities and records are to be handed over",
    by: Levels.lower, at: .project(Handover.project), [Handover.project, Handover.enterprise, Handover.successor, Handover.due],
    today: [Handover.startedOn])

  static let recordHandover = CommandDescription(
    "record handover", "记录移交", article: "A8", .existing, Handover.schema, zh: "逐项记录移交；三项齐全即告完成", en: "record what was handed over; all three complete it",
    by: Levels.lower, at: .project(Handover.project),
    arguments: [
      .init(Handover.premisesOn, required: false, example: "2026-10-08"), .init(Handover.facilitiesOn, required: false),
      .init(Handover.recordsOn, required: false),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let parts = [Handover.premisesOn, Handover.facilitiesOn, Handover.recordsOn]
    for field in parts { try attempt.requireNotFuture(field) }
    let given = parts.filter { attempt.has($0) }
    try attempt.require(!given.isEmpty, "nothing-to-record", zh: "没有写明移交了什么", en: "nothing was handed over")
    if let field = given.first(where: { attempt.row.has($0) }) {
      throw attempt.refusal("already-done", zh: "“\(field.chinese)”已有记录", en: "`\(field.name)` is recorded already")
    }
    let complete = parts.allSatisfy { attempt.has($0) || attempt.row.has($0) }
    return attempt.writeArguments(and: complete ? [(Handover.doneOn, .day(attempt.day))] : [])
  }

  static let recordExited = CommandDescription(
    "record exited", "记录退出", article: "A8", .existing, ExitCase.schema, zh: "企业已退出：须有业主决定、合同到期或协商解除", en: "the enterprise has left, on one of the lawful grounds",
    by: Levels.county, at: .division(ExitCase.county), from: (ExitCase.status, running)
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([(ExitCase.status, "exited"), (ExitCase.endedOn, .day(attempt.day))])
  }

  static let endCase = CommandDescription(
    "end exit case", "终结退出案件", article: "A8", .existing, ExitCase.schema, zh: "整改到位或条件不再具备，终结案件", en: "the case ends without an exit", by: Levels.county,
    at: .division(ExitCase.county), arguments: [.init(ComplaintCommands.reason, example: "已整改并取得业主谅解")],
    from: (ExitCase.status, ["proposed"] + running), isDecision: true, law: regulation
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([(ExitCase.status, "ended"), (ExitCase.endedOn, .day(attempt.day))])
  }
}
