internal import Columns

/// What is derived about a project manager (A2).
enum ManagerColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Manager.projects.name: try projects(table, snapshot)
    case Manager.absences.name: try absences(table, snapshot)
    default: throw Derivations.unknown(field, of: table)
    }
  }

  /// Different estates with an assignment on the snapshot's day.
  private static func projects(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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

  private static func absences(_ managers: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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
