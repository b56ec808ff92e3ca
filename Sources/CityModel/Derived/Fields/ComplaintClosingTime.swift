internal import Columns

/// A13: 3天内基本办结
/// Reading 9, 12: from acceptance to basic closure; an open complaint runs to the data cut, so that who never answers is later than who answered late. Parameters: none.
extension ResponseClock {
  static func closingTime(_ complaints: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    try complaints.load(Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status)
    let accepted = try complaints.int64(Complaint.acceptedAt)
    let basically = try complaints.int64(Complaint.basicallyClosedAt)
    let closed = try complaints.int64(Complaint.closedAt)
    let status = try complaints.codes(Complaint.status)
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    return .int64(
      ColumnBuffer(count: accepted.count) { out in
        for row in 0..<accepted.count {
          let start = accepted.base[row]
          var end = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
          // Who never answers is later than who answered late: an open complaint runs to the data cut.
          if end == Missing.int64, ends.isOpen(status.base[row]) { end = cut }
          out[row] = start == Missing.int64 || end == Missing.int64 || end < start ? Missing.int64 : end &- start
        }
      })
  }
}
