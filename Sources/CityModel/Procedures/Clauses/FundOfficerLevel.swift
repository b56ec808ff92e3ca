internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: each step belongs to a level; review and approval to the street. Parameters: none.
extension FundInvariant {
  static let officerLevel = FundInvariant(code: "officer-level", article: "A14") { (attempt: FundAttempt) throws(Refusal) in
    guard !attempt.step.by.contains(attempt.officer.level) else { return nil }
    let levels = attempt.step.by.map(\.rawValue).joined(separator: " / ")
    return Refusal(
      "officer-level", article: "A14",
      zh: "步骤 `\(attempt.step.chinese)` 由\(levels)级办理，不是\(attempt.officer.level.rawValue)级",
      en: "the step `\(attempt.step.name)` is done at the level \(levels), not \(attempt.officer.level.rawValue)")
  }
}
