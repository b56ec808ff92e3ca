internal import Columns

/// A11: 严重侵害群众利益，限制其承接新的物业服务项目
/// Reading 25: a recorded decision; a contract made while it was in force is not filed. Parameters: none.
extension CityInvariant {
  static let contractRestricted = CityInvariant(
    "contract-restricted", "A11", on: Contract.schema, zh: "限制承接新项目期间签订的合同不予备案",
    en: "no contract is filed that was made while the enterprise was restricted from new estates",
    needs: [Need("restrictions", Restriction.schema, [(Restriction.enterprise, .subject(Contract.enterprise))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Contract.filedOn), let made = changed.row.day(Contract.signedOn) ?? changed.row.day(Contract.from) else { return nil }
    guard let restriction = changed.rows("restrictions").first(where: { Restrictions.isInForce($0, on: made) }) else { return nil }
    return Bilingual(
      zh: "企业自 \(restriction[Restriction.decidedOn].shown(as: .day)) 起被限制承接新项目（\(restriction.text(Restriction.document) ?? "")）",
      en: "the enterprise has been restricted since \(restriction[Restriction.decidedOn].shown(as: .day)) (\(restriction.text(Restriction.document) ?? ""))")
  }
}
