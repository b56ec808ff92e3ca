internal import Columns

/// A13: 对已办结的问题进行回访
/// Reading: who proposed or handled a matter neither decides nor checks it. Parameters: none.
extension CommandClause {
  static let samePerson = CommandClause(
    "same-person", "D13", zh: "提出人、经办人不得自行决定或回访", en: "who proposed or handled does not decide or check"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard
      let done = attempt.history.last(where: {
        attempt.description.notBy.contains($0.kind) && $0.officer == attempt.officer.id
      })
    else { return nil }
    let earlier = CityCommands.named(done.kind)?.chinese ?? done.kind
    return Refusal(
      "same-person", article: "D13", zh: "\(attempt.officer.name)办理过`\(earlier)`，不得再办`\(attempt.description.chinese)`",
      en: "\(attempt.officer.name) did `\(done.kind)` and may not do `\(attempt.description.name)` on the same case")
  }
}
