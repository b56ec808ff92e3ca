internal import Columns

/// D01, A2: 凡在我市开展物业服务的企业应在开展服务前，向属地县（区）申请登记备案……备案通过后才能开展经营活动.
///
/// One case for each county in which the enterprise serves on the day without an accepted filing.
enum UnfiledService: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let table = facts.snapshot.table(Filing.schema)
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
    var unfiled: [Pair: [UInt32]] = [:]
    for contract in facts.contracts where contract.isActive(on: facts.day) {
      let pair = Pair(enterprise: contract.enterprise, county: contract.county)
      if !filed.contains(pair) { unfiled[pair, default: []].append(UInt32(truncatingIfNeeded: contract.row)) }
    }
    for (pair, rows) in unfiled { 
      tally.add("D01", enterprise: pair.enterprise, days: [facts.day], table: "contract", rows: rows)
    }
  }

  private struct Pair: Hashable {
    var enterprise: Int
    var county: UInt32
  }
}
