internal import Columns

/// A13: 市、县（区）、街道（乡镇）、社区四级体系要对已办结的问题进行回访
/// Reading 9: a complaint is closed at a moment, after its basic closure; without one nobody can tell since when. Parameters: none.
extension CityInvariant {
  static let closedUndated = CityInvariant(
    "closed-undated", "A13", on: Complaint.schema, zh: "已办结的投诉须有办结时间，且不早于基本办结", en: "a closed complaint has the time of its closure, not before its basic closure"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("closed", Complaint.status) else { return nil }
    guard let closed = changed.row.moment(Complaint.closedAt) else { return Bilingual(zh: "没有办结时间", en: "it has no time of closure") }
    guard let basically = changed.row.moment(Complaint.basicallyClosedAt), closed < basically else { return nil }
    return Bilingual(zh: "办结时间早于基本办结时间", en: "it is closed before it is basically closed")
  }
}
