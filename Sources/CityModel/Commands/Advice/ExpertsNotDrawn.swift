internal import Columns

/// A5: 评标专家库组建、评标
/// Reading: the bids are judged by experts that were drawn from the pool and did not stand aside. Parameters: none.
extension CommandAdvice {
  static let expertsNotDrawn = CommandAdvice(
    "experts-not-drawn", "A5", at: "award", zh: "定标前须从专家库抽取评标专家", en: "experts are drawn from the pool before the award"
  ) { (attempt: CommandAttempt) in
    guard !attempt.rows("drawings").contains(where: { $0.flag(ExpertDrawing.recused) != true }) else { return nil }
    return Bilingual(zh: "没有抽取评标专家的记录", en: "no expert was drawn for it")
  }
}
