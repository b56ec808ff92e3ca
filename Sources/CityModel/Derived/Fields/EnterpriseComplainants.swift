internal import Columns

/// A8: 投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）
/// Reading 2, 3, 4, 5: distinct complainants with substantiated complaints of the rolling year; the anonymous, who cannot be told apart, are none. Parameters: `exit.countPartly`, `exit.window`.
extension EnterpriseColumns {
  /// The complaints that count, each under its enterprise.
  static func complainantRows(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> [Int32] {
    let partly = try Derivations.parameter(ExitParameters.countPartly, for: field, of: enterprises, in: snapshot)
    let year = try year(field, enterprises, snapshot)
    let complaints = snapshot.table(Complaint.schema)
    try complaints.load(
      Complaint.enterprise, Complaint.acceptedAt, Complaint.complainant, Complaint.finding, Complaint.status)
    let judge = try SubstantiatedComplaint(complaints, countPartly: partly)
    let by = try complaints.references(Complaint.enterprise), at = try complaints.int64(Complaint.acceptedAt)
    let token = try complaints.int64(Complaint.complainant)
    let count = enterprises.count
    var group = Array(repeating: Int32(-1), count: complaints.count)
    for row in 0..<complaints.count where year.contains(at.base[row]) && by.base[row] < UInt32(truncatingIfNeeded: count) {
      if token.base[row] != Missing.int64, judge.holds(row) { group[row] = Int32(truncatingIfNeeded: by.base[row]) }
    }
    return group
  }

  static func complainants(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
    let count = enterprises.count
    let groups = RowGroups(try complainantRows(field, enterprises, snapshot), count: count)
    let token = try snapshot.table(Complaint.schema).int64(Complaint.complainant)
    var persons = TokenSet()
    return .int64(
      ColumnBuffer(count: count) { out in
        for enterprise in 0..<count {
          persons.removeAll()
          for row in groups.rows(of: enterprise) { persons.insert(token.base[Int(row)]) }
          out[enterprise] = Int64(persons.count)
        }
      })
  }
}
