/// D09, A13: 3天内基本办结.
///
/// The clock binds the receiving department; the enterprise answers only where the recorded cause of the delay is its own.
enum SlowClosing: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let readings = try facts.closingReadings()
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .slowClosing)
      tally.add(
        "D09", enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows, readings: readings)
    }
  }
}
