internal import Columns

/// A7: 积极扶持社会信誉好、服务质量优的物业服务企业做大做强
/// Reading: 社会信誉好 is without a veto, and without a penalty or a recorded veto in the months before. Parameters: `list.redCleanMonths`.
struct RedClean: RedCriterion {
  static let code = "red-clean"

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let rows = facts.stains[firm] ?? []
    let isClean = rows.isEmpty && credit.vetoes.isEmpty
    return RedClean.reason(
      Verdict(isClean), basis: "A7", zh: isClean ? "\(facts.clean.value.count)个月内无一票否决、无行政处罚" : "有一票否决或行政处罚",
      en: isClean ? "no veto and no penalty within \(facts.clean.value.count) months" : "a veto or a penalty stands",
      readings: [facts.clean.reading],
      evidence: [Evidence("credit_record", rows: rows)] + credit.vetoes.flatMap(\.evidence))
  }
}
