internal import Columns

/// A2: 项目负责人按要求到街道和社区报到，主动接受属地监督，协助社区开展工作。 A9: 建立社区、业主委员会（物业管理委员会）、物业服务企业三方联动协调运行机制。
/// Reading: meetings of the three parties in the rolling year that the manager missed. Parameters: none.
extension ManagerColumns {
  static func absences(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let table = snapshot.table(MeetingAttendance.schema)
    let manager = try table.column(MeetingAttendance.manager), on = try table.column(MeetingAttendance.meetingOn)
    let attended = try table.column(MeetingAttendance.attended)
    let year = snapshot.day.window(months: 12)
    var missed = Array(repeating: Int64(0), count: managers.count)
    for row in 0..<table.count where attended.flag(row) == false {
      guard let by = manager.reference(row), by < missed.count, let day = on.day(row), year.contains(day) else { continue }
      missed[by] += 1
    }
    return Derivations.integers(managers.count) { missed[$0] }
  }
}
