internal import Columns

/// A13: 实行“三三三”快速响应机制
/// Reading 11, 12: the clocks run from recorded times, which stay; a rework does not set the first clocks back. Parameters: none.
extension CityInvariant {
  static let timestampEdited = CityInvariant(
    "timestamp-edited", "A13", on: Complaint.schema, zh: "受理、责任到人、初步结果、基本办结的时间一经记录不得更改",
    en: "the times of acceptance, assignment, preliminary result and basic closure are never changed"
  ) { (changed: ChangedRow) throws(Refusal) in
    let fixed = [
      Complaint.reportedAt, Complaint.acceptedAt, Complaint.assignedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt,
    ]
    guard let field = fixed.first(where: { changed.before.has($0) && changed.before[$0] != changed.row[$0] }) else { return nil }
    return Bilingual(zh: "“\(field.chinese)”不得更改，重新办理也不重置原时限", en: "`\(field.name)` is never changed; a rework does not reset the first clocks")
  }
}
