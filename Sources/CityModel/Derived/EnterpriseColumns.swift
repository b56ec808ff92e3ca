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

  /// The rolling year that ends on the snapshot's day, in seconds.
  static func year(
    _ field: Field, _ enterprises: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Range<Int64> {
    let months = try Derivations.parameter(ExitParameters.window, for: field, of: enterprises, in: snapshot)
    let window = snapshot.day.window(months: months.count)
    return window.lowerBound.start.seconds..<window.upperBound.end.seconds
  }
}
