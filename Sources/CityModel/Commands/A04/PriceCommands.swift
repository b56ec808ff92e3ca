internal import Columns

/// 质价相符的物业服务收费, A4.
public let priceCommands: [CommandDescription] = [
  .record(
    "adopt standard", "发布服务标准", article: "A4", ServiceStandard.schema, zh: "《长治市住宅物业服务标准》的一个等级", en: "a level of the city's service standard",
    by: Levels.city, at: .city, [ServiceStandard.serviceLevel, ServiceStandard.version, ServiceStandard.subject],
    today: [ServiceStandard.adoptedOn], document: ServiceStandard.document),
  .record(
    "set guided price", "制定指导价", article: "A4", GuidedPrice.schema, zh: "分级定价：基准价和浮动幅度，附测算依据", en: "a guided price of a level: base and float, with its inputs",
    by: Levels.upper, at: .division(GuidedPrice.county),
    [
      GuidedPrice.county, GuidedPrice.serviceLevel, GuidedPrice.basePrice, GuidedPrice.floatUp, GuidedPrice.floatDown, GuidedPrice.startsOn,
      GuidedPrice.expiresOn, GuidedPrice.averageCost, GuidedPrice.minimumWage, GuidedPrice.priceIndex, GuidedPrice.inputSource,
    ], document: GuidedPrice.document, isDecision: true, law: "价格法"),
  .update(
    "classify estate", "认定普通住宅", article: "A4", Project.schema, zh: "认定小区是否普通住宅：其前期物业服务收费执行政府指导价", en: "say whether an estate is ordinary housing, whose preliminary service has a guided fee",
    by: Levels.upper, at: .thisProject, [.init(Project.ordinaryHousing, example: "是")], evidence: true),
  .record(
    "record fee", "记录收费标准", article: "A4", ProjectFee.schema, zh: "项目的物业费：政府指导或市场调节", en: "an estate's fee: guided or market",
    by: Levels.lower, at: .project(ProjectFee.project), [ProjectFee.project, ProjectFee.regime, ProjectFee.serviceLevel, ProjectFee.price, ProjectFee.startsOn]),
  .update(
    "end fee", "终止收费标准", article: "A4", ProjectFee.schema, zh: "该收费标准不再执行", en: "the fee is charged no more", by: Levels.lower,
    at: .project(ProjectFee.project), [.init(ProjectFee.endedOn, example: "2026-12-31")], unset: ProjectFee.endedOn),
  .record(
    "record violation", "记录价格违法", article: "A4", PriceViolation.schema, zh: "市场监督管理部门的决定", en: "what the market regulator decided",
    by: Levels.upper, at: .division(PriceViolation.county),
    [PriceViolation.enterprise, PriceViolation.project, PriceViolation.county, PriceViolation.kind, PriceViolation.decidedOn, PriceViolation.penalty],
    past: [PriceViolation.decidedOn], document: PriceViolation.document, evidence: true,
    needs: [CreditEntries.records(of: .argument(PriceViolation.enterprise))],
    also: { (attempt: CommandAttempt) throws(Refusal) in
      CreditEntries.enter(
        .init(
          item: "D07", enterprise: attempt[PriceViolation.enterprise], project: attempt[PriceViolation.project], county: attempt[PriceViolation.county],
          on: attempt[PriceViolation.decidedOn].day ?? attempt.day, document: CreditEntries.document(attempt)), attempt)
    }),
]
