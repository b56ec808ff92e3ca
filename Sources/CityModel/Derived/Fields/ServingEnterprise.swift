internal import Columns

/// 物业管理条例 33: 一个物业管理区域由一个物业服务企业实施物业管理。
/// Reading: the enterprise of the contract in force on the day; the later contract where two overlap. Parameters: none.
extension ProjectColumns {
  static func servingEnterprise(_ projects: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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
}
