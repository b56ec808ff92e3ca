internal import CityModel
internal import Columns
public import LuaSyntax

/// The Chinese words of rules: the language's own, and the names of every table and field of the city's schema.
public enum CityVocabulary {
  /// Chinese and English, in order of first mention; one-to-one.
  public static let pairs: [(chinese: String, english: String)] = {
    var pairs = (RuleWord.all + RuleWord.testing).map { (chinese: $0.chinese, english: $0.english) }
    var known = Set(pairs.map(\.chinese))
    func add(_ chinese: String, _ english: String) {
      if known.insert(chinese).inserted { pairs.append((chinese, english)) }
    }
    for table in CitySchema.tables {
      add(table.chinese, table.name)
      for field in table.fields { add(field.chinese, field.name) }
    }
    return pairs
  }()

  /// The vocabulary with which scripts are translated.
  ///
  /// - Throws: when two words collide, which a test excludes.
  public static func vocabulary() throws(VocabularyError) -> Vocabulary { try Vocabulary(pairs) }

  /// The English word for a word in quotation marks that names a field, a table or a value of the language.
  public static func english(_ word: String) -> String { translations[word] ?? word }

  /// The Chinese word for an English one; the word itself when there is none.
  public static func chinese(_ word: String) -> String { twins[word] ?? word }

  /// Every word in either language.
  static let words = Set(pairs.flatMap { [$0.chinese, $0.english] })

  private static let twins = Dictionary(pairs.map { ($0.english, $0.chinese) }, uniquingKeysWith: { first, _ in first })

  private static let translations = Dictionary(pairs.map { ($0.chinese, $0.english) }, uniquingKeysWith: { first, _ in first })
}
