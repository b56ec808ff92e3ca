internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: the different estates to which a manager is assigned on the day. Parameters: none.
extension ManagerColumns {
  /// The assignments of the day, each under its manager.
  static func assignmentRows(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> [Int32] {
    let table = snapshot.table(ManagerAssignment.schema)
    let manager = try table.column(ManagerAssignment.manager), project = try table.column(ManagerAssignment.project)
    let from = try table.column(ManagerAssignment.startsOn), ended = try table.column(ManagerAssignment.endedOn)
    let today = snapshot.day
    return (0..<table.count).map { row in
      guard let by = manager.reference(row), by < managers.count, project.reference(row) != nil, let start = from.day(row),
        start <= today, ended.day(row).map({ $0 >= today }) ?? true
      else { return -1 }
      return Int32(truncatingIfNeeded: by)
    }
  }

  static func projects(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let owners = try assignmentRows(managers, snapshot)
    let project = try snapshot.table(ManagerAssignment.schema).column(ManagerAssignment.project)
    var held = Array(repeating: Set<Int>(), count: managers.count)
    for row in owners.indices where owners[row] >= 0 {
      if let at = project.reference(row) { held[Int(owners[row])].insert(at) }
    }
    return Derivations.integers(managers.count) { Int64(held[$0].count) }
  }
}
