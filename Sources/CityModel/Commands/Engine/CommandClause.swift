internal import Columns

/// A clause about who acts, on what and when, that holds for every command before it decides anything.
public struct CommandClause: Sendable {
  /// The code of its refusal.
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (CommandAttempt) throws(Refusal) -> Refusal?

  init(
    _ code: String, _ article: String, zh: String, en: String, check: @escaping @Sendable (CommandAttempt) throws(Refusal) -> Refusal?
  ) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [CommandClause] = [
    .officerNotInOffice, .caseMissing, .caseExists, .officerLevel, .officerCommunity, .officerDivision, .casePositionStale,
    .timeRunsBackwards, .argumentMissing, .responsibleNotInOffice, .caseState, .samePerson, .documentMissing, .evidenceMissing, .basisUnclear,
    .draftBindsNobody,
  ]

  /// The need under which a decision finds the recorded versions of the city's text.
  static let policies = "policies"
}
