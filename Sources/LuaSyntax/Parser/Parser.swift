/// Reads a source into a tree.
///
/// Accepts what the Lua 5.4 library accepts and refuses what it refuses, in the dialect's limits. Words may be
/// written in Chinese where the vocabulary knows them: the tree has the original's places, whatever the language.
///
/// - Throws: the first error of the grammar; or, when the first is one of characters, all errors of that kind.
public func parse(
  _ source: SourceText, vocabulary: Vocabulary = .keywords, dialect: Dialect = .script
) throws(SyntaxError) -> Chunk {
  var parser = Parser(source, vocabulary, dialect)
  do {
    return try parser.chunk()
  } catch {
    throw parser.syntaxError
  }
}

/// A recursive descent over the tokens, in the shape of `lparser.c`, so that the two can be compared.
///
/// While it reads it does what the original does beside making code: it knows which variable a name means, which
/// label a `goto`, and counts what is limited.
struct Parser {
  /// Reading ends here; what is wrong stands in `failure`.
  struct Stop: Error {}

  var lexer: Lexer
  let dialect: Dialect
  var source: SourceText { lexer.source }

  /// The token to be read next.
  private(set) var token = Token(.endOfFile, SourceSpan(0, 0))
  /// The one behind it, if it was looked at.
  private var ahead: Token?
  /// Where the last token that was read ends.
  private(set) var previous = SourceSpan(0, 0)

  var names = NameTable()
  let environmentNumber: Int
  var scopes = Scopes()
  /// Labels of which it is not yet known whether they end their block.
  var pendingLabels: [Name] = []

  var failure: Diagnostic?
  /// Whether the source ended where more was needed.
  var isIncomplete = false
  /// The first block whose end is indented unlike its beginning, and the first `else if`: where an `end` may be
  /// missing.
  private(set) var doubtful: (opening: SourceSpan, closing: SourceSpan)?
  var elseIf: SourceSpan?
  /// Whether reserved words are written in Chinese: then messages name them in Chinese.
  private var writesChinese = false

  /// Levels inside one another, counted where the original counts them.
  private(set) var nesting = 0
  /// The height of the tree that was read last.
  var height = 0

  init(_ source: SourceText, _ vocabulary: Vocabulary, _ dialect: Dialect) {
    lexer = Lexer(source, vocabulary: vocabulary)
    self.dialect = dialect
    environmentNumber = names.number(of: Array("_ENV".utf8), 0, 4)
  }

  mutating func chunk() throws(Stop) -> Chunk {
    try begin()
    let block = try block()
    if token.kind != .endOfFile { throw unexpectedEndOfBlock() }
    try closeFunction(at: source.bytes.count)
    return Chunk(source: source, block: block, variables: scopes.variables)
  }

  /// One or more expressions and nothing else, as at a prompt.
  mutating func expressionsOnly() throws(Stop) -> [Expression] {
    try begin()
    let values = try expressions()
    if token.kind != .endOfFile { throw unexpected() }
    return values
  }

  private mutating func begin() throws(Stop) {
    if source.bytes.count > dialect.maximumBytes { throw tooLong() }
    if dialect.requiresUTF8, let span = firstInvalidUTF8() {
      throw fail(.invalidUTF8, span, .invalidUTF8, help: .saveAsUTF8)
    }
    scopes.openFunction(isVararg: true)
    scopes.openBlock(isLoop: false)
    try advance()
  }

  // MARK: - Tokens

  /// Goes on to the next token.
  mutating func advance() throws(Stop) {
    previous = token.span
    if let next = ahead {
      token = next
      ahead = nil
    } else {
      token = try read()
    }
  }

  /// The token behind the next.
  mutating func lookAhead() throws(Stop) -> Token.Kind {
    if let ahead { return ahead.kind }
    let next = try read()
    ahead = next
    return next.kind
  }

  @inline(__always)
  private mutating func read() throws(Stop) -> Token {
    var next = lexer.next()
    while next.kind.isTrivia { next = lexer.next() }
    if !lexer.problems.isEmpty { throw lexicalFailure(next) }
    if !writesChinese, next.kind.isKeyword, lexer.bytes[next.span.start] >= 0x80 { writesChinese = true }
    return next
  }

  private mutating func lexicalFailure(_ token: Token) -> Stop {
    let code = lexer.problems[0].code
    isIncomplete = code == .unfinishedLongString || code == .unfinishedComment
    if !isIncomplete {
      // Further characters of this kind are worth knowing at once.
      while lexer.next().kind != .endOfFile {}
    }
    return Stop()
  }

  /// Whether the next token is `kind`; if so, it is read.
  mutating func take(_ kind: Token.Kind) throws(Stop) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(Stop) {
    guard token.kind == kind else { throw expected(kind) }
    try advance()
  }

  /// Reads `kind`, the partner of the token at `opening`.
  mutating func expect(_ kind: Token.Kind, closing opening: SourceSpan) throws(Stop) {
    guard token.kind == kind else { throw expected(kind, closing: opening) }
    if kind == .end, doubtful == nil, source.isIndentedOtherwise(opening, token.span) {
      doubtful = (opening, token.span)
    }
    try advance()
  }

  /// Reads a name: its text, place, and number in `names`.
  mutating func name() throws(Stop) -> (name: Name, number: Int) {
    guard token.kind == .name else { throw nameExpected() }
    let span = token.span
    let number = nameNumber(span)
    try advance()
    return (Name(text: names.texts[number], span: span), number)
  }

  private mutating func nameNumber(_ span: SourceSpan) -> Int {
    let bytes = lexer.bytes
    for index in span.range where bytes[index] >= 0x80 {
      if let english = lexer.vocabulary.english(for: bytes, span) {
        let word = Array(english.utf8)
        return names.number(of: word, 0, word.count)
      }
      break
    }
    return names.number(of: bytes, span.start, span.end)
  }

  // MARK: - Limits

  /// Counts a level of nesting in; `leave` counts it out.
  mutating func enter() throws(Stop) {
    nesting += 1
    if nesting > Dialect.maximumNesting { throw tooDeep(token.span) }
  }

  mutating func leave() { nesting -= 1 }

  /// Makes the tree one level higher than `below`.
  mutating func grow(above below: Int) throws(Stop) {
    height = below + 1
    if height > Dialect.maximumHeight { throw tooDeep(previous) }
  }

  private func firstInvalidUTF8() -> SourceSpan? {
    var offset = 0
    while offset < lexer.end {
      if lexer.bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = UTF8.length(of: lexer.bytes, at: offset, end: lexer.end)
      guard length > 0 else { return SourceSpan(offset, offset + 1) }
      offset += length
    }
    return nil
  }

  // MARK: - Failure

  mutating func fail(
    _ code: Diagnostic.Code, _ span: SourceSpan, _ message: Wording, help: Wording? = nil,
    related: Diagnostic.Related? = nil
  ) -> Stop {
    failure = Diagnostic(code, at: span, message, help: help, related: related)
    return Stop()
  }

  var syntaxError: SyntaxError {
    if let first = lexer.problems.first {
      return SyntaxError(first, others: Array(lexer.problems.dropFirst()), in: source)
    }
    return SyntaxError(failure ?? Diagnostic(.unexpectedToken, at: token.span, .unexpected("")), in: source)
  }

  /// How a reserved word is to be named to this script's author.
  func spelling(_ kind: Token.Kind) -> String { spelling(kind.spelling) }

  func spelling(_ word: String) -> String { writesChinese ? lexer.vocabulary.chinese(for: word) ?? word : word }
}
