internal import Columns

/// A13: 实行“三三三”快速响应机制
/// Reading 11: clocks can be trusted where a case moves forward in time only. Parameters: none.
extension CommandClause {
  static let timeRunsBackwards = CommandClause(
    "time-runs-backwards", "D13", zh: "办理时间不得早于上一步", en: "a case moves forward in time"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let last = attempt.history.map(\.at).max(), attempt.now < last else { return nil }
    return Refusal(
      "time-runs-backwards", article: "D13", zh: "时间早于案件的上一步（\(last)）", en: "earlier than the case's last entry (\(last))")
  }
}
