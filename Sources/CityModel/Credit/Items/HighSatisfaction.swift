/// A8: 客户满意度 A9: 满意率低
/// Reading 7, 28: answers at revisits and in surveys together, compared exactly; too few answers are unknown and bring nothing. Parameters: `credit.G03.excellent`, `credit.G03.good`, `satisfaction.minSample`, `satisfaction.fair`, `satisfaction.good`, `satisfaction.excellent`, `credit.factWindow`.
enum HighSatisfaction: ItemRule {
  static let item = ScoreItem(
    code: "G03", chinese: "客户满意度高", english: "high satisfaction", article: "A8, A9", kind: .addition,
    level: .enterprise, isRecorded: false, variants: ["excellent", "good"], hasCap: false)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let sample = try facts.read(ExitParameters.satisfactionMinSample)
    let steps = [
      ("excellent", try facts.read(CreditParameters.satisfactionExcellent)), ("good", try facts.read(CreditParameters.satisfactionGood)),
    ]
    let fair = try facts.read(CreditParameters.satisfactionFair)
    // Who loses points for low satisfaction gains none, however the steps are set.
    for (firm, answers) in facts.satisfaction where answers.answered >= sample.value && answers.compare(fair.value) >= 0 {
      // The best step that applies, and no other.
      guard let (step, least) = steps.first(where: { answers.compare($0.1.value) >= 0 }) else { continue }
      tally.add(item, step, enterprise: firm, answers, on: facts.day, readings: [sample.reading, least.reading])
    }
  }
}
