/// A13: 处理结果不满意的应重新办理。
/// Reading: a complaint that was dealt with again counts once, unless its closure was false. Parameters: `credit.D12.points`, `credit.D12.cap`, `credit.factWindow`.
enum RedoneComplaint: ItemRule {
  static let item = ScoreItem(
    code: "D12", chinese: "不满意重新办理", english: "dissatisfied and dealt with again", article: "A13", kind: .deduction,
    level: .project, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .redone)
      tally.add(
        item, enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows)
    }
  }
}
