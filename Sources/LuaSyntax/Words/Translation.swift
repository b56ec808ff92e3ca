/// Makes a source in Chinese words one that the Lua library takes.
///
/// Words of the vocabulary become the English ones, other names outside ASCII are encoded (`EncodedName`), everything
/// else stays byte for byte: a source in ASCII is its own translation, and line numbers never move. Full-width and
/// invisible characters outside texts and comments, and whatever else is no Lua token, are refused, all of them at
/// once.
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
  /// Words in ASCII that matter: the script wrote these itself.
  private var ascii: [String: SourceSpan] = [:]

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
    let raw = lexer.source.bytes[token.span.range]
    guard raw.contains(where: { $0 >= 0x80 }) else {
      // Only an encoded-looking name can meet another: the fast path for everything else.
      if raw.count >= 6, raw.contains(UInt8(ascii: "_")) {
        let text = lexer.source.text(token.span)
        if ascii[text] == nil, EncodedName.decode(text) != nil { ascii[text] = token.span }
      }
      bytes += raw
      return
    }
    let text = lexer.source.text(token.span)
    let word = lexer.vocabulary.english(for: text) ?? EncodedName.encode(text)
    let start = bytes.count
    bytes += word.utf8
    replacements.append(.init(original: token.span, translated: SourceSpan(start, bytes.count)))
    written[word] = text
  }

  /// An encoding that the script also wrote out as a name would make two names one.
  private mutating func findCollisions() {
    for (name, span) in ascii.sorted(by: { $0.value.start < $1.value.start }) {
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
