internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: nobody decides on a request that has moved on since it was read. Parameters: none.
extension FundInvariant {
  static let casePositionStale = FundInvariant(code: "case-position-stale", article: "D13", zh: "按最新案情办理",
    en: "nobody acts on a case that has moved on"
  ) { (attempt: FundAttempt) throws(Refusal) in
    let now = attempt.fundCase?.position ?? 0
    guard attempt.command.expectedPosition != now else { return nil }
    return Refusal(
      "case-position-stale", article: "D13", zh: "案件已有变动：看到的是第\(attempt.command.expectedPosition)步，现为第\(now)步",
      en: "the case has moved on: seen at \(attempt.command.expectedPosition), now at \(now)",
      help: Bilingual(zh: "重新查看后再办理", en: "look at it again, then decide"))
  }
}
