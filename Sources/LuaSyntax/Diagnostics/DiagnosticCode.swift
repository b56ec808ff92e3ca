extension Diagnostic {
  /// The stable name of a kind of error: lower case with hyphens. Other modules add their own.
  public struct Code: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name, such as `missing-comma`.
    public let rawValue: String
    /// A code of this name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A code of this name.
    public init(stringLiteral value: String) { rawValue = value }
    /// The name.
    public var description: String { rawValue }
  }
}

// The characters of a source.
extension Diagnostic.Code {
  /// A full-width or typographic character where an ASCII one is meant: `，` for `,`.
  public static let fullWidthCharacter: Self = "full-width-character"
  /// A zero-width, bidirectional or other character that nobody sees.
  public static let invisibleCharacter: Self = "invisible-character"
  /// A mark inside a text or comment that changes the order in which a line is shown.
  public static let directionMark: Self = "direction-mark"
  /// A character that Lua has no use for.
  public static let unexpectedCharacter: Self = "unexpected-character"
  /// Bytes that are not UTF-8.
  public static let invalidUTF8: Self = "invalid-utf-8"
  /// More bytes than a script may have.
  public static let sourceTooLong: Self = "source-too-long"
}

// The words of a source.
extension Diagnostic.Code {
  /// `3x`, `1e`, `1..2`.
  public static let malformedNumber: Self = "malformed-number"
  /// A text without its closing quotation mark.
  public static let unfinishedString: Self = "unfinished-string"
  /// A text without its closing `]]`.
  public static let unfinishedLongString: Self = "unfinished-long-string"
  /// A comment without its closing `]]`.
  public static let unfinishedComment: Self = "unfinished-comment"
  /// A backslash before something that makes no escape.
  public static let invalidEscape: Self = "invalid-escape"
  /// `[=` without a second `[`.
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
  /// An attribute other than `<const>` and `<close>`, or a second `<close>`.
  public static let unknownAttribute: Self = "unknown-attribute"
  /// A label that can be seen here already.
  public static let repeatedLabel: Self = "repeated-label"
  /// A `goto` whose label cannot be seen.
  public static let unknownLabel: Self = "unknown-label"
  /// A `goto` over the declaration of a variable.
  public static let gotoIntoScope: Self = "goto-into-scope"
  /// A `break` outside loops.
  public static let breakOutsideLoop: Self = "break-outside-loop"
  /// `...` in a function that has none among its parameters.
  public static let varargOutsideFunction: Self = "vararg-outside-function"
}

// The limits of a source.
extension Diagnostic.Code {
  /// Too many levels inside one another: `Dialect.maximumNesting`, `Dialect.maximumHeight`.
  public static let tooDeep: Self = "too-deep"
  /// More than 200 local variables in one function.
  public static let tooManyLocals: Self = "too-many-locals"
  /// More than 255 variables of other functions in one function.
  public static let tooManyUpvalues: Self = "too-many-upvalues"
  /// More of `.a`, `[k]`, `(…)` in a row than the dialect allows.
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
  /// A pattern of `find` and its kin, or a format of `format`, that is not one.
  public static let badPattern: Self = "bad-pattern"
}
