/// One statement and its place. Semicolons that stand alone leave no trace.
public struct Statement: Sendable {
  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan

  /// What a statement is.
  public indirect enum Kind: Sendable {
    /// `local a <const>, b = 1, 2`; the variables are indices into `Chunk.variables`.
    case local(variables: [Int], values: [Expression])
    /// `a, b.c = 1, 2`; a target is a name, a field or an index.
    case assignment(targets: [Expression], values: [Expression])
    /// A call for its effect.
    case call(Expression)
    case `do`(Block)
    case `while`(condition: Expression, body: Block)
    /// The condition sees the variables of the body.
    case `repeat`(body: Block, until: Expression)
    /// `if … then … elseif … then … else … end`: at least one clause.
    case `if`(clauses: [Clause], otherwise: Block?)
    /// `for i = first, last, step do`.
    case numericFor(variable: Int, first: Expression, last: Expression, step: Expression?, body: Block)
    /// `for k, v in … do`.
    case genericFor(variables: [Int], values: [Expression], body: Block)
    /// `function a.b:c() … end`; the target is a name or a field, and with `:` the method's name stands in it as a
    /// field.
    case function(target: Expression, isMethod: Bool, body: FunctionBody)
    case localFunction(variable: Int, body: FunctionBody)
    case `return`([Expression])
    case `break`
    case goto(Name)
    case label(Name)
  }

  /// One condition of an `if` and what it leads to.
  public struct Clause: Sendable {
    /// What is asked.
    public let condition: Expression
    /// What is done when it is true.
    public let body: Block
  }
}
