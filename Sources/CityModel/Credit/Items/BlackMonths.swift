/// A7: 将“红黑榜”作为信用评价结果的参照。
/// Reading 13, 15: a month counts when the entry stands on its publication day; a black entry of any county reaches the whole city. Parameters: `credit.B01.points`, `credit.B01.cap`, `list.publishDay`, `list.blackScope`, `credit.factWindow`.
enum BlackMonths: ItemRule {
  static let item = ScoreItem(
    code: "B01", chinese: "黑榜在榜月份", english: "month on a black list", article: "A7", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let publishDay = try facts.read(ListParameters.publishDay)
    let reach = try facts.read(ListParameters.blackScope)
    for listed in try ListedMonths.of(facts, black: true, publishedOn: publishDay.value, cityWide: reach.value == .city) {
      tally.add(
        item, enterprise: listed.enterprise, days: listed.months, table: "list_entry", rows: listed.entries,
        readings: [publishDay.reading, reach.reading])
    }
  }
}
