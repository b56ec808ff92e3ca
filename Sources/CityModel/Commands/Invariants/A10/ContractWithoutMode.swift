internal import Columns

/// A10: 推进小区物业服务全覆盖
/// Reading: an estate with a contract in force is served. Parameters: none.
extension CityInvariant {
  static let contractWithoutMode = CityInvariant(
    "contract-without-mode", "A10", on: Project.schema, zh: "有有效合同的项目不得记为无物业", en: "an estate with an active contract is not without service",
    needs: [Need("contracts", Contract.schema, [(Contract.project, .subject(Project.code))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("none", Project.serviceMode), let contract = changed.rows("contracts").first(where: { Contracts.isActive($0, on: changed.day) })
    else { return nil }
    return Bilingual(zh: "合同 `\(contract.key)` 有效，不能记为无物业", en: "the contract `\(contract.key)` is active")
  }
}
