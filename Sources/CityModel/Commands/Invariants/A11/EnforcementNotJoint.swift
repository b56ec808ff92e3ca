internal import Columns

/// A11: 每季度至少开展一次联合执法
/// Reading: 联合 is of two departments or more. Parameters: none.
extension CityInvariant {
  static let enforcementNotJoint = CityInvariant(
    "enforcement-not-joint", "A11", on: JointEnforcement.schema, zh: "联合执法须有两个以上部门", en: "joint enforcement is of two departments or more"
  ) { (changed: ChangedRow) throws(Refusal) in
    let departments = Set(
      (changed.row.text(JointEnforcement.departments) ?? "").split { "、，,；; ".contains($0) }.map(String.init))
    return departments.count >= 2 ? nil : Bilingual(zh: "只有\(departments.count)个部门", en: "only \(departments.count) department took part")
  }
}
