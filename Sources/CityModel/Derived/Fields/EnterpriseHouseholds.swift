internal import Columns

/// A7: 积极扶持社会信誉好、服务质量优的物业服务企业做大做强
/// Reading: how large an enterprise is are the households of the estates that it serves at the cut. Parameters: none.
extension EnterpriseColumns {
  /// The estates with households, each under the enterprise that serves it.
  static func servedRows(_ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> [Int32] {
    let projects = snapshot.table(Project.schema)
    let by = try projects.column(Project.enterprise), households = try projects.column(Project.households)
    return (0..<projects.count).map { row in
      guard let at = by.reference(row), at < enterprises.count, let some = households.integer(row), some > 0 else { return -1 }
      return Int32(truncatingIfNeeded: at)
    }
  }

  static func households(_ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let projects = snapshot.table(Project.schema)
    let owners = try servedRows(enterprises, snapshot), households = try projects.column(Project.households)
    var sums = Array(repeating: Int64(0), count: enterprises.count)
    for row in owners.indices where owners[row] >= 0 {
      let at = Int(owners[row])
      let (sum, overflow) = sums[at].addingReportingOverflow(households.integer(row) ?? 0)
      sums[at] = overflow ? .max : sum
    }
    return Derivations.integers(sums.count) { sums[$0] }
  }
}
