internal import Columns

/// A13: 发现虚假办结或处理结果不满意的应重新办理。
/// Reading: the number of reworkings grows by one with each rework, and not otherwise. Parameters: none.
extension CityInvariant {
  static let reworkCount = CityInvariant(
    "rework-count", "A13", on: Complaint.schema, zh: "重办次数等于重新办理的记录数", en: "the number of reworkings is that of their records",
    needs: [ComplaintCommands.reworkings]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row[Complaint.reworks] != changed.before[Complaint.reworks], !changed.isNew else { return nil }
    let before = changed.before.number(Complaint.reworks) ?? 0
    guard (changed.row.number(Complaint.reworks) ?? 0) != before &+ 1 || changed.row.text(Complaint.status) != "rework" else { return nil }
    return Bilingual(zh: "重办次数只随重新办理增加", en: "the number of reworkings grows with a rework only")
  }
}
