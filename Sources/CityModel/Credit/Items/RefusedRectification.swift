/// A7: 对物业服务不到位、整改不及时的物业服务企业 A8: 拒不整改
/// Reading 8: an order past its deadline that the county, after a written reminder, determined to be refused. Parameters: `credit.D14.points`, `credit.D14.cap`, `refusal.requiresDetermination`, `refusal.requiresReminder`, `credit.recordMonths`.
///
/// An order that was rectified after its refusal was determined still counts.
enum RefusedRectification: ItemRule {
  static let item = ScoreItem(
    code: "D14", chinese: "拒不整改", english: "rectification refused", article: "A7, A8", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let refusals = try Refusals(facts.snapshot, window: facts.records, includingRectified: true) { enterprise, county in
      facts.isInScope(county) ? enterprise : nil
    }
    for (firm, rows) in refusals.refused {
      tally.add(
        item, enterprise: firm, days: rows.compactMap { refusals.day(of: $0) }, table: "order", rows: rows,
        readings: refusals.readings + [facts.recordReading])
    }
  }
}
