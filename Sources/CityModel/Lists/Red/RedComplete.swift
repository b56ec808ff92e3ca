internal import Columns

/// A2: 落实合同和项目负责人备案制度 A6: 如实公布并及时更新
/// Reading: filings and disclosure are complete when the score has no line for a gap in them. Parameters: none.
struct RedComplete: RedCriterion {
  static let code = "red-complete"

  private static let gaps = [
    UnfiledService.item, ContractUnfiled.item, ManagerUnfiled.item, DisclosureMissing.item, RevenueUnpublished.item,
  ].map(\.code)

  init(_ facts: ListFacts) {}

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let lines = credit.lines.filter { RedComplete.gaps.contains($0.item.code) }
    return RedComplete.reason(
      Verdict(lines.isEmpty), basis: "A2, A6",
      zh: lines.isEmpty ? "备案、公示齐全" : lines.map(\.item.chinese).joined(separator: "、"),
      en: lines.isEmpty ? "filings and disclosures are complete" : lines.map(\.item.english).joined(separator: "; "),
      evidence: lines.flatMap(\.evidence))
  }
}
