internal import Columns

/// A10: 以市场化方式为主渠道，引入第三方物业服务企业入驻。
/// Reading: a professional service has a contract in force on the day. Parameters: none.
extension CityInvariant {
  static let modeWithoutContract = CityInvariant(
    "mode-without-contract", "A10", on: Project.schema, zh: "专业服务须有有效合同", en: "a professional service has an active contract",
    needs: [Need("contracts", Contract.schema, [(Contract.project, .subject(Project.code))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("professional", Project.serviceMode),
      !changed.rows("contracts").contains(where: { Contracts.isActive($0, on: changed.day) })
    else { return nil }
    return Bilingual(zh: "没有有效合同，不能记为专业服务", en: "there is no active contract")
  }
}
