extension Parser {
  /// One or more expressions between commas. Their height is that of the highest.
  mutating func expressions() throws(Stop) -> [Expression] {
    var values = [try expression()]
    var highest = height
    while try take(.comma) {
      values.append(try expression())
      highest = max(highest, height)
    }
    height = highest
    return values
  }

  mutating func expression() throws(Stop) -> Expression { try expression(above: 0) }

  /// An expression whose operators bind tighter than `limit`.
  private mutating func expression(above limit: Int) throws(Stop) -> Expression {
    try enter()
    var left: Expression
    if let unary = token.kind.unaryOperator {
      let start = token.span
      try advance()
      let operand = try expression(above: Token.Kind.unaryPriority)
      left = Expression(kind: .unary(unary, operand), span: start.through(previous))
      try grow(above: height)
    } else {
      left = try simpleExpression()
    }
    while let binary = token.kind.binaryOperator, binary.left > limit {
      let leftHeight = height
      let place = token.span
      try advance()
      let right = try expression(above: binary.right)
      left = Expression(kind: .binary(left, binary.operator, at: place, right), span: left.span.through(previous))
      try grow(above: max(leftHeight, height))
    }
    leave()
    return left
  }

  /// A literal, a function, a table, or something that begins with a name or a parenthesis.
  private mutating func simpleExpression() throws(Stop) -> Expression {
    let kind: Expression.Kind
    switch token.kind {
    case .number: kind = source.numberValue(token.span)
    case .string: kind = .string(StringLiteral(text: source.stringValue(token.span)))
    case .nil: kind = .nil
    case .true: kind = .true
    case .false: kind = .false
    case .ellipsis:
      if !scopes.function.isVararg { throw notVararg() }
      kind = .vararg
    case .openBrace: return try table()
    case .function:
      let start = token.span
      try advance()
      let body = try functionBody(start, isMethod: false)
      try grow(above: height)
      return Expression(kind: .function(body), span: start.through(previous))
    default: return try suffixedExpression()
    }
    try advance()
    height = 1
    return Expression(kind: kind, span: previous)
  }

  /// A name or a parenthesis and what follows: fields, indices, calls.
  mutating func suffixedExpression() throws(Stop) -> Expression {
    var expression = try primaryExpression()
    var suffixes = 0
    while true {
      let below = height
      height = 0
      let kind: Expression.Kind
      switch token.kind {
      case .dot:
        try advance()
        kind = .field(expression, try name().name)
      case .openBracket:
        let opening = token.span
        try advance()
        let key = try self.expression()
        try expect(.closeBracket, closing: opening)
        kind = .index(expression, key: key)
      case .colon:
        try advance()
        let method = try name().name
        guard let arguments = try arguments() else { throw argumentsExpected(method) }
        kind = .methodCall(expression, method, arguments)
      case .openParenthesis, .string, .openBrace:
        guard let arguments = try arguments() else { return expression }
        kind = .call(expression, arguments)
      default:
        height = below
        return expression
      }
      suffixes += 1
      if suffixes > dialect.maximumSuffixes { throw tooManySuffixes() }
      expression = Expression(kind: kind, span: expression.span.through(previous))
      try grow(above: max(below, height))
    }
  }

  private mutating func primaryExpression() throws(Stop) -> Expression {
    switch token.kind {
    case .name:
      height = 1
      return try variable(try name())
    case .openParenthesis:
      let opening = token.span
      try advance()
      let inner = try expression()
      try expect(.closeParenthesis, closing: opening)
      try grow(above: height)
      return Expression(kind: .parenthesized(inner), span: opening.through(previous))
    default: throw unexpected()
    }
  }

  /// A name as a variable.
  mutating func variable(_ name: (name: Name, number: Int)) throws(Stop) -> Expression {
    try checkEnvironment(name)
    let binding = scopes.resolve(name.number)
    switch binding {
    case .local: break
    case .upvalue(let variable):
      if !scopes.capture(variable) { throw tooManyUpvalues(name.name) }
    case .global:
      // A global is a field of `_ENV`, which may be a variable of the script.
      switch scopes.resolve(environmentNumber) {
      case .local: break
      case .upvalue(let variable): if !scopes.capture(variable) { throw tooManyUpvalues(name.name) }
      case .global: if !scopes.capture(Scopes.environment) { throw tooManyUpvalues(name.name) }
      }
    }
    return Expression(kind: .name(name.name, binding), span: name.name.span)
  }

