/// A13: 3天内基本办结
/// Reading 9, 10, 12: calendar days from acceptance bind the department; the enterprise answers for a recorded cause of its own. Parameters: `credit.D09.points`, `credit.D09.cap`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`, `credit.factWindow`.
enum SlowClosing: ItemRule {
  static let item = ScoreItem(
    code: "D09", chinese: "因企业原因3天未基本办结", english: "not basically closed in three days, the enterprise's fault", article: "A13", kind: .deduction,
    level: .project, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let readings = try facts.closingReadings()
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .slowClosing)
      tally.add(
        item, enterprise: pair.enterprise, project: pair.project, days: facts.complaints.days(rows), table: "complaint",
        rows: rows, readings: readings)
    }
  }
}
