/// A7: 强化信用评价结果的运用，对信用评价结果分类实施监管
/// Reading: the text sets no scale; a score lies between the ends of a scale, so that scores compare. Parameters: `credit.min`, `credit.max`.
struct ScaleEnds {
  static let item = ScoreItem(
    code: "L02", chinese: "分值上下限", english: "ends of the scale", article: "A7", kind: .limit,
    level: .enterprise, isRecorded: false, variants: [], hasCap: false)

  private let least: Dated<Points>
  private let most: Dated<Points>

  init(_ facts: ScoreFacts) throws(RuleError) {
    least = try facts.read(CreditParameters.min)
    most = try facts.read(CreditParameters.max)
  }

  var readings: [Reading] { [least.reading, most.reading] }

  /// The line that brings a sum back to the nearer end of the scale; `nil` where it lies on the scale.
  func line(_ sum: Points) -> ScoreLine? {
    let score = sum.clamped(to: least.value...max(least.value, most.value))
    return score == sum ? nil : .limit(ScaleEnds.item, score - sum, readings)
  }
}
