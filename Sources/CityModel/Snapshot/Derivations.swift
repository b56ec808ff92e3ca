internal import Columns

/// The fields that are computed rather than stored.
enum Derivations {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch (table.schema.name, field.name) {
    case ("project", Project.enterprise.name): try Derivations.servingEnterprise(table, snapshot)
    case ("complaint", Complaint.county.name): try Derivations.complaintCounty(table, snapshot)
    case ("complaint", _): try ResponseClock.column(field, of: table, in: snapshot)
    default: throw ColumnError(.notLoaded, table: table.schema.plural, field: field.name)
    }
  }

  /// The enterprise of the contract that is active on the snapshot's day; the later contract where two overlap.
  private static func servingEnterprise(_ projects: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let contracts = snapshot.table(Contract.schema)
    try contracts.load(Contract.project, Contract.enterprise, Contract.from, Contract.endedOn)
    let project = try contracts.column(Contract.project), enterprise = try contracts.column(Contract.enterprise)
    let from = try contracts.column(Contract.from), ended = try contracts.column(Contract.endedOn)
    var serving = Array(repeating: Missing.code, count: projects.count)
    var since = Array(repeating: Day(ordinal: .min), count: projects.count)
    let today = snapshot.day
    for row in 0..<contracts.count {
      guard let at = project.reference(row), at < serving.count, let by = enterprise.reference(row),
        let start = from.day(row), start <= today, ended.day(row).map({ $0 >= today }) ?? true, start > since[at]
      else { continue }
      serving[at] = UInt32(truncatingIfNeeded: by)
      since[at] = start
    }
    return .rows(ColumnBuffer(serving))
  }

  private static func complaintCounty(_ complaints: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let counties = try snapshot.table(Project.schema).column(Project.county)
    guard case .rows(let projects) = try complaints.column(Complaint.project), case .rows(let county) = counties else {
      throw ColumnError(.wrongType, table: complaints.schema.plural, field: Complaint.county.name)
    }
    return .rows(
      ColumnBuffer(count: projects.count) { out in
        for row in 0..<projects.count {
          let at = projects.base[row]
          out[row] = at < UInt32(truncatingIfNeeded: county.count) ? county.base[Int(at)] : Missing.code
        }
      })
  }
}
