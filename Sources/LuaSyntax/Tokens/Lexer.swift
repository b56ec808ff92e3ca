/// Cuts a source into tokens, as Lua 5.4 does, with words of any script as names.
///
/// The lexer is total: it never fails, its tokens cover every byte, and what is no Lua comes out as `.invalid`, or as
/// a string or number with something wrong, and is described in `problems`. So the same lexer serves the parser,
/// which stops at the first problem, and the prompt, which colours a line that is half written.
public struct Lexer: Sendable {
  /// What is cut into tokens.
  public let source: SourceText
  /// The words that may stand for reserved ones.
  public let vocabulary: Vocabulary

  /// What was found wrong so far, in the order of the source. At most `problemLimit` are kept.
  public private(set) var problems: [Diagnostic] = []
  /// How much was found wrong so far, kept or not.
  private(set) var problemCount = 0
  /// No message lists more; what comes after is usually the first mistake again.
  static let problemLimit = 20

  let bytes: [UInt8]
  let end: Int
  var offset = 0

  /// A lexer at the beginning of `source`. Words of `vocabulary` that stand for reserved words are reserved too.
  public init(_ source: SourceText, vocabulary: Vocabulary = .keywords) {
    self.source = source
    self.vocabulary = vocabulary
    bytes = source.bytes
    end = source.bytes.count
  }

  /// All tokens of a source, without `.endOfFile`.
  public static func tokens(of source: SourceText, vocabulary: Vocabulary = .keywords) -> [Token] {
    var lexer = Lexer(source, vocabulary: vocabulary)
    var tokens: [Token] = []
    while true {
      let token = lexer.next()
      if token.kind == .endOfFile { return tokens }
      tokens.append(token)
    }
  }

  /// The next token; `.endOfFile`, an empty one, again and again at the end.
  public mutating func next() -> Token {
    let start = offset
    guard start < end else { return Token(.endOfFile, SourceSpan(end, end)) }
    let kind = scan(bytes[start])
    return Token(kind, SourceSpan(start, offset))
  }

  /// Goes over one token that begins with `byte`.
  private mutating func scan(_ byte: UInt8) -> Token.Kind {
    if ASCII.isNameStart(byte) { return name() }
    if ASCII.isSpace(byte) { return whitespace() }
    if ASCII.isDigit(byte) { return number() }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return shortString(byte)
    case UInt8(ascii: "-"):
      if peek(1) == UInt8(ascii: "-") { return comment() }
      return take(1, .minus)
    case UInt8(ascii: "["): return bracket()
    case UInt8(ascii: "."):
      if ASCII.isDigit(peek(1)) { return number() }
      if peek(1) != byte { return take(1, .dot) }
      return peek(2) == byte ? take(3, .ellipsis) : take(2, .concat)
    case UInt8(ascii: "="): return follows("=") ? take(2, .equal) : take(1, .assign)
    case UInt8(ascii: "<"):
      return follows("=") ? take(2, .lessOrEqual) : follows("<") ? take(2, .shiftLeft) : take(1, .less)
    case UInt8(ascii: ">"):
      return follows("=") ? take(2, .greaterOrEqual) : follows(">") ? take(2, .shiftRight) : take(1, .greater)
    case UInt8(ascii: "~"): return follows("=") ? take(2, .notEqual) : take(1, .tilde)
    case UInt8(ascii: ":"): return follows(":") ? take(2, .doubleColon) : take(1, .colon)
    case UInt8(ascii: "/"): return follows("/") ? take(2, .doubleSlash) : take(1, .slash)
    case UInt8(ascii: "+"): return take(1, .plus)
    case UInt8(ascii: "*"): return take(1, .star)
    case UInt8(ascii: "%"): return take(1, .percent)
    case UInt8(ascii: "^"): return take(1, .caret)
    case UInt8(ascii: "#"): return isLineForShell ? skipLine(as: .comment) : take(1, .hash)
    case UInt8(ascii: "&"): return take(1, .ampersand)
    case UInt8(ascii: "|"): return take(1, .bar)
    case UInt8(ascii: "("): return take(1, .openParenthesis)
    case UInt8(ascii: ")"): return take(1, .closeParenthesis)
    case UInt8(ascii: "{"): return take(1, .openBrace)
    case UInt8(ascii: "}"): return take(1, .closeBrace)
    case UInt8(ascii: "]"): return take(1, .closeBracket)
    case UInt8(ascii: ";"): return take(1, .semicolon)
    case UInt8(ascii: ","): return take(1, .comma)
    case 0x80...: return foreign()
    default: return unexpected()
    }
  }

  /// The byte `distance` ahead; 0 behind the end (a zero byte is no part of any token that looks ahead).
  @inline(__always)
  func peek(_ distance: Int) -> UInt8 { offset + distance < end ? bytes[offset + distance] : 0 }

  @inline(__always)
  private func follows(_ scalar: Unicode.Scalar) -> Bool { peek(1) == UInt8(ascii: scalar) }

  @inline(__always)
  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
    offset += count
    return kind
  }

  private mutating func whitespace() -> Token.Kind {
    while offset < end, ASCII.isSpace(bytes[offset]) { offset += 1 }
    return .whitespace
  }

  /// A word in ASCII; goes over to `word(from:)` where another script begins.
  private mutating func name() -> Token.Kind {
    let start = offset
    var index = offset &+ 1
    while index < end, ASCII.isName(bytes[index]) { index &+= 1 }
    offset = index
    if index < end, bytes[index] >= 0x80 { return word(from: start) }
    return Keywords.kind(of: bytes, start, index)
  }

  /// The rest of a word that has characters outside ASCII.
  mutating func word(from start: Int) -> Token.Kind {
    var isASCII = true
    while offset < end {
      if ASCII.isName(bytes[offset]) {
        offset += 1
        continue
      }
      let length = bytes[offset] < 0x80 ? 0 : UTF8.length(of: bytes, at: offset, end: end)
      guard length > 0, UTF8.scalar(of: bytes, at: offset, length: length).continuesName else { break }
      offset += length
      isASCII = false
    }
    if isASCII { return Keywords.kind(of: bytes, start, offset) }
    return vocabulary.kind(of: bytes, start, offset)
  }

  /// `#!` at the very beginning of a source: a line for the Unix shell. (`luaL_loadfilex` skips a first line with any
  /// `#`; at a prompt that would swallow `#complaints`.)
  private var isLineForShell: Bool { peek(1) == UInt8(ascii: "!") && offset == source.line(1).start }

  private mutating func comment() -> Token.Kind {
    let start = offset
    offset += 2
    if peek(0) == UInt8(ascii: "["), let level = longBracketLevel() {
      if !skipLongBracket(level) {
        report(.unfinishedComment, SourceSpan(start, start + level + 4), .unfinishedComment(level))
      }
      return .comment
    }
    return skipLine(as: .comment)
  }

  private mutating func skipLine(as kind: Token.Kind) -> Token.Kind {
    while offset < end, !ASCII.isNewline(bytes[offset]) { offset += 1 }
    return kind
  }

  mutating func report(
    _ code: Diagnostic.Code, _ span: SourceSpan, _ message: Wording, help: Wording? = nil
  ) {
    problemCount += 1
    guard problems.count < Self.problemLimit else { return }
    problems.append(Diagnostic(code, at: source.clamped(span), message, help: help))
  }
}
