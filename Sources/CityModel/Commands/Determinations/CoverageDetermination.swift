internal import Columns

/// A12: 加大小区电动自行车棚和充电桩的建设力度，推进高层住宅电梯智能阻车系统全覆盖
/// Reading: G06 is entered when every estate that is served today is surveyed without a gap and every lift of a residential high-rise keeps bicycles out. Parameters: `charging.turnover`, `credit.recordMonths`.
enum CoverageDetermination {
  static let needs = [
    Need("contracts", Contract.schema, [(Contract.enterprise, .subject(Enterprise.uscc))]),
    Need("surveys", ChargingSurvey.schema, [(ChargingSurvey.project, .each("contracts", Contract.project))]),
    Need("lifts", Lift.schema, [(Lift.project, .each("contracts", Contract.project))]),
    CreditEntries.records(of: .subject(Enterprise.uscc)),
  ]

  /// Every estate that is served today is surveyed without a gap, and every lift of a residential high-rise keeps bicycles out.
  static func confirm(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let estates = Set(attempt.rows("contracts").filter { Contracts.isActive($0, on: attempt.day) }.compactMap { $0.text(Contract.project) })
    try attempt.require(!estates.isEmpty, "nobody-serves", zh: "企业现在没有服务项目", en: "the enterprise serves no estate today")
    let open = attempt.rows("lifts").first { row in
      estates.contains(row.text(Lift.project) ?? "") && row.flag(Lift.highRise) == true && row.flag(Lift.blocking) != true
    }
    if let open {
      throw attempt.refusal("lift-unblocked", zh: "电梯 `\(open.key)` 没有智能阻车", en: "the lift `\(open.key)` does not keep electric bicycles out")
    }
    let standard = try attempt.read(SafetyParameters.chargingTurnover)
    for estate in estates.sorted() {
      let survey = attempt.rows("surveys").filter { $0.text(ChargingSurvey.project) == estate }
        .max { ($0.number(ChargingSurvey.surveyedOn) ?? 0) < ($1.number(ChargingSurvey.surveyedOn) ?? 0) }
      guard let survey, let gap = gap(survey, standard) else {
        throw attempt.refusal("estate-unsurveyed", zh: "项目 `\(estate)` 没有充电摸排", en: "the estate `\(estate)` has no survey of charging")
      }
      try attempt.require(gap <= 0, "charging-gap", zh: "项目 `\(estate)` 尚缺 \(gap)", en: "the estate `\(estate)` lacks charging for \(gap) bicycles")
    }
    let valid = attempt.day.adding(months: -(try attempt.read(CreditParameters.recordMonths)).count)
    let held = attempt.rows(CreditEntries.need).contains { row in
      row.text(CreditRecord.item) == "G06" && row.day(CreditRecord.decidedOn).map { $0 > valid } == true
    }
    try attempt.require(!held, "already-done", zh: "信用档案已有记录，且在有效期内", en: "the credit file has it, and it is still valid")
    return CreditEntries.enter(
      .init(
        item: "G06", enterprise: .text(attempt.row.key), county: attempt[CreditRecord.county], on: attempt.day, document: CreditEntries.document(attempt),
        suffix: "/\(attempt.day)", origin: "\(Enterprise.schema.name) \(attempt.row.key) \(attempt.day)"), attempt)
  }

  /// Bicycles beyond what the sockets charge, as the column `shortfall` has it.
  private static func gap(_ survey: CaseRow, _ standard: Int) -> Int64? {
    guard let bikes = survey.number(ChargingSurvey.ebikes), let sockets = survey.number(ChargingSurvey.sockets), bikes >= 0, sockets >= 0 else { return nil }
    let scale = Rate.type.scale
    let each = survey.number(ChargingSurvey.turnover) ?? Int64(clamping: standard).multipliedReportingOverflow(by: scale).partialValue
    let (charged, overflow) = sockets.multipliedReportingOverflow(by: each)
    return overflow ? nil : bikes - charged / scale
  }
}
