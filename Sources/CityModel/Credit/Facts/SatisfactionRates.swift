internal import Columns

/// Satisfied and all answers of the score's period: revisits and surveys together (A8, A9).
struct SatisfactionRates {
  var satisfied = 0
  var answered = 0
  var complaints: [UInt32] = []
  var surveys: [UInt32] = []

  /// Compares the satisfied share with another, exactly.
  func compare(_ share: Ratio) -> Int { share.compare(Int64(satisfied), of: Int64(answered)) }

  static func byEnterprise(_ facts: ScoreFacts) throws(RuleError) -> [Int: SatisfactionRates] {
    var result: [Int: SatisfactionRates] = [:]
    for (at, pair) in facts.complaints.pairs.enumerated() where pair.answered > 0 {
      result[pair.enterprise, default: .init()].satisfied += pair.satisfied
      result[pair.enterprise, default: .init()].answered += pair.answered
      result[pair.enterprise, default: .init()].complaints += facts.complaints.rows(of: at, .answered)
    }
    let table = facts.snapshot.table(Survey.schema)
    try column { () throws(ColumnError) in
      let enterprise = try table.column(Survey.enterprise)
      let project = try table.column(Survey.project)
      let held = try table.column(Survey.heldOn)
      let yes = try table.column(Survey.satisfied)
      let all = try table.column(Survey.answered)
      for row in 0..<table.count {
        guard let firm = enterprise.reference(row), let at = project.reference(row), facts.isInScope(project: at),
          let day = held.day(row), facts.window.contains(day), let total = all.integer(row),
          let good = yes.integer(row),
          total > 0, total <= 1_000_000_000, good >= 0, good <= total
        else { continue }
        result[firm, default: .init()].satisfied += Int(good)
        result[firm, default: .init()].answered += Int(total)
        result[firm, default: .init()].surveys.append(UInt32(truncatingIfNeeded: row))
      }
    }
    return result
  }
}
