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

  /// The first day of professional service that is not after the cut, by the contracts and the periods of service.
  private static func takeover(_ projects: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    var first = Array(repeating: Int32.max, count: projects.count)
    let today = snapshot.day.ordinal
    let contracts = snapshot.table(Contract.schema)
    let project = try contracts.column(Contract.project), from = try contracts.column(Contract.from)
    for row in 0..<contracts.count {
      guard let at = project.reference(row), at < first.count, let start = from.day(row)?.ordinal, start <= today else { continue }
      first[at] = min(first[at], start)
    }
    let periods = snapshot.table(ServicePeriod.schema)
    let served = try periods.column(ServicePeriod.project), began = try periods.column(ServicePeriod.startsOn)
    let mode = try periods.column(ServicePeriod.serviceMode)
    for row in 0..<periods.count where mode.text(row) == "professional" {
      guard let at = served.reference(row), at < first.count, let start = began.day(row)?.ordinal, start <= today else { continue }
      first[at] = min(first[at], start)
    }
    return .int32(ColumnBuffer(first.map { $0 == .max ? Missing.int32 : $0 }))
  }
}
