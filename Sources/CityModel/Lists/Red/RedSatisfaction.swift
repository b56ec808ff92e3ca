internal import Columns

/// A8: 客户满意度 A9: 满意率低
/// Reading 7, 28: satisfied of all answers at revisits and in surveys of the year, compared exactly; too few answers are unknown, and unknown is not met. Parameters: `list.redSatisfaction`, `satisfaction.minSample`, `exit.window`, `exit.scope`.
struct RedSatisfaction: RedCriterion {
  static let code = "red-satisfaction"

  private let facts: ListFacts
  private let least: Dated<Ratio>
  private let sample: Dated<Int>

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    least = try facts.read(ListParameters.redSatisfaction)
    sample = try facts.read(ExitParameters.satisfactionMinSample)
  }

  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason {
    guard let answers = facts.exits[firm]?.limb(.satisfaction), answers.whole >= max(1, sample.value) else {
      return RedSatisfaction.reason(
        .unknown, basis: "A8, A9", zh: "满意度样本不足\(sample.value)份", en: "fewer than \(sample.value) answers", readings: [sample.reading])
    }
    return RedSatisfaction.reason(
      Verdict(least.value.compare(Int64(answers.part), of: Int64(answers.whole)) >= 0), basis: "A8, A9",
      zh: "满意\(answers.part)份，共\(answers.whole)份（须\(least.value)以上）",
      en: "\(answers.part) of \(answers.whole) answers satisfied, at least \(least.value) are needed",
      readings: [least.reading, sample.reading], evidence: answers.evidence)
  }
}
