internal import Columns

/// A criterion of the red list: every one is judged, met or not, so that who asks why not gets an answer.
protocol RedCriterion: Sendable {
  /// `red-grade`.
  static var code: String { get }
  init(_ facts: ListFacts) throws(RuleError)
  /// - Parameters:
  ///   - firm: row of the enterprise.
  ///   - credit: its score in the county on the last day of the month.
  func judge(_ firm: Int, _ credit: CreditScore) -> ListReason
}

extension RedCriterion {
  static func reason(
    _ verdict: Verdict, basis: String, zh: String, en: String, readings: [Reading] = [], evidence: [Evidence] = []
  ) -> ListReason {
    ListReason(
      code: code, verdict: verdict, sentence: Bilingual(zh: zh, en: en), basis: basis, readings: readings,
      evidence: evidence.filter { $0.count > 0 })
  }
}

/// A ground for the black list: conduct, and never a score of today.
protocol BlackGround: Sendable {
  /// Every code that a reason of this ground can have: `black-exit`.
  static var codes: [String] { get }
  init(_ facts: ListFacts) throws(RuleError)
  /// The reasons that hold against an enterprise; none where the ground is not met.
  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason]
}

enum ListRules {
  static let red: [any RedCriterion.Type] = [
    RedGrade.self, RedClean.self, RedNoOpenOrder.self, RedPrompt.self, RedSatisfaction.self, RedComplete.self, RedNotBlack.self,
  ]

  static let black: [any BlackGround.Type] = [
    BlackVeto.self, BlackGradeD.self, BlackExit.self, BlackRefusals.self, BlackSerious.self,
  ]
}
