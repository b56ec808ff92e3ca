internal import Columns

/// A1: 市住建局负责全市物业管理活动的监督管理、业务指导、督导检查、协调调度等具体工作。
/// Reading: what a command must say is said; nothing is assumed. Parameters: none.
extension CommandClause {
  static let argumentMissing = CommandClause(
    "argument-missing", "D13", zh: "必填内容须齐全", en: "what the command needs is given"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let missing = attempt.description.arguments.filter { $0.isRequired && !attempt.has($0.field) }.map(\.field)
    guard !missing.isEmpty else { return nil }
    return Refusal(
      "argument-missing", article: attempt.description.article,
      zh: "`\(attempt.description.chinese)` 须写明：\(missing.map { "\($0.chinese)（--\(dashed($0.name))）" }.joined(separator: "、"))",
      en: "`\(attempt.description.name)` needs \(missing.map { "--" + dashed($0.name) }.joined(separator: ", "))")
  }
}

/// The option by which an argument is given: `basically_closed_at` is `--basically-closed-at`.
private func dashed(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }
