internal import Columns

/// A13: 3天内基本办结
/// Reading 9: late is what was basically closed after its time, and what was not and whose time has passed; withdrawn, repeated and transferred ones owe nothing. Parameters: `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
extension ResponseClock {
  static func overdue(_ complaints: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    try complaints.load(Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status)
    let due = try complaints.int64(Complaint.closeDue)
    let basically = try complaints.int64(Complaint.basicallyClosedAt)
    let closed = try complaints.int64(Complaint.closedAt)
    let status = try complaints.codes(Complaint.status)
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    return .flags(
      ColumnBuffer(count: due.count) { out in
        for row in 0..<due.count {
          let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
          let state = ends.state(due: due.base[row], done: done, status: status.base[row], cut: cut)
          out[row] =
            state == .late || state == .overdue
            ? Verdict.yes.rawValue : state == .unknown ? Verdict.unknown.rawValue : Verdict.no.rawValue
        }
      })
  }
}
