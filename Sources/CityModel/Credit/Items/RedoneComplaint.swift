/// D12, A13: 处理结果不满意的应重新办理. A complaint that was dealt with again, and not because its closure was false.
enum RedoneComplaint: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .redone)
      tally.add(
        "D12", enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows)
    }
  }
}
