internal import Columns

/// A7: 对物业服务不到位、整改不及时的物业服务企业 A8: 拒不整改
/// Reading 8: refusals that the county determined in this month and in the month before. Parameters: none.
struct BlackRefusals: BlackGround {
  static let codes = ["black-refusals"]

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason] {
    let month = facts.day.monthIndex
    guard let now = facts.refusals[firm]?[month], let before = facts.refusals[firm]?[month - 1] else { return [] }
    return [
      ListReason(
        code: "black-refusals", verdict: .yes,
        sentence: Bilingual(zh: "连续两个月拒不整改", en: "refused to rectify in two consecutive months"), basis: "A7, A8", readings: [],
        evidence: [Evidence("order", rows: (before + now).sorted())])
    ]
  }
}
