/// A13: 3小时联系相关物业服务企业拿出初步结果
/// Reading 11, 12: the clock runs day and night from acceptance and binds the department; the enterprise answers for a recorded cause of its own. Parameters: `credit.D08.points`, `credit.D08.cap`, `sla.preliminary`, `credit.factWindow`.
enum SlowAnswer: ItemRule {
  static let item = ScoreItem(
    code: "D08", chinese: "因企业原因3小时无初步结果", english: "no preliminary result in three hours, the enterprise's fault", article: "A13", kind: .deduction,
    level: .project, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let readings = [try facts.read(ClockParameters.preliminary).reading]
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .slowAnswer)
      tally.add(
        item, enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows, readings: readings)
    }
  }
}
