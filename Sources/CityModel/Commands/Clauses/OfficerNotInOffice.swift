internal import Columns

/// A1: 形成市、县（区）、街道（乡镇）、社区四级物业监管工作格局。
/// Reading: who acts holds an office on the day. Parameters: none.
extension CommandClause {
  static let officerNotInOffice = CommandClause(
    "officer-not-in-office", "D13", zh: "经办人须在任", en: "the officer is in office"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }
}
