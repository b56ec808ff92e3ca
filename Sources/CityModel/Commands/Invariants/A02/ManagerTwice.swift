internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: an estate has one filed manager at a time. Parameters: none.
extension CityInvariant {
  static let managerTwice = CityInvariant(
    "manager-twice", "A2", on: ManagerAssignment.schema, zh: "一个项目同时只有一名备案负责人", en: "an estate has one manager at a time",
    help: Bilingual(zh: "先办理原负责人离任", en: "the other manager leaves first"),
    needs: [Need("managers", ManagerAssignment.schema, [(ManagerAssignment.project, .subject(ManagerAssignment.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row.day(ManagerAssignment.startsOn) else { return nil }
    let until = changed.row.day(ManagerAssignment.endedOn)
    let other = changed.others("managers").first { row in
      guard let start = row.day(ManagerAssignment.startsOn) else { return false }
      return (row.day(ManagerAssignment.endedOn).map { from <= $0 } ?? true) && (until.map { start <= $0 } ?? true)
    }
    guard let other else { return nil }
    return Bilingual(zh: "该项目已有负责人 `\(other.key)`", en: "the estate has the manager `\(other.key)`")
  }
}
