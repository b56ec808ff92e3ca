internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: the different estates to which a manager is assigned on the day. Parameters: none.
extension ManagerColumns {
  static func projects(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let table = snapshot.table(ManagerAssignment.schema)
    let manager = try table.column(ManagerAssignment.manager), project = try table.column(ManagerAssignment.project)
    let from = try table.column(ManagerAssignment.startsOn), ended = try table.column(ManagerAssignment.endedOn)
    let today = snapshot.day
    var held = Array(repeating: Set<Int>(), count: managers.count)
    for row in 0..<table.count {
      guard let by = manager.reference(row), by < held.count, let at = project.reference(row), let start = from.day(row),
        start <= today, ended.day(row).map({ $0 >= today }) ?? true
      else { continue }
      held[by].insert(at)
    }
    return Derivations.integers(managers.count) { Int64(held[$0].count) }
  }
}
