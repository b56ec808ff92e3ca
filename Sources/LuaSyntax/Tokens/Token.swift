/// A piece of a source: what it is and where it stands. The tokens of a source, white space and comments among them,
/// lie end to end and cover every byte.
public struct Token: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var span: SourceSpan

  /// A token of a kind at a place.
  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

extension Token {
  /// What a piece of source is.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    // Keywords.
    case and, `break`, `do`, `else`, elseif, end, `false`, `for`, function, goto, `if`, `in`, local, `nil`, not, or,
      `repeat`
    case `return`, then, `true`, until, `while`
    // Operators and punctuation.
    case plus, minus, star, slash, doubleSlash, percent, caret, hash, ampersand, tilde, bar, shiftLeft, shiftRight
    case equal, notEqual, lessOrEqual, greaterOrEqual, less, greater, assign
    case openParenthesis, closeParenthesis, openBrace, closeBrace, openBracket, closeBracket
    case doubleColon, semicolon, colon, comma, dot, concat, ellipsis
    // Words, numbers, texts.
    case name, number, string
    // What a parser skips.
    case whitespace, comment
    /// Characters that are no Lua; the lexer's `problems` say why.
    case invalid
    case endOfFile
  }
}

extension Token.Kind {
  /// Whether the token is a reserved word.
  public var isKeyword: Bool { rawValue <= Self.while.rawValue }

  /// White space or a comment.
  public var isTrivia: Bool { self == .whitespace || self == .comment }

  /// How the token is written in Lua: `end`, `<=`; for names, numbers and the like the word Lua's messages use,
  /// `<name>`.
  public var spelling: String { Self.spellings[Int(rawValue)] }

  private static let spellings: [String] = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not", "or",
    "repeat", "return", "then", "true", "until", "while",
    "+", "-", "*", "/", "//", "%", "^", "#", "&", "~", "|", "<<", ">>",
    "==", "~=", "<=", ">=", "<", ">", "=",
    "(", ")", "{", "}", "[", "]",
    "::", ";", ":", ",", ".", "..", "...",
    "<name>", "<number>", "<string>",
    "<space>", "<comment>", "<invalid>", "<eof>",
  ]
}
