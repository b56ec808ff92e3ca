/// Makes a source in Chinese words one that the Lua library takes.
///
/// Words of the vocabulary become the English ones, other names outside ASCII are encoded (`EncodedName`), everything
/// else stays byte for byte, but for a byte order mark and a first line for the Unix shell (`#!`), which are left out
/// because the library takes neither: line numbers never move. Full-width and invisible characters outside texts and
/// comments, and whatever else is no Lua token, are refused, all of them at once.
///
/// The grammar is not looked at: that is `parse`'s part.
public func translate(
  _ source: SourceText, vocabulary: Vocabulary = .keywords
) throws(SyntaxError) -> TranslatedSource {
  var translation = Translation(source, vocabulary)
  translation.run()
  if let first = translation.problems.first {
    throw SyntaxError(first, others: Array(translation.problems.dropFirst()), in: source)
  }
  return translation.result
}

private struct Translation {
  private var lexer: Lexer
  private var bytes: [UInt8] = []
  private var replacements: [TranslatedSource.Replacement] = []
  /// Translated word → the Chinese word the script wrote for it.
  private var written: [String: String] = [:]
  /// Names in ASCII that look encoded, and where the first of each stands.
  private var ascii: [(name: String, span: SourceSpan)] = []
  /// The words of the script, and by their numbers what they become.
  private var names = NameTable()
  private var translations: [[UInt8]?] = []

  var problems: [Diagnostic] { lexer.problems + collisions }
  private var collisions: [Diagnostic] = []

  init(_ source: SourceText, _ vocabulary: Vocabulary) {
    lexer = Lexer(source, vocabulary: vocabulary)
    bytes.reserveCapacity(source.bytes.count + source.bytes.count / 4)
  }

  var result: TranslatedSource {
    TranslatedSource(original: lexer.source, bytes: bytes, replacements: replacements, writtenWords: written)
  }

  mutating func run() {
    while true {
      let token = lexer.next()
      switch token.kind {
      case .endOfFile:
        if lexer.problems.isEmpty { findCollisions() }
        return
      case .name: word(token)
      case _ where token.kind.isKeyword: word(token)
      case .whitespace where token.span.start == 0 && isForeign(token): break  // the byte order mark
      case .comment where lexer.source.bytes[token.span.start] == UInt8(ascii: "#"): break  // the line for the shell
      default: bytes += lexer.source.bytes[token.span.range]
      }
    }
  }

  private func isForeign(_ token: Token) -> Bool { lexer.source.bytes[token.span.start] >= 0x80 }

  private mutating func word(_ token: Token) {
    let source = lexer.bytes
    let number = names.number(of: source, token.span.start, token.span.end)
    if number == translations.count { translations.append(translation(of: names.texts[number], token.span)) }
    guard let word = translations[number] else {
      bytes += source[token.span.range]
      return
    }
    let start = bytes.count
    bytes += word
    replacements.append(.init(original: token.span, translated: SourceSpan(start, bytes.count)))
  }

  /// What a word becomes, or `nil` when it stays.
  private mutating func translation(of word: String, _ span: SourceSpan) -> [UInt8]? {
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else {
      if EncodedName.decode(word) != nil { ascii.append((word, span)) }
      return nil
    }
    let translation = lexer.vocabulary.english(for: word) ?? EncodedName.encode(word)
    written[translation] = word
    return Array(translation.utf8)
  }

  /// An encoding that the script also wrote out as a name would make two names one.
  private mutating func findCollisions() {
    for (name, span) in ascii {
      guard let other = written[name] else { continue }
      collisions.append(Diagnostic(.nameCollision, at: span, .nameCollision(name, other), help: .renameIt))
    }
  }
}

extension Wording {
  fileprivate static func nameCollision(_ name: String, _ other: String) -> Wording {
    Wording(
      chinese: "`\(name)` 与 `\(other)` 的内部写法相同",
      english: "`\(name)` is also what `\(other)` is called inside the engine")
  }
  fileprivate static let renameIt = Wording(chinese: "请给其中一个改名", english: "give one of them another name")
}
