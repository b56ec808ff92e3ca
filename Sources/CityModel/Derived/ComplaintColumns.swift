internal import Columns

/// What is derived about a complaint: where it lies, and its clocks.
enum ComplaintColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Complaint.county.name: try ofProject(Project.county, field, table, snapshot)
    case Complaint.street.name: try ofProject(Project.street, field, table, snapshot)
    default: try ResponseClock.column(field, of: table, in: snapshot)
    }
  }

  private static func ofProject(
    _ place: Field, _ field: Field, _ complaints: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
    let places = try snapshot.table(Project.schema).references(place)
    let projects = try complaints.references(Complaint.project)
    let known = UInt32(truncatingIfNeeded: places.count)
    return .rows(
      ColumnBuffer(count: projects.count) { out in
        for row in 0..<projects.count {
          let at = projects.base[row]
          out[row] = at < known ? places.base[Int(at)] : Missing.code
        }
      })
  }
}
