/// A2: 对于多次督促仍不整改的物业服务企业，要在其信用评价过程中予以扣分
/// Reading 21: 多次 is at least two urgings about filing with deadlines of their own; points from the second on. Parameters: `credit.D04.points`, `filing.urgeFrom`, `credit.recordMonths`.
///
/// The grade D at the end of the ladder is ``UrgingVeto``.
enum UnheededUrging: ItemRule {
  static let item = ScoreItem(
    code: "D04", chinese: "报备督促未整改", english: "unheeded urging about filing", article: "A2", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: false)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let from = try facts.read(CreditParameters.urgeFrom)
    let first = max(1, from.value)
    for ladder in try UrgingLadder.all(facts) where ladder.steps.count >= first {
      tally.add(
        item, enterprise: ladder.enterprise, days: ladder.steps[(first - 1)...].map(\.deadline), table: "urging",
        rows: ladder.steps.map(\.row), readings: [from.reading])
    }
  }
}
