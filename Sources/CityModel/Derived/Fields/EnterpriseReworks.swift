internal import Columns

/// A13: 发现虚假办结或处理结果不满意的应重新办理。
/// Reading: how often complaints accepted in the rolling year were dealt with again. Parameters: `exit.window`.
extension EnterpriseColumns {
  /// The complaints that were dealt with again, each under its enterprise.
  static func reworkRows(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> [Int32] {
    let year = try year(field, enterprises, snapshot)
    let complaints = snapshot.table(Complaint.schema)
    try complaints.load(Complaint.enterprise, Complaint.acceptedAt, Complaint.reworks)
    let by = try complaints.references(Complaint.enterprise), at = try complaints.int64(Complaint.acceptedAt)
    let times = try complaints.int64(Complaint.reworks)
    let count = UInt32(truncatingIfNeeded: enterprises.count)
    var owners = Array(repeating: Int32(-1), count: complaints.count)
    for row in 0..<complaints.count where year.contains(at.base[row]) && times.base[row] > 0 && by.base[row] < count {
      owners[row] = Int32(truncatingIfNeeded: by.base[row])
    }
    return owners
  }

  static func reworks(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let owners = try reworkRows(field, enterprises, snapshot)
    let times = try snapshot.table(Complaint.schema).int64(Complaint.reworks)
    var sums = Array(repeating: Int64(0), count: enterprises.count)
    for row in owners.indices where owners[row] >= 0 {
      let (sum, overflow) = sums[Int(owners[row])].addingReportingOverflow(times.base[row])
      sums[Int(owners[row])] = overflow ? .max : sum
    }
    return Derivations.integers(sums.count) { sums[$0] }
  }
}
