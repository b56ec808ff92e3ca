internal import Columns

/// A1: 配备5名以上专职工作人员……配备1名以上专职工作人员。
/// Reading: 专职 is full-time at one authority at a time. Parameters: none.
extension CityInvariant {
  static let fullTimeTwice = CityInvariant(
    "full-time-twice", "A1", on: StaffAssignment.schema, zh: "一人不得同时在两个机构专职", en: "nobody is full-time at two authorities at a time",
    needs: [Need("assignments", StaffAssignment.schema, [(StaffAssignment.person, .subject(StaffAssignment.person))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.flag(StaffAssignment.fullTime) == true else { return nil }
    let other = changed.overlapping("assignments", from: StaffAssignment.startsOn, to: StaffAssignment.endedOn).first {
      $0.flag(StaffAssignment.fullTime) == true
    }
    guard let other else { return nil }
    return Bilingual(zh: "该人员已在 `\(other.text(StaffAssignment.authority) ?? "")` 专职（`\(other.key)`）", en: "the person is full-time at `\(other.text(StaffAssignment.authority) ?? "")` (`\(other.key)`)")
  }
}
