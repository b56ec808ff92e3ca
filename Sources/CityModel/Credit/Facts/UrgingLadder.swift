internal import Columns

/// The urgings of one county that one enterprise let pass: only those about filing lead down this ladder (A2).
struct UrgingLadder {
  var enterprise: Int
  /// In order of deadline. Two urgings with one deadline are one step.
  var steps: [Step]

  struct Step {
    var deadline: Day
    /// Row of the urging.
    var row: UInt32
  }

  /// The ladders of the scope, of urgings whose deadline passed unheeded within the validity of records.
  static func all(_ facts: ScoreFacts) throws(RuleError) -> [UrgingLadder] {
    let table = facts.snapshot.table(Urging.schema)
    let filing = Urging.topics.code("filing")
    var passed: [Pair: [Step]] = [:]
    try column { () throws(ColumnError) in
      let enterprise = try table.column(Urging.enterprise)
      let county = try table.references(Urging.county)
      let topic = try table.codes(Urging.topic)
      let deadline = try table.column(Urging.deadline)
      let heeded = try table.column(Urging.heededOn)
      for row in 0..<table.count where topic[row] == filing {
        guard let by = enterprise.reference(row), let due = deadline.day(row), due < facts.day,
          facts.records.contains(due), heeded.day(row).map({ $0 > due }) ?? true, facts.isInScope(county[row])
        else { continue }
        passed[Pair(enterprise: by, county: county[row]), default: []].append(
          Step(deadline: due, row: UInt32(truncatingIfNeeded: row)))
      }
    }
    return passed.map { pair, all in
      var steps: [Step] = []
      for step in all.sorted(by: { ($0.deadline, $0.row) < ($1.deadline, $1.row) })
      where steps.last?.deadline != step.deadline { steps.append(step) }
      return UrgingLadder(enterprise: pair.enterprise, steps: steps)
    }
  }

  private struct Pair: Hashable {
    var enterprise: Int
    var county: UInt32
  }
}
