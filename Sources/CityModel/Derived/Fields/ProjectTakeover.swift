internal import Columns

/// A10: 引入第三方物业服务企业入驻
/// Reading: the first day of professional service, by the contracts and the periods of service. Parameters: none.
extension ProjectColumns {
  static func takeover(_ projects: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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
