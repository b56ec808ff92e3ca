internal import CityModel
internal import Columns

/// Executes a shorter clock of article 13 over the complaints of some days.
struct ClockRun {
  let rule: Tightening
  let clock: ClockTightening
  let snapshot: Snapshot
  let days: ClosedRange<Day>

  func outcome() throws -> DeadlineOutcome {
    var outcome = DeadlineOutcome(name: rule.name, title: rule.title, basis: rule.basis, table: clock.table, alertTo: clock.alert?.to)
    let days = rule.heading.days(within: days)
    guard !days.isEmpty, let dated = clock.table.dated(within: days) else { return outcome }
    let table = snapshot.table(clock.table)
    var verdicts = try clock.scope.verdicts(over: table, in: snapshot)
    verdicts.formAnd(try dated.verdicts(over: table, in: snapshot))
    outcome.unknownRows = verdicts.rows(.unknown)
    let accepted = try table.column(Complaint.acceptedAt)
    let assigned = try table.column(Complaint.assignedAt), preliminary = try table.column(Complaint.preliminaryAt)
    let basically = try table.column(Complaint.basicallyClosedAt), closed = try table.column(Complaint.closedAt)
    guard case .codes(let statuses, _) = try table.column(Complaint.status) else { return outcome }
    let cityDue = try table.column(
      clock.deadline == .assign ? Complaint.assignDue : clock.deadline == .preliminary ? Complaint.preliminaryDue : Complaint.closeDue)
    let ends = StatusEnds()
    let cut = snapshot.cut
    let calendar = snapshot.rulebook.calendar
    for row in verdicts.rows(.yes) {
      let at = Int(row)
      guard let start = accepted.moment(at), let own = try? start.adding(clock.within, calendar) else {
        outcome.unknownRows.append(row)
        continue
      }
      let city = cityDue.moment(at)
      let due = city.map { min($0, own) } ?? own
      // A step that was skipped was done no later than the next one that was recorded.
      let ended = basically.integer(at) ?? closed.integer(at)
      let done: Int64? =
        switch clock.deadline {
        case .assign: assigned.integer(at) ?? preliminary.integer(at) ?? ended
        case .preliminary: preliminary.integer(at) ?? ended
        case .close: ended
        }
      func state(_ due: Int64) -> ResponseClock.State {
        ends.state(due: due, done: done ?? Missing.int64, status: statuses[at], cut: cut.seconds)
      }
      let state = state(due.seconds)
      guard state != .unknown else {
        outcome.unknownRows.append(row)
        continue
      }
      let alert = clock.alert.flatMap { try? start.adding($0.after, calendar) }
      outcome.rows.append(
        .init(
          row: row, due: due, cityDue: city, state: state, cityState: city.map { self.state(ends, $0, done, statuses[at], cut) } ?? .unknown, alertAt: alert,
          isAlerted: (state == .running || state == .overdue) && alert.map { $0 <= cut } ?? false))
    }
    return outcome
  }

  private func state(_ ends: StatusEnds, _ due: Moment, _ done: Int64?, _ status: UInt32, _ cut: Moment) -> ResponseClock.State {
    ends.state(due: due.seconds, done: done ?? Missing.int64, status: status, cut: cut.seconds)
  }
}
