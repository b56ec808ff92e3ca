/// D08, A13: 3小时联系相关物业服务企业拿出初步结果.
///
/// The clock binds the receiving department; the enterprise answers only where the recorded cause of the delay is its own.
enum SlowAnswer: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let readings = [try facts.read(ClockParameters.preliminary).reading]
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .slowAnswer)
      tally.add(
        "D08", enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows, readings: readings)
    }
  }
}
