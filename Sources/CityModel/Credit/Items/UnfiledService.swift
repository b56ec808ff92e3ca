internal import Columns

/// A2: 凡在我市开展物业服务的企业应在开展服务前，向属地县（区）申请登记备案……备案通过后才能开展经营活动。
/// Reading 23: filing is a supervisory status; who serves without it loses points, and no contract is void. Parameters: `credit.D01.points`, `credit.D01.cap`.
///
/// One case for each county in which the enterprise serves on the day without an accepted filing.
enum UnfiledService: ItemRule {
  static let item = ScoreItem(
    code: "D01", chinese: "未备案提供服务", english: "serving without an accepted filing", article: "A2", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let table = facts.snapshot.table(Filing.schema)
    // In which counties an enterprise has an accepted filing that has not ended.
    var filed: Set<Pair> = []
    try column { () throws(ColumnError) in
      let enterprise = try table.column(Filing.enterprise)
      let county = try table.references(Filing.county)
      let accepted = try table.column(Filing.acceptedOn)
      let ended = try table.column(Filing.endedOn)
      for row in 0..<table.count {
        guard let by = enterprise.reference(row), let from = accepted.day(row), from <= facts.day,
          ended.day(row).map({ $0 > facts.day }) ?? true
        else { continue }
        filed.insert(Pair(enterprise: by, county: county[row]))
      }
    }
    // In which counties it serves today without one, and under which contracts.
    var unfiled: [Pair: [UInt32]] = [:]
    for contract in facts.contracts where contract.isActive(on: facts.day) {
      let pair = Pair(enterprise: contract.enterprise, county: contract.county)
      if !filed.contains(pair) { unfiled[pair, default: []].append(UInt32(truncatingIfNeeded: contract.row)) }
    }
    for (pair, rows) in unfiled {
      tally.add(item, enterprise: pair.enterprise, days: [facts.day], table: "contract", rows: rows)
    }
  }

  private struct Pair: Hashable {
    var enterprise: Int
    var county: UInt32
  }
}
