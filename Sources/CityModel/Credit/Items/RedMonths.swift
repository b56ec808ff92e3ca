/// A7: 将“红黑榜”作为信用评价结果的参照。
/// Reading 13, 14: a month counts when the entry stands on its publication day; a red entry speaks for its own county. Parameters: `credit.G02.points`, `credit.G02.cap`, `list.publishDay`, `credit.factWindow`.
///
/// The red list reads the last published grade and never this score, so that there is no circle.
enum RedMonths: ItemRule {
  static let item = ScoreItem(
    code: "G02", chinese: "红榜在榜月份", english: "month on a red list", article: "A7", kind: .addition,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let publishDay = try facts.read(ListParameters.publishDay)
    for listed in try ListedMonths.of(facts, black: false, publishedOn: publishDay.value, cityWide: false) {
      tally.add(
        item, enterprise: listed.enterprise, days: listed.months, table: "list_entry", rows: listed.entries,
        readings: [publishDay.reading])
    }
  }
}
