internal import Columns

/// A13: 30分钟责任到人，3小时联系相关物业服务企业拿出初步结果，3天内基本办结
/// Reading 9, 10, 11, 12: not done, and its time has passed on the day; a step that was skipped was done no later than the next one on record. Parameters: `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
///
/// Complaints that wait for somebody too long at the end of the day, by county and enterprise: for a responsible person, for a
/// preliminary result, for basic closure; and those that are being dealt with again, and of them those that have not been basically closed
/// within the same term from their reopening: the first clocks stay, and the rework has its own. The clocks bind the department: the
/// enterprise is whom it is about.
public enum OverdueComplaints {
  public static let figure = Figure(
    name: "overdue-complaints", title: Bilingual(zh: "超期未办投诉", en: "overdue complaints"), article: "A13", cycle: .day, compute: compute)

  private struct Waiting {
    var unassigned = false, unanswered = false, unclosed = false, again = false, againLate = false
    var daysLate: Int64 = 0
  }

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      CountyFirms.columns + [
        ("complaints", "件数"), ("unassigned", "超30分钟未责任到人"), ("unanswered", "超3小时无初步结果"), ("unclosed", "超3天未基本办结"),
        ("longest", "最长超期天数"), ("again", "重新办理中"), ("again_late", "重新办理超期"),
      ])
    for key in [ClockParameters.assign, ClockParameters.preliminary] { _ = try sheet.read(key) }
    _ = try sheet.read(ClockParameters.closeDays)
    _ = try sheet.read(ClockParameters.closeBasis)
    _ = try sheet.read(ClockParameters.rollHoliday)
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    var firms = CountyFirms()
    var waiting: [Int: Waiting] = [:]
    let reopened = try lateReworks(snapshot, day)
    try column { () throws(ColumnError) in
      let table = snapshot.table(Complaint.schema)
      try table.load(
        Complaint.acceptedAt, Complaint.assignedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status,
        Complaint.enterprise)
      let county = try table.column(Complaint.county), enterprise = try table.column(Complaint.enterprise)
      let accepted = try table.int64(Complaint.acceptedAt), status = try table.codes(Complaint.status)
      let steps = [try table.int64(Complaint.assignedAt), try table.int64(Complaint.preliminaryAt), try table.int64(Complaint.basicallyClosedAt)]
      let closed = try table.int64(Complaint.closedAt)
      let due = [try table.int64(Complaint.assignDue), try table.int64(Complaint.preliminaryDue), try table.int64(Complaint.closeDue)]
      let rework = Complaint.statuses.code("rework")
      let ends = StatusEnds()
      let end = min(day.end.seconds, snapshot.cut.seconds)
      for row in 0..<table.count {
        guard accepted.base[row] != Missing.int64, accepted.base[row] < end, let place = county.reference(row) else { continue }
        func late(_ step: Int) -> Bool {
          var done = closed.base[row]
          for next in (step..<3).reversed() where steps[next].base[row] != Missing.int64 { done = steps[next].base[row] }
          // What was done later was open on the day.
          if done != Missing.int64 { return done >= end && due[step].base[row] != Missing.int64 && due[step].base[row] < end }
          return ends.state(due: due[step].base[row], done: done, status: status.base[row], cut: end) == .overdue
        }
        var one = Waiting(unassigned: late(0), unanswered: late(1), unclosed: late(2), again: status.base[row] == rework, againLate: reopened.contains(row))
        if one.unclosed { one.daysLate = (end - due[2].base[row] + 86_399) / 86_400 }
        guard one.unassigned || one.unanswered || one.unclosed || one.again || one.againLate else { continue }
        waiting[row] = one
        firms.add(row, county: place, enterprise: enterprise.reference(row))
      }
    }
    firms.write(places: places, enterprises: enterprises, to: &sheet) { rows in
      let all = rows.compactMap { waiting[$0] }
      return (
        [
          .count(all.count), .count(all.count { $0.unassigned }), .count(all.count { $0.unanswered }), .count(all.count { $0.unclosed }),
          .integer(all.map(\.daysLate).max() ?? 0), .count(all.count { $0.again }),
          .count(all.count { $0.againLate }),
        ], [Evidence(Complaint.schema, rows)]
      )
    }
    return sheet.result
  }

  /// The complaints of which a rework was not basically closed by the end of the day, though its term was over.
  private static func lateReworks(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> Set<Int> {
    let end = min(day.end.seconds, snapshot.cut.seconds)
    return try column { () throws(ColumnError) in
      let table = snapshot.table(Rework.schema)
      let reopened = try table.int64(Rework.reopenedAt), closed = try table.column(Rework.basicallyClosedAt)
      let complaints = try table.column(Rework.complaint)
      let due = try ResponseClock.due(.close, Rework.reopenedAt, reopened, table, snapshot)
      var late: Set<Int> = []
      for row in 0..<table.count {
        guard let due = due.integer(row), due < end, closed.integer(row).map({ $0 >= end }) ?? true, let complaint = complaints.reference(row)
        else { continue }
        late.insert(complaint)
      }
      return late
    }
  }
}
