internal import Columns

/// A4: 对实行政府指导价的普通住宅小区前期物业服务收费实行分级定价
/// Reading: an estate pays one fee for a level of service on a day, guided or market. Parameters: none.
extension CityInvariant {
  static let feesOverlap = CityInvariant(
    "fees-overlap", "A4", on: ProjectFee.schema, zh: "同一项目同一服务等级同一日期只有一个收费标准", en: "an estate pays one fee for a level of service on a day",
    help: Bilingual(zh: "先终止旧标准（xize do 终止收费标准），新标准从次日起", en: "end the old fee first (xize do end-fee); the new one begins on the day after"),
    needs: [Need("fees", ProjectFee.schema, [(ProjectFee.project, .subject(ProjectFee.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    let other = changed.overlapping("fees", from: ProjectFee.startsOn, to: ProjectFee.endedOn).first {
      $0[ProjectFee.serviceLevel] == changed.row[ProjectFee.serviceLevel]
    }
    guard let other else { return nil }
    return Bilingual(zh: "与收费标准 `\(other.key)` 期间重叠", en: "it overlaps with the fee `\(other.key)`")
  }
}
