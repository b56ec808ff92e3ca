internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: a district may hold facts against a step or cap its amount; nothing bars a refusal. Parameters: none.
extension FundInvariant {
  static let stepRefused = FundInvariant(code: "step-refused", article: "D10", zh: "县（区）规则可以不予办理",
    en: "a district may hold facts of the case against a step"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard !attempt.isRefusal, !attempt.isSubstitution else { return nil }
    if let objection = attempt.step.objections.first {
      return Refusal(
        "step-refused", article: "D10", zh: "\(objection.because.zh)（\(objection.source)）", en: "\(objection.because.en) (\(objection.source))")
    }
    guard let most = attempt.step.atMostAmount else { return nil }
    let amount: Money? =
      switch attempt.command.action {
      case .submit(let submission): submission.amount
      case .approve(let amount): amount
      case .advance(let amount), .balance(let amount): (attempt.fundCase?.paid ?? .zero).adding(amount)
      case .confirm, .refuse, .substitute: attempt.submission.amount
      }
    // A sum beyond all numbers is beyond the bound.
    guard amount.map({ $0 > most }) ?? true else { return nil }
    return Refusal(
      "step-refused", article: "D10", zh: "步骤 `\(attempt.step.chinese)` 最多\(most)元", en: "the step `\(attempt.step.name)` allows \(most) yuan at most")
  }
}
