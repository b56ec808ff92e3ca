/// A13: 发现虚假办结或处理结果不满意的应重新办理。
/// Reading: a false closure is what a revisit has found; it counts here and not as a complaint that was dealt with again (D12) too. Parameters: `credit.D11.points`, `credit.D11.cap`, `credit.factWindow`.
enum FalseClosure: ItemRule {
  static let item = ScoreItem(
    code: "D11", chinese: "虚假办结", english: "false closure found at the revisit", article: "A13", kind: .deduction,
    level: .project, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .falseClosure)
      tally.add(
        item, enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows)
    }
  }
}
