internal import CityModel
internal import Columns
internal import DistrictRules

// What stricter clocks and duties move.
extension PreviewDesk {
  private struct ClockKey: Hashable {
    var step: ResponseClock.Step
    var row: UInt32
  }

  /// By clock and complaint, the strictest of a law's rules.
  private func strictest(_ desk: RuledSession) throws -> [ClockKey: DeadlineOutcome.Row] {
    var found: [ClockKey: DeadlineOutcome.Row] = [:]
    for (entry, outcome) in try desk.clocks(request.period.yearToDate) {
      guard case .clock(let clock) = entry.rule.target else { continue }
      for row in outcome.rows {
        let key = ClockKey(step: clock.deadline, row: row.row)
        if let known = found[key] {
          var both = known.due <= row.due ? known : row
          both.isAlerted = known.isAlerted || row.isAlerted
          found[key] = both
        } else {
          found[key] = row
        }
      }
    }
    return found
  }

  func clocks() throws -> (counts: [DistrictPreview.ClockChange], newlyLate: [DistrictPreview.NewlyLate]) {
    let before = try strictest(old), after = try strictest(new)
    guard before != after else { return ([], []) }
    let numbers = try snapshot.table(Complaint.schema).column(Complaint.number)
    func isLate(_ state: ResponseClock.State) -> Bool { state == .late || state == .overdue }
    var counts: [DistrictPreview.ClockChange] = []
    var late: [DistrictPreview.NewlyLate] = []
    for step in ResponseClock.Step.allCases {
      var count = DistrictPreview.ClockChange(clock: step.said, moved: 0, lateBefore: 0, lateAfter: 0, alerts: 0)
      for key in Set(before.keys).union(after.keys).filter({ $0.step == step }).sorted(by: { $0.row < $1.row }) {
        let was = before[key], will = after[key]
        // Where no rule of the district reaches, the city's clock runs.
        let wasDue = was?.due ?? will?.cityDue, willDue = will?.due ?? was?.cityDue
        let wasLate = isLate(was?.state ?? will?.cityState ?? .unknown), willBeLate = isLate(will?.state ?? was?.cityState ?? .unknown)
        if wasDue != willDue { count.moved += 1 }
        if wasLate { count.lateBefore += 1 }
        if willBeLate { count.lateAfter += 1 }
        if will?.isAlerted ?? false { count.alerts += 1 }
        if willBeLate, !wasLate, let willDue {
          late.append(.init(subject: numbers.text(Int(key.row)) ?? "", clock: step.said, before: wasDue, after: willDue))
        }
      }
      if count.moved > 0 || count.alerts > 0 { counts.append(count) }
    }
    return (counts, late.sorted { ($0.subject, $0.clock.en) < ($1.subject, $1.clock.en) })
  }

  func duties() throws -> [DistrictPreview.DutyChange] {
    guard old.law.hasDuties || new.law.hasDuties else { return [] }
    let before = Set(try rows(old, isNew: false)), after = Set(try rows(new, isNew: true))
    func bare(_ change: DistrictPreview.DutyChange) -> DistrictPreview.DutyChange {
      var bare = change
      bare.isNew = true
      return bare
    }
    let was = Set(before.map(bare))
    let changes = after.subtracting(was) + before.filter { !after.contains(bare($0)) }
    return changes.sorted {
      ($0.due, $0.project, $0.duty, $0.isNew ? 0 : 1, $0.enterprise, $0.state) < ($1.due, $1.project, $1.duty, $1.isNew ? 0 : 1, $1.enterprise, $1.state)
    }
  }

  private func rows(_ desk: RuledSession, isNew: Bool) throws -> [DistrictPreview.DutyChange] {
    let table = desk.snapshot.table(Duty.schema)
    let duty = try table.column(Duty.duty), due = try table.column(Duty.due), state = try table.column(Duty.state)
    let project = try table.column(Duty.project), enterprise = try table.column(Duty.enterprise)
    let estates = try desk.snapshot.table(Project.schema).column(Project.name)
    let names = try desk.snapshot.table(Enterprise.schema).column(Enterprise.name)
    let days = request.period.yearToDate
    return (0..<table.count).compactMap { row in
      guard let day = due.day(row), days.contains(day) || state.text(row) == "not yet due" else { return nil }
      return .init(
        duty: duty.text(row) ?? "", project: project.reference(row).flatMap { estates.text($0) } ?? "",
        enterprise: enterprise.reference(row).flatMap { names.text($0) } ?? "", due: day, state: state.text(row) ?? "", isNew: isNew)
    }
  }
}