  /// What a call is given; `nil` when the next token begins no arguments.
  private mutating func arguments() throws(Stop) -> Arguments? {
    let start = token.span
    switch token.kind {
    case .string:
      let text = Expression(kind: .string(StringLiteral(text: source.stringValue(start))), span: start)
      try advance()
      height = 1
      return Arguments(values: [text], form: .string, span: start)
    case .openBrace:
      let table = try table()
      return Arguments(values: [table], form: .table, span: table.span)
    case .openParenthesis:
      try advance()
      height = 0
      let values = token.kind == .closeParenthesis ? [] : try expressions()
      if beginsItem, source.isSameLine(previous, token.span) { throw commaMissing() }
      try expect(.closeParenthesis, closing: start)
      return Arguments(values: values, form: .parenthesized, span: start.through(previous))
    default: return nil
    }
  }

  // MARK: - Tables

  private mutating func table() throws(Stop) -> Expression {
    let opening = token.span
    try advance()
    var fields: [TableField] = []
    var highest = 0
    while token.kind != .closeBrace {
      if token.kind == .endOfFile { throw expected(.closeBrace, closing: opening) }
      fields.append(try field())
      highest = max(highest, height)
      if token.kind == .comma || token.kind == .semicolon {
        try advance()
      } else if token.kind != .closeBrace {
        if token.kind == .assign, let last = fields.last, let error = try dottedKey(last) { throw error }
        throw beginsItem ? commaMissing() : expected(.closeBrace, closing: opening)
      }
    }
    try advance()
    try grow(above: highest)
    return Expression(kind: .table(fields), span: opening.through(previous))
  }

  private mutating func field() throws(Stop) -> TableField {
    let start = token.span
    switch token.kind {
    case .name:
      guard try lookAhead() == .assign else { break }
      let key = try name().name
      try advance()
      let value = try expression()
      return TableField(key: .name(key), value: value, span: start.through(previous))
    case .openBracket:
      try advance()
      let key = try expression()
      let keyHeight = height
      try expect(.closeBracket, closing: start)
      try expect(.assign)
      let value = try expression()
      height = max(height, keyHeight)
      return TableField(key: .value(key), value: value, span: start.through(previous))
    default:
      if token.kind.isKeyword, try lookAhead() == .assign { throw reservedKey() }
    }
    let value = try expression()
    return TableField(key: .position, value: value, span: start.through(previous))
  }

  // MARK: - Functions

  /// Parameters, body and `end` of the function whose `function` stands at `opening`.
  mutating func functionBody(_ opening: SourceSpan, isMethod: Bool) throws(Stop) -> FunctionBody {
    let start = token.span
    scopes.openFunction(isVararg: false)
    scopes.openBlock(isLoop: false)
    var parameters: [Int] = []
    if isMethod {
      let number = names.number(of: Array("self".utf8), 0, 4)
      let name = Name(text: "self", span: SourceSpan(start.start, start.start))
      parameters.append(try declare((name, number), .implicitSelf))
    }
    try expect(.openParenthesis)
    if token.kind != .closeParenthesis {
      repeat {
        if try take(.ellipsis) {
          scopes.makeVararg()
          break
        }
        parameters.append(try declare(try name(), .parameter))
      } while try take(.comma)
    }
    try expect(.closeParenthesis, closing: start)
    for parameter in parameters { scopes.activate(parameter, at: previous.end) }
    let block = try block()
    try expect(.end, closing: opening)
    let isVararg = scopes.function.isVararg
    try closeFunction(at: previous.start)
    return FunctionBody(parameters: parameters, isVararg: isVararg, block: block, span: start.through(previous))
  }

  mutating func closeFunction(at offset: Int) throws(Stop) {
    if let jump = scopes.closeBlock(at: offset) { throw undefined(jump) }
    scopes.closeFunction()
  }
}
