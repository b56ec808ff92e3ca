/// One expression and its place, parentheses and quotation marks included.
public struct Expression: Sendable {
  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan

  /// What an expression is.
  public indirect enum Kind: Sendable {
    case `nil`
    case `true`
    case `false`
    case integer(Int64)
    case float(Double)
    case string(StringLiteral)
    /// `...`
    case vararg
    case function(FunctionBody)
    case table([TableField])
    case name(Name, Binding)
    /// `object.name`
    case field(Expression, Name)
    /// `object[key]`
    case index(Expression, key: Expression)
    case call(Expression, Arguments)
    /// `object:name(…)`
    case methodCall(Expression, Name, Arguments)
    /// `(…)`, which also cuts several values down to one.
    case parenthesized(Expression)
    case unary(UnaryOperator, Expression)
    /// The operator's own place comes with it.
    case binary(Expression, BinaryOperator, at: SourceSpan, Expression)
  }
}

/// What a call is given.
public struct Arguments: Sendable {
  /// How arguments are written.
  public enum Form: Sendable, Hashable {
    case parenthesized, table, string
  }

  /// The arguments, in their order.
  public let values: [Expression]
  /// `f(…)`, `f{…}` or `f"…"`.
  public let form: Form
  /// Where they stand, parentheses included.
  public let span: SourceSpan
}

/// One item of a table constructor.
public struct TableField: Sendable {
  /// How an item gets its key.
  public enum Key: Sendable {
    /// The next number.
    case position
    /// `name = …`
    case name(Name)
    /// `[…] = …`
    case value(Expression)
  }

  /// Its key.
  public let key: Key
  /// Its value.
  public let value: Expression
  /// Where it stands.
  public let span: SourceSpan
}

/// Parameters and body of a function.
public struct FunctionBody: Sendable {
  /// Indices into `Chunk.variables`; the `self` of a method among them, as the first.
  public let parameters: [Int]
  /// Whether `...` is the last parameter.
  public let isVararg: Bool
  /// What it does.
  public let block: Block
  /// From the parenthesis before the parameters to `end`.
  public let span: SourceSpan
}

/// The text of a string, escapes resolved.
public struct StringLiteral: Sendable, Hashable {
  /// The text; bytes that are not UTF-8 (as `\xFF` makes them) are U+FFFD here.
  public let text: String
}
