internal import Columns

/// A13: 3天内基本办结
/// Reading 9, 10, 28: basically closed in time of all that can be judged, of the complaints accepted in the rolling year. Parameters: `exit.window`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
extension EnterpriseColumns {
  /// The complaints that can be judged, each under its enterprise, and how many of each enterprise were in time.
  static func judgedRows(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> (owners: [Int32], inTime: [Int64], judged: [Int64]) {
    let year = try year(field, enterprises, snapshot)
    let complaints = snapshot.table(Complaint.schema)
    try complaints.load(
      Complaint.enterprise, Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status)
    let by = try complaints.references(Complaint.enterprise), at = try complaints.int64(Complaint.acceptedAt)
    let basically = try complaints.int64(Complaint.basicallyClosedAt), closed = try complaints.int64(Complaint.closedAt)
    let due = try complaints.int64(Complaint.closeDue), status = try complaints.codes(Complaint.status)
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    var inTime = Array(repeating: Int64(0), count: enterprises.count)
    var judged = inTime
    var owners = Array(repeating: Int32(-1), count: complaints.count)
    for row in 0..<complaints.count where year.contains(at.base[row]) {
      let enterprise = Int(by.base[row])
      guard enterprise < judged.count else { continue }
      let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
      switch ends.state(due: due.base[row], done: done, status: status.base[row], cut: cut) {
      case .inTime:
        inTime[enterprise] += 1
        judged[enterprise] += 1
      case .late, .overdue: judged[enterprise] += 1
      default: continue
      }
      owners[row] = Int32(truncatingIfNeeded: enterprise)
    }
    return (owners, inTime, judged)
  }

  /// Missing for an enterprise without a complaint that can be judged.
  static func closeRate(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let (_, inTime, judged) = try judgedRows(field, enterprises, snapshot)
    return Derivations.integers(judged.count) { judged[$0] == 0 ? nil : inTime[$0] * 10_000 / judged[$0] }
  }
}
