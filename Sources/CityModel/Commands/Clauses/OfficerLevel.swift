internal import Columns

/// A1: 形成市、县（区）、街道（乡镇）、社区四级物业监管工作格局。
/// Reading: each command belongs to certain of the four levels. Parameters: none.
extension CommandClause {
  static let officerLevel = CommandClause(
    "officer-level", "A1", zh: "各层级办理各自的事项", en: "each command belongs to certain levels"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard !attempt.description.levels.contains(attempt.officer.level) else { return nil }
    let words = attempt.description.levels.compactMap { level in
      Division.levels.index(of: level.rawValue).map { Division.levels.values[$0].chinese }
    }
    let own = Division.levels.index(of: attempt.officer.level.rawValue).map { Division.levels.values[$0].chinese } ?? ""
    return Refusal(
      "officer-level", article: attempt.description.article,
      zh: "`\(attempt.description.chinese)` 由\(words.joined(separator: "、"))办理，\(attempt.officer.name)属\(own)级",
      en:
        "`\(attempt.description.name)` is done at the level \(attempt.description.levels.map(\.rawValue).joined(separator: ", ")); \(attempt.officer.name) is of the level \(attempt.officer.level.rawValue)"
    )
  }
}
