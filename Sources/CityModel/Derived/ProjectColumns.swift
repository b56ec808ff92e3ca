internal import Columns

/// What is derived about an estate.
enum ProjectColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Project.enterprise.name: try servingEnterprise(table, snapshot)
    case Project.takeoverOn.name: try takeover(table, snapshot)
    default: throw Derivations.unknown(field, of: table)
    }
  }
}
