/// D11, A13: 发现虚假办结……的应重新办理. A false closure that the revisit found.
enum FalseClosure: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .falseClosure)
      tally.add(
        "D11", enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows)
    }
  }
}
