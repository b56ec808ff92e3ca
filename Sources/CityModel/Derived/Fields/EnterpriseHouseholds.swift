internal import Columns

/// A7: 积极扶持社会信誉好、服务质量优的物业服务企业做大做强
/// Reading: how large an enterprise is are the households of the estates that it serves at the cut. Parameters: none.
extension EnterpriseColumns {
  static func households(_ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let projects = snapshot.table(Project.schema)
    let by = try projects.column(Project.enterprise), households = try projects.column(Project.households)
    var sums = Array(repeating: Int64(0), count: enterprises.count)
    for row in 0..<projects.count {
      guard let at = by.reference(row), at < sums.count, let some = households.integer(row), some > 0 else { continue }
      let (sum, overflow) = sums[at].addingReportingOverflow(some)
      sums[at] = overflow ? .max : sum
    }
    return Derivations.integers(sums.count) { sums[$0] }
  }
}
