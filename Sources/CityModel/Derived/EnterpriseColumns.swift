internal import Columns

/// What is derived about an enterprise: its year of complaints (A8, A9, A13) within the scope of the snapshot.
enum EnterpriseColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Enterprise.complainants.name: try complainants(field, table, snapshot)
    case Enterprise.households.name: try households(table, snapshot)
    case Enterprise.complainantsPer1000.name: try perThousand(table)
    case Enterprise.reworks.name: try reworks(field, table, snapshot)
    case Enterprise.closeRate.name: try closeRate(field, table, snapshot)
    default: throw Derivations.unknown(field, of: table)
    }
  }

  private static func year(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Range<Int64> {
    let months = try Derivations.parameter(ExitParameters.window, for: field, of: enterprises, in: snapshot)
    let window = snapshot.day.window(months: months.count)
    return window.lowerBound.start.seconds..<window.upperBound.end.seconds
  }

  private static func complainants(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
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
    let groups = RowGroups(group, count: count)
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

  private static func households(_ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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

  /// Missing for an enterprise that serves no household at the cut.
  private static func perThousand(_ enterprises: Table) throws(ColumnError) -> Column {
    let persons = try enterprises.int64(Enterprise.complainants), households = try enterprises.int64(Enterprise.households)
    return Derivations.integers(enterprises.count) { row in
      let (scaled, overflow) = persons.base[row].multipliedReportingOverflow(by: 1000 * Rate.type.scale)
      return overflow || households.base[row] <= 0 ? nil : scaled / households.base[row]
    }
  }

  private static func reworks(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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

  /// Missing for an enterprise without a complaint that can be judged.
  private static func closeRate(_ field: Field, _ enterprises: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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
    for row in 0..<complaints.count where year.contains(at.base[row]) {
      let enterprise = Int(by.base[row])
      guard enterprise < judged.count else { continue }
      let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
      switch ends.state(due: due.base[row], done: done, status: status.base[row], cut: cut) {
      case .inTime:
        inTime[enterprise] += 1
        judged[enterprise] += 1
      case .late, .overdue: judged[enterprise] += 1
      default: break
      }
    }
    return Derivations.integers(judged.count) { judged[$0] == 0 ? nil : inTime[$0] * 10_000 / judged[$0] }
  }
}
