internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: each step belongs to a level; review and approval to the street. Parameters: none.
extension FundInvariant {
  static let officerLevel = FundInvariant(code: "officer-level", article: "A14", zh: "审批在街道（乡镇），拨付在县（区）",
    en: "the street approves, the county pays"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard !attempt.step.by.contains(attempt.officer.level) else { return nil }
    let levels = attempt.step.by.map(\.rawValue).joined(separator: " / ")
    func chinese(_ level: Division.Level) -> String { CaseValue.text(level.rawValue).shown(as: .enumeration(Division.levels), chinese: true) }
    return Refusal(
      "officer-level", article: "A14",
      zh: "步骤 `\(attempt.step.chinese)` 由\(attempt.step.by.map(chinese).joined(separator: "、"))办理，\(attempt.officer.name)属\(chinese(attempt.officer.level))级",
      en: "the step `\(attempt.step.name)` is done at the level \(levels), not \(attempt.officer.level.rawValue)")
  }
}
