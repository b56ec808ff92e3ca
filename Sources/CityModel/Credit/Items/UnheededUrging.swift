internal import Columns

/// D04 and V3, A2: 对于多次督促仍不整改的物业服务企业，要在其信用评价过程中予以扣分，直至列入D级企业.
///
/// Only urgings about filing lead down this ladder. In each county, urgings with deadlines of their own that passed unheeded
/// within the validity of records: deductions from the second, grade D at the fourth (both parameters).
enum UnheededUrging: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let from = try facts.read(CreditParameters.urgeFrom)
    let veto = try facts.read(CreditParameters.urgeVeto)
    let table = facts.snapshot.table(Urging.schema)
    let filing = Urging.topics.code("filing")
    var ladders: [Ladder: [(deadline: Day, row: UInt32)]] = [:]
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
        ladders[Ladder(enterprise: by, county: county[row]), default: []].append((due, UInt32(truncatingIfNeeded: row)))
      }
    }
    for (ladder, all) in ladders {
      // Two urgings with one deadline are one step of the ladder.
      var steps: [(deadline: Day, row: UInt32)] = []
      for urging in all.sorted(by: { ($0.deadline, $0.row) < ($1.deadline, $1.row) })
      where steps.last?.deadline != urging.deadline { steps.append(urging) }
      let rows = steps.map(\.row)
      let first = max(1, from.value)
      if steps.count >= first {
        tally.add(
          "D04", enterprise: ladder.enterprise, days: steps[(first - 1)...].map(\.deadline), table: "urging", rows: rows,
          readings: [from.reading])
      }
      if steps.count >= veto.value {
        tally.veto(
          "V3", enterprise: ladder.enterprise, article: "A2",
          Bilingual(zh: "报备事项多次督促仍不整改（\(steps.count)次）", en: "\(steps.count) urgings about filing passed unheeded"),
          readings: [veto.reading], evidence: [Evidence("urging", rows: rows)])
      }
    }
  }

  private struct Ladder: Hashable {
    var enterprise: Int
    var county: UInt32
  }
}
