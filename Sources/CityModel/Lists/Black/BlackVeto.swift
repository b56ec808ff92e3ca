internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading: what makes the grade D whatever the score is a ground for the black list too. Parameters: none.
struct BlackVeto: BlackGround {
  static let codes = ScoreRules.vetoes.map { code($0.veto.code) }

  init(_ facts: ListFacts) {}

  func reasons(_ firm: Int, _ credit: CreditScore) -> [ListReason] {
    credit.vetoes.map { veto in
      ListReason(
        code: BlackVeto.code(veto.code), verdict: .yes, sentence: veto.sentence, basis: "A7, " + veto.article, readings: veto.readings,
        evidence: veto.evidence)
    }
  }

  private static func code(_ veto: String) -> String { "black-veto-\(veto.lowercased())" }
}
