internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”
/// Reading 14, 15: who stands on a black list, of this county or of any other, is not red. Parameters: none.
struct RedNotBlack: RedCriterion {
  static let code = "red-not-black"

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let rows = facts.black(firm, here: false)
    return RedNotBlack.reason(
      Verdict(rows.isEmpty), basis: "A7", zh: rows.isEmpty ? "不在黑榜" : "在黑榜期间",
      en: rows.isEmpty ? "not on a black list" : "on a black list", evidence: [Evidence("list_entry", rows: rows)])
  }
}
