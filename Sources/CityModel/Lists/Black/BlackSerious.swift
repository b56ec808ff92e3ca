internal import Columns

/// A11: 擅自利用公共部位开展经营、侵占小区公共收益……经营行为严重违反法律法规的
/// Reading: a recorded decision about common parts or a serious penalty, while it is valid; one fact leads to one listing. Parameters: `credit.recordMonths`.
struct BlackSerious: BlackGround {
  static let codes = ["black-serious"]

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason] {
    guard let records = facts.serious[firm] else { return [] }
    return [
      ListReason(
        code: "black-serious", verdict: .yes,
        sentence: records.isPenalty
          ? Bilingual(zh: "受到严重行政处罚", en: "a serious administrative penalty")
          : Bilingual(zh: "擅用共用部位或截留公共收益", en: "business on common parts without consent, or common revenue withheld"),
        basis: "A11", readings: [], evidence: [Evidence("credit_record", rows: records.rows)])
    ]
  }
}
