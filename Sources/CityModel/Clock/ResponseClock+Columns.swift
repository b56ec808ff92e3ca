internal import Columns

extension ResponseClock {
  /// The derived columns of complaints that come from the clocks.
  static func column(_ field: Field, of complaints: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Complaint.assignDue.name: try due(.assign, field, complaints, snapshot)
    case Complaint.preliminaryDue.name: try due(.preliminary, field, complaints, snapshot)
    case Complaint.closeDue.name: try due(.close, field, complaints, snapshot)
    case Complaint.overdue.name: try overdue(complaints, snapshot)
    case Complaint.closingTime.name: try closingTime(complaints, snapshot)
    default: throw ColumnError(.notLoaded, table: complaints.schema.plural, field: field.name)
    }
  }
}
