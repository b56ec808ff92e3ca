internal import Columns

/// A4: 对实行政府指导价的普通住宅小区前期物业服务收费实行分级定价
/// Reading: the government guides the fee of ordinary housing under a preliminary contract on the fee's first day, and no other; where housing or contract is unknown nothing is said. Parameters: none.
extension CityInvariant {
  static let regimeWrong = CityInvariant(
    "regime-wrong", "A4", on: ProjectFee.schema, zh: "普通住宅的前期物业服务收费执行政府指导价，其他由市场调节", en: "the fee of ordinary housing in preliminary service is guided, any other is the market's",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(ProjectFee.project))]),
      Need("contracts", Contract.schema, [(Contract.project, .subject(ProjectFee.project))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let day = changed.row.day(ProjectFee.startsOn) else { return nil }
    let isOrdinary = changed.first("project")?.flag(Project.ordinaryHousing)
    let kind = changed.rows("contracts").first { Contracts.isActive($0, on: day) }?.text(Contract.kind)
    switch changed.row.text(ProjectFee.regime) {
    case "guided":
      if isOrdinary == false { return Bilingual(zh: "该项目不是普通住宅，收费由市场调节", en: "the estate is no ordinary housing: its fee is the market's") }
      if kind == "ordinary" {
        return Bilingual(zh: "\(day) 的合同不是前期合同，收费由市场调节", en: "the contract of \(day) is no preliminary one: the fee is the market's")
      }
    case "market":
      if isOrdinary == true, kind == "preliminary" {
        return Bilingual(zh: "普通住宅的前期服务执行政府指导价", en: "preliminary service of ordinary housing has a guided fee")
      }
    default: break
    }
    return nil
  }
}
