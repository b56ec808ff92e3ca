internal import Columns

/// A5: 从“红榜”企业名录和信用评价A级的企业中优先选聘。 A7: 强化信用评价结果的运用
/// Reading: the text sets no criterion; the last published grade is A, or, where none is published, the provisional score is high enough. Parameters: `list.redScore`.
struct RedGrade: RedCriterion {
  static let code = "red-grade"

  private let facts: ListFacts
  private let least: Dated<Points>

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    least = try facts.read(ListParameters.redScore)
  }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    if let published = facts.published[firm] {
      return RedGrade.reason(
        Verdict(published.grade == .a), basis: "A5, A7", zh: "最近公布等级为\(published.grade.rawValue)",
        en: "the last published grade is \(published.grade.rawValue)", evidence: [Evidence("published_grade", rows: [published.row])])
    }
    return RedGrade.reason(
      credit.grade == .unrated ? .no : Verdict(credit.score >= least.value), basis: "A7",
      zh: "尚无公布等级，暂评\(credit.score)分（须\(least.value)分以上）",
      en: "no grade is published; the provisional score is \(credit.score), at least \(least.value) is needed",
      readings: [least.reading])
  }
}
