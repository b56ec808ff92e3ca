/// Why a command or an amendment is refused: the clause, with its article, in both languages.
public struct Refusal: Error, Sendable, Hashable {
  /// Stable: `applicant-black-listed`.
  public var code: String
  /// The article or law that the clause carries out: `A14`, `Civil Code 278`.
  public var article: String
  public var sentence: Bilingual
  /// What to do, where there is something.
  public var help: Bilingual?

  public init(_ code: String, article: String, zh: String, en: String, help: Bilingual? = nil) {
    self.code = code
    self.article = article
    // It repeats what it was given, and a log keeps it.
    self.sentence = Bilingual(zh: zh, en: en).withoutPersons
    self.help = help
  }

  init(_ error: ParameterError) {
    code = error.code.rawValue
    article = ""
    sentence = error.message
    help = nil
  }
}

extension Refusal: CustomStringConvertible {
  public var description: String { "\(code) (\(article)): \(sentence.en)" }
}
