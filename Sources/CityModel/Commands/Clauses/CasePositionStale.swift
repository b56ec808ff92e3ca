internal import Columns

/// A1: 市住建局负责全市物业管理活动的监督管理、业务指导、督导检查、协调调度等具体工作。
/// Reading: nobody decides on a case that has moved on since it was read. Parameters: none.
extension CommandClause {
  static let casePositionStale = CommandClause(
    "case-position-stale", "D13", zh: "按最新案情办理", en: "nobody acts on a case that has moved on"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let expected = attempt.command.expectedPosition, expected != attempt.position else { return nil }
    return Refusal(
      "case-position-stale", article: "D13", zh: "案件已有变动：看到的是第\(expected)步，现为第\(attempt.position)步",
      en: "the case has moved on: seen at \(expected), now at \(attempt.position)",
      help: Bilingual(zh: "重新查看后再办理", en: "look at it again, then decide"))
  }
}
