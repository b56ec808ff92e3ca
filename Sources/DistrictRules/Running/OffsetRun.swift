internal import CityModel
internal import Columns

/// Gives back, in the district's own column, what the city's lines of some items took for the estates that an adjustment names.
///
/// The lines stay as they are, and neither a grade D nor a veto is lifted: that is decided where grades are (DESIGN D10).
struct OffsetRun {
  let adjustment: Adjustment
  let items: [ScoreItem]
  let snapshot: Snapshot
  let year: ClosedRange<Day>
  let board: ScoreBoard

  func outcome() throws -> AdjustmentOutcome {
    var outcome = AdjustmentOutcome(adjustment, year: year)
    let days = adjustment.heading.days(within: year)
    guard !days.isEmpty else { return outcome }
    let table = snapshot.table(adjustment.table)
    var verdicts = try Condition.all([adjustment.scope, adjustment.when]).verdicts(over: table, in: snapshot)
    if let dated = adjustment.table.dated(within: days) { verdicts.formAnd(try dated.verdicts(over: table, in: snapshot)) }
    outcome.unknownRows = verdicts.rows(.unknown)
    let projectOf = try table.projects()
    var rows: [Int: [UInt32]] = [:]
    for row in verdicts.rows(.yes) {
      if let project = projectOf(Int(row)) { rows[project, default: []].append(row) } else { outcome.unknownRows.append(row) }
    }
    let codes = Set(items.map(\.code))
    for score in board.scores {
      var raw = Points.zero, capped = Points.zero
      var byProject: [Int: Points] = [:]
      for line in score.lines where codes.contains(line.item.code) && line.weighted < .zero {
        guard let project = line.project, rows[project] != nil else { continue }
        byProject[project, default: .zero] += -line.weighted
      }
      guard !byProject.isEmpty else { continue }
      var counts: [AdjustmentOutcome.Count] = []
      for (project, points) in byProject.sorted(by: { $0.key < $1.key }) {
        raw += points
        capped += adjustment.cap?.per == .project ? min(points, adjustment.cap?.points ?? points) : points
        let evidence = rows[project] ?? []
        counts.append(.init(row: evidence.first ?? 0, rows: evidence, points: points))
      }
      if let cap = adjustment.cap, cap.per == .enterprise { capped = min(capped, cap.points) }
      outcome.effects.append(.init(enterprise: score.enterprise, points: capped, beforeCap: raw, counts: counts))
    }
    outcome.effects.sort { $0.enterprise < $1.enterprise }
    return outcome
  }
}
