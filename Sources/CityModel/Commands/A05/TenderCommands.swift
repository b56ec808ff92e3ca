internal import Columns

/// 招投标监管, A5: developers choose from the filed; public institutions and state-owned enterprises from red list or grade A, never black
/// or D. What a bidder was on the day of the check is kept with the bid.
public let tenderCommands: [CommandDescription] = [
  TenderCommands.open, TenderCommands.openBids, TenderCommands.admit, TenderCommands.evaluate, TenderCommands.award, TenderCommands.sign, TenderCommands.enterExpert, TenderCommands.endExpert,
  TenderCommands.drawExpert,
]

enum TenderCommands {
  static let open = CommandDescription.record(
    "open tender", "发布招标", article: "A5", Tender.schema, zh: "发布招标公告", en: "announce a tender", by: Levels.upper, at: .project(Tender.project),
    [Tender.project, Tender.tendererKind, Tender.declaredOn], today: [Tender.announcedOn], past: [Tender.declaredOn])

  static let openBids = CommandDescription.update(
    "open bids", "开标", article: "A5", Tender.schema, zh: "开标", en: "open the bids", by: Levels.upper, at: .project(Tender.project),
    today: [Tender.bidsOpenedOn], unset: Tender.bidsOpenedOn)

  static let admit = CommandDescription(
    "admit bidder", "准予投标", article: "A5", .new, Bid.schema, zh: "核验当日的备案、榜单、等级和限制，随投标留存；不符合的不予准入",
    en: "check filing, lists, grade and restrictions of the day, kept with the bid; who is not eligible is refused", by: Levels.upper,
    at: .related("tender", Tender.project), arguments: [.init(Bid.tender, example: "ZB-1"), .init(Bid.enterprise, example: "91140403YYYY00020N")],
    needs: [.row(argument: Bid.tender, in: Tender.schema)]
      + TenderCase.needs(project: .related("tender", Tender.project), enterprise: .argument(Bid.enterprise)),
    warnings: { (attempt: CommandAttempt) throws(Refusal) in
      try TenderCommands.judge(attempt, attempt.first("tender")?.text(Tender.tendererKind)).warnings
    }
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let tender = attempt.first("tender")
    try attempt.require(!(tender?.has(Tender.awardedOn) ?? true), "tender-awarded", zh: "招标已定标", en: "the tender is awarded")
    let bars = try judge(attempt, tender?.text(Tender.tendererKind)).bars.joined
    try attempt.require(bars.zh.isEmpty, "bidder-not-eligible", zh: "该企业不得准予投标：\(bars.zh)", en: "the enterprise may not be admitted: \(bars.en)")
    let facts = TenderCase.standing(attempt.related, try TenderCase.terms(attempt.rulebook, on: attempt.day), on: attempt.day)
    return attempt.writeArguments(and: [
      (Bid.number, .text(CaseValue.trimmed(attempt.command.subject))), (Bid.submittedOn, .day(attempt.day)), (Bid.checkedOn, .day(attempt.day)),
      (Bid.wasFiled, .flag(facts.isFiled)), (Bid.wasRed, .flag(facts.isRed)), (Bid.wasBlack, .flag(facts.isBlack)),
      (Bid.grade, facts.grade.map { .text($0) } ?? .none), (Bid.wasRestricted, .flag(facts.isRestricted)), (Bid.admitted, .flag(true)),
    ])
  }

  static let award = CommandDescription(
    "award", "定标", article: "A5", .existing, Tender.schema, zh: "从准予投标的企业中定标；当日再次核验", en: "award to an admitted bidder; checked again on the day",
    by: Levels.upper, at: .project(Tender.project), arguments: [
      .init(Tender.winner, example: "91140403YYYY00020N"), .init(Tender.negotiationApproval, required: false, example: "潞州住建〔2026〕30号"),
    ], isDecision: true, law: "物业管理条例",
    needs: TenderCase.needs(project: .subject(Tender.project), enterprise: .argument(Tender.winner)) + [
      Need("bids", Bid.schema, [(Bid.tender, .subject(Tender.number))]), Need("drawings", ExpertDrawing.schema, [(ExpertDrawing.tender, .subject(Tender.number))]),
    ],
    warnings: { (attempt: CommandAttempt) throws(Refusal) in try TenderCommands.judge(attempt, attempt.row.text(Tender.tendererKind)).warnings }
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(!attempt.row.has(Tender.awardedOn), "tender-awarded", zh: "招标已定标", en: "the tender is awarded")
    return attempt.writeArguments(and: [
      (Tender.awardedOn, .day(attempt.day)),
      (Tender.document, .text(CaseValue.trimmed(attempt.command.document ?? ""))),
    ])
  }

