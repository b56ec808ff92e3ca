/// D14, A7, A8: 拒不整改. Each order whose refusal the county determined within the validity of records.
enum RefusedRectification: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let refusals = try Refusals(facts.snapshot, window: facts.records, includingRectified: true) { enterprise, county in
      facts.isInScope(county) ? enterprise : nil
    }
    for (firm, rows) in refusals.refused {
      tally.add(
        "D14", enterprise: firm, days: rows.compactMap { refusals.day(of: $0) }, table: "order", rows: rows,
        readings: refusals.readings + [facts.recordReading])
    }
  }
}
