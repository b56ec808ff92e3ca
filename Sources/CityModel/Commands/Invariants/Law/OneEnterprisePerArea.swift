internal import Columns

/// 物业管理条例 33: 一个物业管理区域由一个物业服务企业实施物业管理。
/// Reading: contracts of one estate never run at the same time. Parameters: none.
extension CityInvariant {
  static let oneEnterprisePerArea = CityInvariant(
    "one-enterprise-per-area", "物业管理条例 33", on: Contract.schema, zh: "一个物业管理区域由一个物业服务企业实施物业管理",
    en: "one area has one enterprise: contracts of an estate do not overlap",
    help: Bilingual(zh: "先终止原合同", en: "end the other contract first"),
    needs: [Need("contracts", Contract.schema, [(Contract.project, .subject(Contract.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    // Ending an old contract is always possible where it makes the time of service shorter, whatever was imported.
    guard changed.isNew || Contracts.reachesFurther(changed.row, than: changed.before) else { return nil }
    guard let other = changed.others("contracts").first(where: { Contracts.overlap(changed.row, $0) }) else { return nil }
    return Bilingual(zh: "与合同 `\(other.key)` 期间重叠", en: "it overlaps with the contract `\(other.key)`")
  }
}
