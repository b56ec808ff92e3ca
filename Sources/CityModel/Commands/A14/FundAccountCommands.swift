internal import Columns

/// 维修资金, A14, beside the procedure of requests (``FundProcedure``): accounts, publication, investigation of diversion and fraud.
public let fundCommands: [CommandDescription] = [
  .record(
    "enter building", "登记楼栋", article: "A14", Building.schema, zh: "小区的一栋楼：账户、表决、电梯和投诉可落到楼栋", en: "a building of an estate, which accounts, votes, lifts and complaints can name",
    by: Levels.lower, at: .project(Building.project),
    [Building.project, Building.name, Building.highRise, Building.households, Building.area, Building.entrances]),
  .record(
    "open account", "开立账户", article: "A14", FundAccount.schema, zh: "项目或楼栋的维修资金账户", en: "an account of the maintenance fund", by: Levels.county,
    at: .project(FundAccount.project), [FundAccount.project, FundAccount.building, FundAccount.balance, FundAccount.firstDeposit]),
  .update(
    "reconcile account", "账户对账", article: "A14", FundAccount.schema, zh: "与专户银行对账，每年至少一次：余额写当日开账时的数，当日起的拨付由系统扣减",
    en: "reconcile with the bank, once a year at least: the balance with which the day began; payments of that day and later come off it",
    by: Levels.county, at: .project(FundAccount.project), [.init(FundAccount.balance, example: "820000.00")], today: [FundAccount.reconciledOn], evidence: true),
  .update(
    "publish account", "公布账户", article: "A14", FundAccount.schema, zh: "向业主公布", en: "publish the account to the owners", by: Levels.county,
    at: .project(FundAccount.project), today: [FundAccount.publishedOn]),
  CommandDescription(
    "allocate cost", "分摊费用", article: "A14", .existing, FundRequest.schema, zh: "已批准而尚未分摊的费用，由各账户按专有部分面积分摊，精确到分；批准时已自动分摊的不必再办",
    en: "divides an approved cost that came in undivided over the accounts by exclusive area, to the fen; an approval here divides it by itself",
    by: Levels.county, at: .project(FundRequest.project),
    needs: [
      Need("accounts", FundAccount.schema, [(FundAccount.project, .subject(FundRequest.project))]),
      Need("buildings", Building.schema, [(Building.project, .subject(FundRequest.project))]), .row(FundRequest.project, in: Project.schema),
      Need("shares", FundAllocation.schema, [(FundAllocation.request, .key)]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let approved = attempt.row.money(FundRequest.approved) else {
      throw attempt.refusal("not-approved", zh: "申请尚未批准", en: "the request is not approved")
    }
    try attempt.require(attempt.rows("shares").isEmpty, "already-done", zh: "费用已经分摊", en: "the cost is divided already")
    let bearing = FundAccounts.bearing(
      building: attempt.row.text(FundRequest.building), of: attempt.rows("accounts"), buildings: attempt.rows("buildings"),
      project: attempt.first(FundRequest.project.name))
    try attempt.require(
      !bearing.isEmpty, "account-missing", zh: "台账中没有该项目的维修资金账户", en: "the register has no account of the estate",
      help: Bilingual(zh: "先用 xize do 开立账户 录入", en: "enter it first: xize do open-account"))
    let areas = bearing.count == 1 ? [1] : bearing.map { $0.area ?? 0 }
    guard areas.allSatisfy({ $0 > 0 }), let parts = CostAllocation.divide(approved, by: areas) else {
      let lacking = bearing.filter { ($0.area ?? 0) <= 0 }.map(\.account.key).joined(separator: "、")
      throw attempt.refusal("account-area-missing", zh: "账户 \(lacking) 的面积未知，无法分摊", en: "the area of \(lacking) is not known: the cost cannot be divided")
    }
    return zip(bearing, parts).enumerated().map { index, pair in
      let number = FundAllocation.number(of: attempt.row.key, index)
      return Change(
        FundAllocation.schema, key: number, isNew: true,
        [
          (FundAllocation.number, .text(number)), (FundAllocation.request, .text(attempt.row.key)),
          (FundAllocation.account, .text(pair.0.account.key)), (FundAllocation.area, pair.0.area.map { .number($0) } ?? .none),
          (FundAllocation.share, .money(pair.1)),
        ])
    }
  },
  .record(
    "open investigation", "资金立案", article: "A14", FundInvestigation.schema, zh: "严查挪用、骗取维修资金的行为", en: "open an investigation of diversion or fraud",
    by: Levels.upper, at: .division(FundInvestigation.county),
    [FundInvestigation.enterprise, FundInvestigation.project, FundInvestigation.request, FundInvestigation.county, FundInvestigation.suspicion],
    today: [FundInvestigation.openedOn], evidence: true),
  CommandDescription(
    "decide investigation", "查处决定", article: "A14", .existing, FundInvestigation.schema, zh: "认定是否属实，追回金额；立案的人不得决定", en: "whether it is true, and what was recovered",
    by: Levels.upper, at: .division(FundInvestigation.county),
    arguments: [.init(FundInvestigation.finding, example: "属实"), .init(FundInvestigation.recovered, required: false, example: "30000")],
    isDecision: true, law: "住宅专项维修资金管理办法", evidence: true, notBy: ["open investigation"],
    needs: [CreditEntries.records(of: .subject(FundInvestigation.enterprise))]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(!attempt.row.has(FundInvestigation.decidedOn), "already-done", zh: "已有决定", en: "it is decided")
    try attempt.require(attempt.has(FundInvestigation.finding), "argument-missing", zh: "须写明认定（--finding）", en: "--finding is needed")
    let changes = attempt.writeArguments(and: [
      (FundInvestigation.decidedOn, .day(attempt.day)), (FundInvestigation.document, .text(CreditEntries.document(attempt))),
    ])
    // Diverted in part is diverted.
    guard ["substantiated", "partly"].contains(attempt[FundInvestigation.finding].text) else { return changes }
    return changes
      + CreditEntries.enter(
        .init(
          item: "V1", enterprise: attempt.row[FundInvestigation.enterprise], project: attempt.row[FundInvestigation.project],
          county: attempt.row[FundInvestigation.county], on: attempt.day, document: CreditEntries.document(attempt)), attempt)
  },
]
