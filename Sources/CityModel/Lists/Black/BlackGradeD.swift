internal import Columns

/// A5: 禁止“黑榜”企业名录和信用评价D级的企业进入市场。 A7: 强化信用评价结果的运用
/// Reading: the text names black list and grade D side by side; the last published D is a ground by parameter, and never the score of today, so that there is no circle. Parameters: `list.blackOnGradeD`.
struct BlackGradeD: BlackGround {
  static let codes = ["black-grade-d"]

  private let facts: ListFacts
  private let isGround: Dated<Bool>

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    isGround = try facts.read(ListParameters.blackOnGradeD)
  }

  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason] {
    guard isGround.value, let published = facts.published[firm], published.grade == .d else { return [] }
    return [
      ListReason(
        code: "black-grade-d", verdict: .yes,
        sentence: Bilingual(zh: "最近公布信用等级为D级（\(published.on)）", en: "the last published grade is D (\(published.on))"),
        basis: "A5, A7", readings: [isGround.reading], evidence: [Evidence("published_grade", rows: [published.row])])
    ]
  }
}
