/// Chinese words and the English ones they stand for, one to one.
///
/// The reserved words of Lua are built in (`keywords`); the model's words come from its schema, so that they are said
/// once.
public struct Vocabulary: Sendable {
  /// The Chinese words; a word's number is its place in the lists below.
  private var words = NameTable()
  private var englishWords: [String] = []
  private var kinds: [Token.Kind] = []
  /// English word → number.
  private var numbers: [String: Int] = [:]

  /// The reserved words alone.
  public static let keywords: Vocabulary = {
    var vocabulary = Vocabulary()
    for pair in ChineseKeywords.pairs { vocabulary.add(pair) }
    return vocabulary
  }()

  /// The reserved words and `pairs` of a Chinese and an English word. Refuses what is not one to one, Chinese words that
  /// are no names, and English ones that are none. The same pair twice is no error.
  public init(_ pairs: some Sequence<(String, String)>) throws(VocabularyError) {
    self = .keywords
    for (chinese, english) in pairs {
      let pair = (chinese: chinese, english: english)
      guard Self.isForeignName(chinese) else { throw VocabularyError(.notAName, pair) }
      guard Self.isASCIIName(english) else { throw VocabularyError(.notAnIdentifier, pair) }
      if let other = self.english(for: chinese) {
        if other != english { throw VocabularyError(.twoMeanings(other), pair) }
      } else if let other = self.chinese(for: english) {
        throw VocabularyError(.twoWords(other), pair)
      } else {
        add(pair)
      }
    }
  }

  /// No words at all.
  private init() {}

  private mutating func add(_ pair: (chinese: String, english: String)) {
    let bytes = Array(pair.chinese.utf8)
    let number = words.number(of: bytes, 0, bytes.count)
    englishWords.append(pair.english)
    kinds.append(Keywords.kind(of: pair.english))
    numbers[pair.english] = number
  }

  /// `complaints` for `投诉`.
  public func english(for chinese: String) -> String? {
    let bytes = Array(chinese.utf8)
    return words.find(bytes, 0, bytes.count).map { englishWords[$0] }
  }

  /// `投诉` for `complaints`.
  public func chinese(for english: String) -> String? { numbers[english].map { words.texts[$0] } }

  /// All pairs, in the order of the English words.
  public var pairs: [(chinese: String, english: String)] {
    zip(words.texts, englishWords).map { (chinese: $0, english: $1) }.sorted { $0.english < $1.english }
  }

  /// The English word for the one that a source has there.
  func english(for bytes: [UInt8], _ span: SourceSpan) -> String? {
    words.find(bytes, span.start, span.end).map { englishWords[$0] }
  }

  /// The kind of a word outside ASCII: the keyword it stands for, else a name.
  func kind(of bytes: [UInt8], _ start: Int, _ end: Int) -> Token.Kind {
    words.find(bytes, start, end).map { kinds[$0] } ?? .name
  }

  private static func isForeignName(_ word: String) -> Bool {
    let source = SourceText(name: "", word)
    var lexer = Lexer(source, vocabulary: Vocabulary())
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
      if isReserved(head) { return "\(head) \(separated(tail) ?? tail)" }
    }
    for length in 1..<max(1, characters.count) {
      let (head, tail) = (String(characters[..<length]), String(characters[length...]))
      if isReserved(tail) { return "\(head) \(tail)" }
    }
    return nil
  }

  private func isReserved(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return kind(of: bytes, 0, bytes.count).isKeyword
  }
}
