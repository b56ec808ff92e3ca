internal import Columns

/// What is derived about a project manager (A2).
enum ManagerColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Manager.projects.name: try projects(table, snapshot)
    case Manager.absences.name: try absences(table, snapshot)
    default: throw Derivations.unknown(field, of: table)
    }
  }
}
