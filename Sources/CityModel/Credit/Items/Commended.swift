/// A17: 对获得省级以上表彰的物业服务企业
/// Reading: commendations of city and county bring points too, fewer; of several in one matter (one document) the highest counts. Parameters: `credit.G01.province`, `credit.G01.city`, `credit.G01.county`, `credit.recordMonths`.
enum Commended: ItemRule {
  static let item = ScoreItem(
    code: "G01", chinese: "表彰", english: "commendation", article: "A17", kind: .addition,
    level: .enterprise, isRecorded: true, variants: ["province", "city", "county"], hasCap: false)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) {
    var highest: [Matter: RecordedFact] = [:]
    for fact in facts.recorded(item) {
      let matter = Matter(enterprise: fact.enterprise, document: fact.document ?? "row \(fact.row)")
      if let held = highest[matter], rank(held.variant) <= rank(fact.variant) { continue }
      highest[matter] = fact
    }
    for fact in highest.values { tally.add(item, fact, facts) }
  }

  /// One enterprise and one document.
  private struct Matter: Hashable {
    var enterprise: Int
    var document: String
  }

  /// The higher the commendation, the smaller the number.
  private static func rank(_ variant: String) -> Int { item.variants.firstIndex(of: variant) ?? 0 }
}
