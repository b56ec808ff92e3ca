internal import Columns

/// A13: 第一时间回应群众诉求，反馈处理结果。
/// Reading 9, 10: no complaint of the months before is overdue by the enterprise's fault, or by a fault that nobody recorded; without times it is unknown. Parameters: `list.redPromptMonths`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
struct RedPrompt: RedCriterion {
  static let code = "red-prompt"

  private let facts: ListFacts

  init(_ facts: ListFacts) { self.facts = facts }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let late = facts.overdue[firm]
    let rows = late?.rows ?? []
    return RedPrompt.reason(
      !rows.isEmpty ? .no : late?.isUnknown == true ? .unknown : .yes, basis: "A13",
      zh: rows.isEmpty ? "\(facts.prompt.value.count)个月内无超期投诉" : "超期投诉\(rows.count)件",
      en: rows.isEmpty
        ? "no overdue complaint within \(facts.prompt.value.count) months" : "\(rows.count) overdue complaints",
      readings: [facts.prompt.reading], evidence: [Evidence("complaint", rows: rows)])
  }
}
