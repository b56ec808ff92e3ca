internal import Columns

/// What is derived about a complaint: where it lies, and its clocks.
enum ComplaintColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Complaint.county.name: try place(Project.county, field, table, snapshot)
    case Complaint.street.name: try place(Project.street, field, table, snapshot)
    default: try ResponseClock.column(field, of: table, in: snapshot)
    }
  }
}
