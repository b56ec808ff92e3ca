internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: steps that a procedure keeps apart are done by different persons. Parameters: none.
extension FundInvariant {
  static let samePerson = FundInvariant(code: "same-person", article: "D13", zh: "流程规定分开的步骤不得同人",
    en: "steps that the procedure keeps apart are done by two"
  ) { (attempt: FundAttempt) throws(Refusal) in
    for name in attempt.step.notSamePersonAs
    where attempt.fundCase?.done.contains(where: { $0.step == name && $0.officer == attempt.officer.id }) ?? false {
      return Refusal(
        "same-person", article: "D13", zh: "步骤 `\(attempt.step.chinese)` 与 `\(name)` 不得由同一人办理",
        en: "the steps `\(attempt.step.name)` and `\(name)` are not done by one person")
    }
    return nil
  }
}
