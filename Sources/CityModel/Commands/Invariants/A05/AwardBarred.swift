internal import Columns

/// A5: 建设单位在进行前期物业招投标时必须在已备案的企业名单中选聘。……禁止“黑榜”企业名录和信用评价D级的企业进入市场。
/// Reading 15, 16, 17: judged on the day of the award; the ban binds public institutions and state-owned enterprises, developers by parameter, owners never. Parameters: `tender.eligible`, `tender.banBindsDevelopers`, `list.blackScope`.
extension CityInvariant {
  static let awardBarred = CityInvariant(
    "award-barred", "A5", on: Tender.schema, zh: "定标当日未备案、在黑榜、D级或被限制承接的企业不得中标（机关事业单位、国有企业；建设单位须备案；业主自主选聘仅受限制承接约束）",
    en: "no award to the unfiled, black, grade D or restricted on the day of the award",
    needs: TenderCase.needs(project: .subject(Tender.project), enterprise: .subject(Tender.winner))
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Tender.winner) else { return nil }
    let terms = try TenderCase.terms(changed.rulebook, on: changed.day)
    let bars = TenderCase.standing(changed.related, terms, on: changed.day).judge(changed.row.text(Tender.tendererKind) ?? "", terms).bars
    return bars.isEmpty ? nil : bars.joined
  }
}
