public import Columns

/// The rows of another table that a derived field counts: what a figure of one row rests on.
public struct SourceRows: Sendable {
  /// The table's row name: `complaint`.
  public let table: String
  private let groups: RowGroups
  private let count: Int

  /// - Parameter owners: the row that each row counts for, negative for none; all below `count`.
  init(_ schema: TableSchema, _ owners: [Int32], count: Int) {
    table = schema.name
    groups = RowGroups(owners, count: count)
    self.count = count
  }

  /// Ascending.
  public func rows(of row: Int) -> [UInt32] { (0..<count).contains(row) ? Array(groups.rows(of: row)) : [] }
}

extension Snapshot {
  /// The rows that a derived field was computed from.
  ///
  /// - Returns: `nil` for a field that is stored, or comes from the row itself.
  /// - Throws: ``ColumnError``.
  public func sourceRows(of field: Field, in table: Table) throws(ColumnError) -> SourceRows? {
    let complaints = Complaint.schema
    switch (table.schema.name, field.name) {
    case (Enterprise.schema.name, Enterprise.complainants.name), (Enterprise.schema.name, Enterprise.complainantsPer1000.name):
      return SourceRows(complaints, try EnterpriseColumns.complainantRows(Enterprise.complainants, table, self), count: table.count)
    case (Enterprise.schema.name, Enterprise.reworks.name):
      return SourceRows(complaints, try EnterpriseColumns.reworkRows(field, table, self), count: table.count)
    case (Enterprise.schema.name, Enterprise.closeRate.name):
      return SourceRows(complaints, try EnterpriseColumns.judgedRows(field, table, self).owners, count: table.count)
    case (Enterprise.schema.name, Enterprise.households.name):
      return SourceRows(Project.schema, try EnterpriseColumns.servedRows(table, self), count: table.count)
    case (Manager.schema.name, Manager.projects.name):
      return SourceRows(ManagerAssignment.schema, try ManagerColumns.assignmentRows(table, self), count: table.count)
    case (Manager.schema.name, Manager.absences.name):
      return SourceRows(MeetingAttendance.schema, try ManagerColumns.absenceRows(table, self), count: table.count)
    default: return nil
    }
  }
}
