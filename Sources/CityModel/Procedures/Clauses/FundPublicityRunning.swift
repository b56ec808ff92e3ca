internal import Columns

/// 民法典 281: 建筑物及其附属设施的维修资金的筹集、使用情况应当定期公布。
/// Reading: before the last payment the settlement is shown to the owners, the day on which that begins not counted. Parameters: `fund.publicityDays`.
extension FundInvariant {
  static let publicityRunning = FundInvariant(code: "publicity-running", article: "A14", zh: "尾款在结算公示期满后拨付",
    en: "the last payment follows the days of publicity"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .balance = attempt.command.action,
      let shown = attempt.fundCase?.done.last(where: { $0.step == FundProcedures.publicity })?.at.day
    else { return nil }
    let days = try attempt.read(FundParameters.publicityDays)
    let last = shown.adding(days: days)
    guard attempt.day <= last else { return nil }
    return Refusal(
      "publicity-running", article: "A14", zh: "结算自 \(shown) 公示，\(days)日至 \(last) 止", en: "the settlement has been public since \(shown); \(days) days end on \(last)",
      help: Bilingual(zh: "期满次日起可以拨付", en: "pay on a later day"))
  }
}
