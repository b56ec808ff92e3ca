public import CityModel

/// What the documentation says about a finding: `docs/findings/CODE.md` is written from it.
public struct FindingPage: Sendable {
  public var code: String
  /// What it means, and why it matters.
  public var meaning: Bilingual
  /// What to do.
  public var remedy: Bilingual

  init(_ code: String, zh meaning: String, _ remedy: String, en englishMeaning: String, _ englishRemedy: String) {
    self.code = code
    self.meaning = Bilingual(zh: meaning, en: englishMeaning)
    self.remedy = Bilingual(zh: remedy, en: englishRemedy)
  }

  /// Every code that `check` can show, in the order of the codes.
  public static let all: [FindingPage] = (text + running + declarations + rules).sorted { $0.code < $1.code }
}
