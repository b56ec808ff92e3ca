internal import Columns

/// A2: 项目负责人按要求到街道和社区报到，主动接受属地监督，协助社区开展工作。 A9: 建立社区、业主委员会（物业管理委员会）、物业服务企业三方联动协调运行机制。
/// Reading: meetings of the three parties in the rolling year that the manager missed. Parameters: none.
extension ManagerColumns {
  /// The meetings that were missed, each under the manager.
  static func absenceRows(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> [Int32] {
    let table = snapshot.table(MeetingAttendance.schema)
    let manager = try table.column(MeetingAttendance.manager), on = try table.column(MeetingAttendance.meetingOn)
    let attended = try table.column(MeetingAttendance.attended)
    let year = snapshot.day.window(months: 12)
    return (0..<table.count).map { row in
      guard attended.flag(row) == false, let by = manager.reference(row), by < managers.count, let day = on.day(row), year.contains(day) else {
        return -1
      }
      return Int32(truncatingIfNeeded: by)
    }
  }

  static func absences(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    var missed = Array(repeating: Int64(0), count: managers.count)
    for manager in try absenceRows(managers, snapshot) where manager >= 0 { missed[Int(manager)] += 1 }
    return Derivations.integers(managers.count) { missed[$0] }
  }
}
