internal import Columns

/// A7: 对物业服务不到位、整改不及时的物业服务企业
/// Reading: whom the county has ordered to rectify, and who has not yet done so, is not red. Parameters: none.
struct RedNoOpenOrder: RedCriterion {
  static let code = "red-no-open-order"

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let rows = facts.openOrders[firm] ?? []
    return RedNoOpenOrder.reason(
      Verdict(rows.isEmpty), basis: "A7", zh: rows.isEmpty ? "没有未完成的整改" : "未完成整改\(rows.count)件",
      en: rows.isEmpty ? "no rectification is open" : "\(rows.count) rectification orders are open",
      evidence: [Evidence("order", rows: rows)])
  }
}
