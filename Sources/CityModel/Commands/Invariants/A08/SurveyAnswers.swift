internal import Columns

/// A8: 客户满意度不足50%
/// Reading 7, 28: a share is of the answers, so that no more are satisfied than answered. Parameters: none.
extension CityInvariant {
  static let surveyAnswers = CityInvariant(
    "survey-answers", "A8", on: Survey.schema, zh: "满意份数不超过有效份数", en: "no more satisfied answers than answers"
  ) { (changed: ChangedRow) throws(Refusal) in
    let satisfied = changed.row.number(Survey.satisfied) ?? 0, answered = changed.row.number(Survey.answered) ?? 0
    return satisfied >= 0 && satisfied <= answered ? nil : Bilingual(zh: "满意\(satisfied)份、有效\(answered)份", en: "\(satisfied) satisfied of \(answered)")
  }
}
