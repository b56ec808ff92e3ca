extension Diagnostic {
  /// The stable name of a kind of error: lower case with hyphens. Other modules add their own.
  public struct Code: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
  }
}

// The characters of a source.
extension Diagnostic.Code {
  /// A full-width or typographic character where an ASCII one is meant: `，` for `,`.
  public static let fullWidthCharacter: Self = "full-width-character"
  /// A zero-width, bidirectional or other character that nobody sees.
  public static let invisibleCharacter: Self = "invisible-character"
  /// A character that Lua has no use for.
  public static let unexpectedCharacter: Self = "unexpected-character"
  /// Bytes that are not UTF-8.
  public static let invalidUTF8: Self = "invalid-utf-8"
  /// More bytes than a script may have.
  public static let sourceTooLong: Self = "source-too-long"
}

// The words of a source.
extension Diagnostic.Code {
  public static let malformedNumber: Self = "malformed-number"
  public static let unfinishedString: Self = "unfinished-string"
  public static let unfinishedLongString: Self = "unfinished-long-string"
  public static let unfinishedComment: Self = "unfinished-comment"
  public static let invalidEscape: Self = "invalid-escape"
  public static let invalidLongBracket: Self = "invalid-long-bracket"
  /// A name that, encoded, is spelt like another name of the same source.
  public static let nameCollision: Self = "name-collision"
}

// What a running script reports by line only.
extension Diagnostic.Code {
  /// An error of the Lua library or of the script itself.
  public static let luaError: Self = "lua-error"
}

// The grammar of a source.
extension Diagnostic.Code {
  /// Something stands where it cannot.
  public static let unexpectedToken: Self = "unexpected-token"
  /// Something is missing, such as `then` or `=`.
  public static let expectedToken: Self = "expected-token"
  /// A bracket, a block or a function that is never closed.
  public static let unclosed: Self = "unclosed"
  /// Two items of a table without a comma between them.
  public static let missingComma: Self = "missing-comma"
  /// A reserved word, a number or a text where a name must stand.
  public static let expectedName: Self = "expected-name"
  /// A statement that is neither a call nor an assignment.
  public static let noEffect: Self = "no-effect"
  /// A value is assigned to something that is no variable.
  public static let notAssignable: Self = "not-assignable"
  /// A value is assigned to a constant.
  public static let constantAssigned: Self = "constant-assigned"
  public static let unknownAttribute: Self = "unknown-attribute"
  public static let repeatedLabel: Self = "repeated-label"
  public static let unknownLabel: Self = "unknown-label"
  public static let gotoIntoScope: Self = "goto-into-scope"
  public static let breakOutsideLoop: Self = "break-outside-loop"
  public static let varargOutsideFunction: Self = "vararg-outside-function"
}

// The limits of a source.
extension Diagnostic.Code {
  public static let tooDeep: Self = "too-deep"
  public static let tooManyLocals: Self = "too-many-locals"
  public static let tooManyUpvalues: Self = "too-many-upvalues"
  public static let tooManySuffixes: Self = "too-many-suffixes"
  /// `_ENV` in a script.
  public static let environmentName: Self = "environment-name"
}

// What the Lua library reports at run time.
extension Diagnostic.Code {
  /// A value of one type where another is needed, such as nil where a table is.
  public static let wrongType: Self = "wrong-type"
  /// A number with which the operation has no result: zero as a divisor, a fraction where a whole number is needed.
  public static let badNumber: Self = "bad-number"
  /// More calls, memory or text than a script may have.
  public static let outOfBounds: Self = "out-of-bounds"
}
