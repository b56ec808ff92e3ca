/// Chinese words and the English ones they stand for, one to one.
///
/// The reserved words of Lua are built in (`keywords`); the model's words come from its schema, so that they are said
/// once.
public struct Vocabulary: Sendable {
  private let englishWords: [String: String]
  private let chineseWords: [String: String]

  /// The reserved words alone.
  public static let keywords = Vocabulary(unchecked: ChineseKeywords.pairs)

  /// The reserved words and `pairs` of a Chinese and an English word. Refuses what is not one to one, Chinese words
  /// that are no names, and English ones that are none. The same pair twice is no error.
  public init(_ pairs: some Sequence<(String, String)>) throws(VocabularyError) {
    var english: [String: String] = [:]
    var chinese: [String: String] = [:]
    for (word, meaning) in ChineseKeywords.pairs { (english[word], chinese[meaning]) = (meaning, word) }
    for (first, second) in pairs {
      let pair = (chinese: first, english: second)
      guard Self.isForeignName(pair.chinese) else { throw VocabularyError(.notAName, pair) }
      guard Self.isASCIIName(pair.english) else { throw VocabularyError(.notAnIdentifier, pair) }
      if let other = english[pair.chinese], other != pair.english { throw VocabularyError(.twoMeanings(other), pair) }
      if let other = chinese[pair.english], other != pair.chinese { throw VocabularyError(.twoWords(other), pair) }
      (english[pair.chinese], chinese[pair.english]) = (pair.english, pair.chinese)
    }
    (englishWords, chineseWords) = (english, chinese)
  }

  private init(unchecked pairs: [(chinese: String, english: String)]) {
    englishWords = Dictionary(uniqueKeysWithValues: pairs.map { ($0.chinese, $0.english) })
    chineseWords = Dictionary(uniqueKeysWithValues: pairs.map { ($0.english, $0.chinese) })
  }

  /// `complaints` for `投诉`.
  public func english(for chinese: String) -> String? { englishWords[chinese] }

  /// `投诉` for `complaints`.
  public func chinese(for english: String) -> String? { chineseWords[english] }

  /// All pairs, in the order of the English words.
  public var pairs: [(chinese: String, english: String)] {
    chineseWords.map { (chinese: $0.value, english: $0.key) }.sorted { $0.english < $1.english }
  }

  /// The kind of a word outside ASCII: the keyword it stands for, else a name.
  func kind(of word: String) -> Token.Kind {
    guard let english = englishWords[word] else { return .name }
    return Keywords.kind(of: english)
  }

  private static func isForeignName(_ word: String) -> Bool {
    let source = SourceText(name: "", word)
    var lexer = Lexer(source, vocabulary: Vocabulary(unchecked: []))
    let token = lexer.next()
    return token.kind == .name && token.span.count == source.bytes.count && source.bytes.contains { $0 >= 0x80 }
  }

  private static func isASCIIName(_ word: String) -> Bool {
    guard let first = word.utf8.first, ASCII.isNameStart(first) else { return false }
    return word.utf8.allSatisfy(ASCII.isName)
  }
}

/// Why a list of words is no vocabulary.
public struct VocabularyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with a pair of words.
  public enum Reason: Sendable, Hashable {
    /// The Chinese word is none: it has white space, punctuation or only ASCII.
    case notAName
    /// The English word is no Lua name.
    case notAnIdentifier
    /// The Chinese word stands for this one too.
    case twoMeanings(String)
    /// This Chinese word stands for the same English one.
    case twoWords(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The Chinese word of the pair.
  public let chinese: String
  /// The English word of the pair.
  public let english: String

  init(_ reason: Reason, _ pair: (chinese: String, english: String)) {
    self.reason = reason
    (chinese, english) = pair
  }

  /// What is wrong, in English.
  public var description: String {
    switch reason {
    case .notAName: "`\(chinese)` cannot be used as a Chinese word for `\(english)`"
    case .notAnIdentifier: "`\(english)`, meant by `\(chinese)`, is not a Lua name"
    case .twoMeanings(let other): "`\(chinese)` means both `\(other)` and `\(english)`"
    case .twoWords(let other): "`\(english)` is called both `\(other)` and `\(chinese)`"
    }
  }
}

extension Vocabulary {
  /// A word that is several known words in a row, with spaces between them: `如果 投诉` for `如果投诉`. `nil` when the word
  /// itself is known, or when it does not begin with a reserved word or end with one.
  func separated(_ word: String) -> String? {
    guard english(for: word) == nil else { return nil }
    let characters = Array(word)
    for length in (1..<max(1, characters.count)).reversed() {
      let (head, tail) = (String(characters[..<length]), String(characters[length...]))
      if kind(of: head).isKeyword { return "\(head) \(separated(tail) ?? tail)" }
    }
    for length in 1..<max(1, characters.count) {
      let (head, tail) = (String(characters[..<length]), String(characters[length...]))
      if kind(of: tail).isKeyword { return "\(head) \(tail)" }
    }
    return nil
  }
}
