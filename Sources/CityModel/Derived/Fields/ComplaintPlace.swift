internal import Columns

/// A8: 属地住建部门会同街道（乡镇）
/// Reading 6: 属地 of a complaint is where the estate lies. Parameters: none.
extension ComplaintColumns {
  static func place(
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
