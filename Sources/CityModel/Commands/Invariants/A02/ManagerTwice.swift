internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: an estate has one filed manager at a time. Parameters: none.
extension CityInvariant {
  static let managerTwice = CityInvariant(
    "manager-twice", "A2", on: ManagerAssignment.schema, zh: "一个项目同时只有一名备案负责人", en: "an estate has one manager at a time",
    help: Bilingual(zh: "先办理原负责人离任", en: "the other manager leaves first"),
    needs: [Need("managers", ManagerAssignment.schema, [(ManagerAssignment.project, .subject(ManagerAssignment.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    let other = changed.overlapping("managers", from: ManagerAssignment.startsOn, to: ManagerAssignment.endedOn).first
    guard let other else { return nil }
    return Bilingual(zh: "该项目已有负责人 `\(other.key)`", en: "the estate has the manager `\(other.key)`")
  }
}