  static let evaluate = CommandDescription.update(
    "evaluate bids", "评标", article: "A5", Tender.schema, zh: "评标专家完成评标", en: "the experts have judged the bids", by: Levels.upper,
    at: .project(Tender.project), today: [Tender.evaluatedOn], unset: Tender.evaluatedOn
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(attempt.row.has(Tender.bidsOpenedOn), "bids-not-opened", zh: "尚未开标", en: "the bids are not opened")
  }

  static let sign = CommandDescription.update(
    "sign tender contract", "签订中标合同", article: "A5", Tender.schema, zh: "与中标企业签订的合同", en: "the contract that was signed with the winner", by: Levels.upper,
    at: .project(Tender.project), [.init(Tender.contract, example: "HT-1")], unset: Tender.contract,
    needs: [.row(argument: Tender.contract, in: Contract.schema)]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let contract = attempt.first("contract")
    try attempt.require(
      attempt.row.has(Tender.winner) && contract?[Contract.enterprise] == attempt.row[Tender.winner] && contract?[Contract.project] == attempt.row[Tender.project],
      "contract-not-of-award", zh: "合同的企业或项目与中标结果不符", en: "the contract is of another enterprise or estate than the award")
  }

  private static func judge(_ attempt: CommandAttempt, _ tenderer: String?) throws(Refusal) -> TenderEligibility.Finding {
    let terms = try TenderCase.terms(attempt.rulebook, on: attempt.day)
    return TenderCase.standing(attempt.related, terms, on: attempt.day).judge(tenderer ?? "", terms)
  }

  static let enterExpert = CommandDescription.record(
    "enter expert", "专家入库", article: "A5", Expert.schema, zh: "评标专家库", en: "an expert joins the pool", by: Levels.city, at: .city,
    [Expert.specialty], today: [Expert.admittedOn])

  static let endExpert = CommandDescription.update(
    "end expert", "专家出库", article: "A5", Expert.schema, zh: "该专家不再在评标专家库内", en: "an expert leaves the pool", by: Levels.city, at: .city,
    [.init(ComplaintCommands.reason, example: "聘期届满")], today: [Expert.endedOn], unset: Expert.endedOn)

  static let drawExpert = CommandDescription.record(
    "draw expert", "抽取专家", article: "A5", ExpertDrawing.schema, zh: "从专家库抽取，记录回避", en: "an expert is drawn for a tender", by: Levels.upper,
    at: .related("tender", Tender.project), [ExpertDrawing.tender, ExpertDrawing.expert, ExpertDrawing.recused], today: [ExpertDrawing.drawnOn],
    needs: [
      .row(argument: ExpertDrawing.tender, in: Tender.schema), .row(argument: ExpertDrawing.expert, in: Expert.schema),
      Need("drawn", ExpertDrawing.schema, [(ExpertDrawing.tender, .argument(ExpertDrawing.tender)), (ExpertDrawing.expert, .argument(ExpertDrawing.expert))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let left = attempt.first(ExpertDrawing.expert.name)?.day(Expert.endedOn)
    try attempt.require(
      left.map { attempt.day < $0 } ?? true, "expert-left", zh: "该专家已于 \(left?.description ?? "") 出库", en: "the expert left the pool on \(left?.description ?? "")")
    let same = attempt.first("drawn")
    try attempt.require(
      same == nil, "already-done", zh: "该专家已为本次招标抽取（`\(same?.key ?? "")`）", en: "the expert is drawn for this tender already (`\(same?.key ?? "")`)")
  }
}
