/// D13 and G03, A8, A9: 客户满意度; 针对……投诉率高、满意率低的问题.
///
/// Answers at revisits and in surveys of the period, together; with fewer than the least sample, satisfaction is unknown and
/// nothing is deducted or added.
enum Satisfaction: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let sample = try facts.read(ExitParameters.satisfactionMinSample)
    let lowest = try facts.read(CreditParameters.satisfactionLowest)
    let low = try facts.read(CreditParameters.satisfactionLow)
    let fair = try facts.read(CreditParameters.satisfactionFair)
    let good = try facts.read(CreditParameters.satisfactionGood)
    let excellent = try facts.read(CreditParameters.satisfactionExcellent)
    for (firm, answers) in try SatisfactionRates.byEnterprise(facts) where answers.answered >= sample.value {
      func compare(_ share: Dated<Ratio>) -> Int {
        share.value.compare(Int64(answers.satisfied), of: Int64(answers.answered))
      }
      let step: (code: String, variant: String, reading: Reading)? =
        compare(lowest) < 0
        ? ("D13", "lowest", lowest.reading)
        : compare(low) < 0
          ? ("D13", "low", low.reading)
          : compare(fair) < 0
            ? ("D13", "fair", fair.reading)
            : compare(excellent) >= 0
              ? ("G03", "excellent", excellent.reading)
              : compare(good) >= 0 ? ("G03", "good", good.reading) : nil
      guard let step else { continue }
      tally.add(
        step.code, step.variant, enterprise: firm, days: [facts.day], table: "complaint", rows: answers.complaints,
        readings: [sample.reading, step.reading])
      if !answers.surveys.isEmpty {
        tally.evidence(step.code, enterprise: firm, table: "survey", rows: answers.surveys)
      }
    }
  }
}
