/// A part of the tree.
public enum Node: Sendable {
  case statement(Statement)
  case expression(Expression)
  case field(TableField)
  case function(FunctionBody)

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .statement(let statement): statement.span
    case .expression(let expression): expression.span
    case .field(let field): field.span
    case .function(let body): body.span
    }
  }
}

/// Whether a walk goes on into the parts of a node.
public enum Descent: Sendable {
  case into, past
}

extension Block {
  /// Visits every node of the block in the order of the source, outer before inner.
  public func walk(_ visit: (Node) -> Descent) {
    for statement in statements { Node.statement(statement).walk(visit) }
  }
}

extension Expression {
  /// Visits the expression and every node in it, in the order of the source, outer before inner.
  public func walk(_ visit: (Node) -> Descent) { Node.expression(self).walk(visit) }
}

extension Node {
  /// Visits the node and every node in it, in the order of the source, outer before inner.
  public func walk(_ visit: (Node) -> Descent) {
    guard visit(self) == .into else { return }
    switch self {
    case .statement(let statement): Self.walk(statement.kind, visit)
    case .expression(let expression): Self.walk(expression.kind, visit)
    case .field(let field):
      if case .value(let key) = field.key { key.walk(visit) }
      field.value.walk(visit)
    case .function(let body): body.block.walk(visit)
    }
  }

  private static func walk(_ kind: Statement.Kind, _ visit: (Node) -> Descent) {
    switch kind {
    case .break, .goto, .label: break
    case .local(_, let values), .return(let values): walk(values, visit)
    case .assignment(let targets, let values): walk(targets + values, visit)
    case .call(let call): call.walk(visit)
    case .do(let body): body.walk(visit)
    case .while(let condition, let body):
      condition.walk(visit)
      body.walk(visit)
    case .repeat(let body, let condition):
      body.walk(visit)
      condition.walk(visit)
    case .if(let clauses, let otherwise):
      for clause in clauses {
        clause.condition.walk(visit)
        clause.body.walk(visit)
      }
      otherwise?.walk(visit)
    case .numericFor(_, let first, let last, let step, let body):
      walk([first, last] + (step.map { [$0] } ?? []), visit)
      body.walk(visit)
    case .genericFor(_, let values, let body):
      walk(values, visit)
      body.walk(visit)
    case .function(let target, _, let body):
      target.walk(visit)
      Node.function(body).walk(visit)
    case .localFunction(_, let body): Node.function(body).walk(visit)
    }
  }

  private static func walk(_ kind: Expression.Kind, _ visit: (Node) -> Descent) {
    switch kind {
    case .nil, .true, .false, .integer, .float, .string, .vararg, .name: break
    case .function(let body): Node.function(body).walk(visit)
    case .table(let fields):
      for field in fields { Node.field(field).walk(visit) }
    case .field(let object, _), .parenthesized(let object), .unary(_, let object): object.walk(visit)
    case .index(let object, let key): walk([object, key], visit)
    case .call(let callee, let arguments), .methodCall(let callee, _, let arguments):
      callee.walk(visit)
      walk(arguments.values, visit)
    case .binary(let left, _, _, let right): walk([left, right], visit)
    }
  }

  private static func walk(_ expressions: [Expression], _ visit: (Node) -> Descent) {
    for expression in expressions { expression.walk(visit) }
  }
}
