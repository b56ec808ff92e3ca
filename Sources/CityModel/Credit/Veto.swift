/// A ground that makes the grade D whatever the score.
struct Veto: Sendable, Hashable {
  /// `V1` … `V6`.
  var code: String
  /// The article or the law that it carries out.
  var article: String
  var sentence: Bilingual

  /// The codes of those that an authority decides and an officer records; the others follow from facts.
  static let recorded = Set(ScoreRules.vetoes.filter { $0 is any RecordedVeto.Type }.map { $0.veto.code })
}
