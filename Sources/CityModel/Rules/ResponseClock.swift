internal import Columns

/// The 3-3-3 clocks of a complaint, A13.
public enum ResponseClock {
  static func column(_ field: Field, of complaints: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    throw ColumnError(.notLoaded, table: complaints.schema.plural, field: field.name)
  }
}
