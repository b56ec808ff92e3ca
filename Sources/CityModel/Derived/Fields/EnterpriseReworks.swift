internal import Columns

/// A13: 发现虚假办结或处理结果不满意的应重新办理。
/// Reading: how often complaints accepted in the rolling year were dealt with again. Parameters: `exit.window`.
extension EnterpriseColumns {
  static func reworks(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let year = try year(field, enterprises, snapshot)
    let complaints = snapshot.table(Complaint.schema)
    try complaints.load(Complaint.enterprise, Complaint.acceptedAt, Complaint.reworks)
    let by = try complaints.references(Complaint.enterprise), at = try complaints.int64(Complaint.acceptedAt)
    let times = try complaints.int64(Complaint.reworks)
    var sums = Array(repeating: Int64(0), count: enterprises.count)
    for row in 0..<complaints.count where year.contains(at.base[row]) && times.base[row] > 0 {
      let enterprise = Int(by.base[row])
      guard enterprise < sums.count else { continue }
      let (sum, overflow) = sums[enterprise].addingReportingOverflow(times.base[row])
      sums[enterprise] = overflow ? .max : sum
    }
    return Derivations.integers(sums.count) { sums[$0] }
  }
}
