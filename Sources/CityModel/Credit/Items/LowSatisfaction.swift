/// A8: 客户满意度不足50% A9: 针对物业服务企业存在服务不到位、投诉率高、满意率低的问题
/// Reading 7, 28: answers at revisits and in surveys together, compared exactly; too few answers are unknown and cost nothing. Parameters: `credit.D13.lowest`, `credit.D13.low`, `credit.D13.fair`, `credit.D13.cap`, `satisfaction.minSample`, `satisfaction.lowest`, `satisfaction.low`, `satisfaction.fair`, `credit.factWindow`.
enum LowSatisfaction: ItemRule {
  static let item = ScoreItem(
    code: "D13", chinese: "客户满意度偏低", english: "low satisfaction", article: "A8, A9", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["lowest", "low", "fair"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let sample = try facts.read(ExitParameters.satisfactionMinSample)
    let steps = [
      ("lowest", try facts.read(CreditParameters.satisfactionLowest)), ("low", try facts.read(CreditParameters.satisfactionLow)),
      ("fair", try facts.read(CreditParameters.satisfactionFair)),
    ]
    for (firm, answers) in facts.satisfaction where answers.answered >= sample.value {
      // The worst step that applies, and no other.
      guard let (step, below) = steps.first(where: { answers.compare($0.1.value) < 0 }) else { continue }
      tally.add(item, step, enterprise: firm, answers, on: facts.day, readings: [sample.reading, below.reading])
    }
  }
}
