internal import Columns

/// A11: 建立会商研判机制、线索双向移送机制、处置反馈机制
/// Reading: a referral is closed by an answer that says something. Parameters: none.
extension CityInvariant {
  static let referralWithoutFeedback = CityInvariant(
    "referral-without-feedback", "A11", on: Referral.schema, zh: "没有反馈内容不得办结线索", en: "no referral is closed without feedback"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.has(Referral.feedbackOn), CaseValue.trimmed(changed.row.text(Referral.feedback) ?? "").isEmpty else { return nil }
    return Bilingual(zh: "没有反馈内容（--feedback）", en: "there is no feedback (--feedback)")
  }
}
