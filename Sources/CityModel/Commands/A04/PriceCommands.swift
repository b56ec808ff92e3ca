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

/// Clauses about prices, A4.
public let priceInvariants: [CityInvariant] = [
  .init(
    "price-tables-overlap", "A4", on: GuidedPrice.schema, zh: "同一等级同一日期只有一个指导价", en: "a level has one guided price on a day",
    help: Bilingual(zh: "新价从旧价到期的次日起", en: "the new price begins on the day after the old one ends"),
    needs: [Need("prices", GuidedPrice.schema, [(GuidedPrice.serviceLevel, .subject(GuidedPrice.serviceLevel))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row.day(GuidedPrice.startsOn) else { return nil }
    let until = changed.row.day(GuidedPrice.expiresOn)
    if let until, until < from { return Bilingual(zh: "到期早于起日", en: "it ends before it begins") }
    let other = changed.others("prices").first { row in
      guard row[GuidedPrice.county] == changed.row[GuidedPrice.county], let start = row.day(GuidedPrice.startsOn) else { return false }
      return (row.day(GuidedPrice.expiresOn).map { from <= $0 } ?? true) && (until.map { start <= $0 } ?? true)
    }
    guard let other else { return nil }
    return Bilingual(zh: "与指导价 `\(other.key)` 期间重叠", en: "it overlaps with the price `\(other.key)`")
  },
  .init(
    "guided-fee-without-table", "A4", on: ProjectFee.schema, zh: "执行政府指导价的收费须有当日有效的同等级指导价", en: "a guided fee has a guided price of its level on its first day",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(ProjectFee.project))]),
      Need("prices", GuidedPrice.schema, [(GuidedPrice.serviceLevel, .subject(ProjectFee.serviceLevel))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, changed.row.text(ProjectFee.regime) == "guided", let day = changed.row.day(ProjectFee.startsOn) else { return nil }
    let county = changed.first("project")?[Project.county]
    let matches = changed.rows("prices").contains { row in
      guard row[GuidedPrice.county].isNone || row[GuidedPrice.county] == county else { return false }
      guard let from = row.day(GuidedPrice.startsOn), from <= day else { return false }
      return row.day(GuidedPrice.expiresOn).map { day <= $0 } ?? true
    }
    return matches ? nil : Bilingual(zh: "\(day) 没有该等级的指导价", en: "there is no guided price of that level on \(day)")
  },
  .init(
    "price-not-positive", "A4", on: ProjectFee.schema, GuidedPrice.schema, zh: "价格须大于零", en: "a price is more than zero"
  ) { (changed: ChangedRow) throws(Refusal) in
    let price = changed.row.number(ProjectFee.price) ?? changed.row.number(GuidedPrice.basePrice) ?? 1
    return price > 0 ? nil : Bilingual(zh: "价格须大于零", en: "the price is not more than zero")
  },
]
