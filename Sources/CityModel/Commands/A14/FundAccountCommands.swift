internal import Columns

/// 维修资金, A14, beside the procedure of requests (``FundProcedure``): accounts, publication, investigation of diversion and fraud.
public let fundCommands: [CommandDescription] = [
  .record(
    "open account", "开立账户", article: "A14", FundAccount.schema, zh: "项目或楼栋的维修资金账户", en: "an account of the maintenance fund", by: Levels.county,
    at: .project(FundAccount.project), [FundAccount.project, FundAccount.building, FundAccount.balance, FundAccount.firstDeposit]),
  .update(
    "reconcile account", "账户对账", article: "A14", FundAccount.schema, zh: "与专户银行对账，每年至少一次", en: "reconcile with the bank, once a year at least",
    by: Levels.county, at: .project(FundAccount.project), [.init(FundAccount.balance, example: "820000.00")], today: [FundAccount.reconciledOn], evidence: true),
  .update(
    "publish account", "公布账户", article: "A14", FundAccount.schema, zh: "向业主公布", en: "publish the account to the owners", by: Levels.county,
    at: .project(FundAccount.project), today: [FundAccount.publishedOn]),
  .record(
    "allocate cost", "分摊费用", article: "A14", FundAllocation.schema, zh: "批准的费用由各账户按专有部分面积分摊", en: "what one account bears of an approved request",
    by: Levels.county, at: .related("fund_account", FundAccount.project),
    [FundAllocation.request, FundAllocation.account, FundAllocation.area, FundAllocation.share],
    needs: [.row(argument: FundAllocation.account, in: FundAccount.schema)]),
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
