extension Parser {
  // MARK: - Blocks

  /// Statements up to a word that ends a block, in the scope that is open.
  mutating func block() throws(Stop) -> Block {
    let start = token.span.start
    var end = start
    var statements: [Statement] = []
    var highest = 0
    while !endsBlock(includingUntil: true) {
      let word = token
      if let statement = try statement() {
        statements.append(statement)
        highest = max(highest, height)
      }
      if !pendingLabels.isEmpty, token.kind != .semicolon, token.kind != .doubleColon { try settleLabels() }
      end = previous.end
      if word.kind == .return {
        if !endsBlock(includingUntil: true) { throw afterReturn(word.span) }
        break
      }
    }
    height = highest
    return Block(statements: statements, span: SourceSpan(start, end))
  }

  /// A block with a scope of its own.
  mutating func scopedBlock(isLoop: Bool = false) throws(Stop) -> Block {
    scopes.openBlock(isLoop: isLoop)
    let block = try block()
    try closeBlock()
    return block
  }

  mutating func closeBlock() throws(Stop) {
    if let jump = scopes.closeBlock(at: token.span.start) { throw undefined(jump) }
  }

  private func endsBlock(includingUntil: Bool) -> Bool {
    switch token.kind {
    case .else, .elseif, .end, .endOfFile: true
    case .until: includingUntil
    default: false
    }
  }

  // MARK: - Statements

  /// One statement; `nil` for a semicolon.
  private mutating func statement() throws(Stop) -> Statement? {
    let start = token.span
    try enter()
    height = 0
    let kind: Statement.Kind?
    switch token.kind {
    case .semicolon:
      try advance()
      kind = nil
    case .if: kind = try ifStatement()
    case .while: kind = try whileStatement()
    case .do: kind = try doStatement()
    case .for: kind = try forStatement()
    case .repeat: kind = try repeatStatement()
    case .function: kind = try functionStatement()
    case .local: kind = try localStatement()
    case .doubleColon: kind = try labelStatement()
    case .return: kind = try returnStatement()
    case .break:
      scopes.jump(nil, start)
      try advance()
      kind = .break
    case .goto: kind = try gotoStatement()
    default: kind = try expressionStatement()
    }
    leave()
    try grow(above: height)
    return kind.map { Statement(kind: $0, span: start.through(previous)) }
  }

  private mutating func ifStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    var clauses: [Statement.Clause] = []
    var highest = 0
    repeat {
      let word = token.span
      try advance()
      let condition = try expression()
      highest = max(highest, height)
      guard token.kind == .then else { throw expected(.then, afterCondition: word) }
      try advance()
      clauses.append(Statement.Clause(condition: condition, body: try scopedBlock()))
      highest = max(highest, height)
    } while token.kind == .elseif
    var otherwise: Block?
    if try take(.else) {
      if token.kind == .if, source.isSameLine(previous, token.span) { elseIf = elseIf ?? previous.through(token.span) }
      otherwise = try scopedBlock()
      highest = max(highest, height)
    }
    try expect(.end, closing: opening)
    height = highest
    return .if(clauses: clauses, otherwise: otherwise)
  }

  private mutating func whileStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    try advance()
    let condition = try expression()
    let conditionHeight = height
    guard token.kind == .do else { throw expected(.do, afterCondition: opening) }
    try advance()
    let body = try scopedBlock(isLoop: true)
    try expect(.end, closing: opening)
    height = max(height, conditionHeight)
    return .while(condition: condition, body: body)
  }

  private mutating func doStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    try advance()
    let body = try scopedBlock()
    try expect(.end, closing: opening)
    return .do(body)
  }

  private mutating func repeatStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    try advance()
    scopes.openBlock(isLoop: true)
    scopes.openBlock(isLoop: false)
    let body = try block()
    let bodyHeight = height
    try expect(.until, closing: opening)
    let condition = try expression()
    try closeBlock()
    try closeBlock()
    height = max(height, bodyHeight)
    return .repeat(body: body, until: condition)
  }

  private mutating func forStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    try advance()
    scopes.openBlock(isLoop: true)
    let first = try name()
    let kind: Statement.Kind
    switch token.kind {
    case .assign: kind = try numericFor(first)
    case .comma, .in: kind = try genericFor(first)
    default: throw expectedInFor()
    }
    try expect(.end, closing: opening)
    try closeBlock()
    return kind
  }

  private mutating func numericFor(_ name: (name: Name, number: Int)) throws(Stop) -> Statement.Kind {
    scopes.declareHidden(3)
    let variable = try declare(name, .loopVariable)
    try advance()
    let first = try expression()
    var highest = height
    try expect(.comma)
    let last = try expression()
    highest = max(highest, height)
    var step: Expression?
    if try take(.comma) {
      step = try expression()
      highest = max(highest, height)
    }
    let body = try loopBody([variable])
    height = max(height, highest)
    return .numericFor(variable: variable, first: first, last: last, step: step, body: body)
  }

  private mutating func genericFor(_ first: (name: Name, number: Int)) throws(Stop) -> Statement.Kind {
    scopes.declareHidden(4)
    var variables = [try declare(first, .loopVariable)]
    while try take(.comma) {
      variables.append(try declare(try name(), .loopVariable))
    }
    try expect(.in)
    let values = try expressions()
    let highest = height
    let body = try loopBody(variables)
    height = max(height, highest)
    return .genericFor(variables: variables, values: values, body: body)
  }

  private mutating func loopBody(_ variables: [Int]) throws(Stop) -> Block {
    try expect(.do)
    scopes.openBlock(isLoop: false)
    for variable in variables { scopes.activate(variable, at: previous.end) }
    // The original opens one more block here, for the variables alone.
    let block = try scopedBlock()
    try closeBlock()
    return block
  }

  private mutating func functionStatement() throws(Stop) -> Statement.Kind {
    let opening = token.span
    try advance()
    let first = try name()
    var target = try variable(first)
    var isMethod = false
    var suffixes = 0
    var targetHeight = 1
    while token.kind == .dot || token.kind == .colon {
      isMethod = token.kind == .colon
      try advance()
      let member = try name().name
      suffixes += 1
      if suffixes > dialect.maximumSuffixes { throw tooManySuffixes() }
      target = Expression(kind: .field(target, member), span: target.span.through(member.span))
      try grow(above: targetHeight)
      targetHeight = height
      if isMethod { break }
    }
    let body = try functionBody(opening, isMethod: isMethod)
    try checkAssignable(target)
    height = max(height, targetHeight)
    return .function(target: target, isMethod: isMethod, body: body)
  }

  private mutating func localStatement() throws(Stop) -> Statement.Kind {
    try advance()
    if token.kind == .function {
      let opening = token.span
      try advance()
      let variable = try declare(try name(), .localFunction)
      scopes.activate(variable, at: previous.end)
      return .localFunction(variable: variable, body: try functionBody(opening, isMethod: false))
    }
    var variables: [Int] = []
    var closing: SourceSpan?
    repeat {
      let name = try name()
      let attribute = try attribute()
      if attribute == .close {
        if let closing { throw twoToClose(previous, closing) }
        closing = previous
      }
      variables.append(try declare(name, .local, attribute))
    } while try take(.comma)
    height = 0
    let values = try take(.assign) ? try expressions() : []
    for variable in variables { scopes.activate(variable, at: previous.end) }
    return .local(variables: variables, values: values)
  }

  private mutating func attribute() throws(Stop) -> Variable.Attribute? {
    guard try take(.less) else { return nil }
    let name = try name().name
    guard let attribute = Variable.Attribute(rawValue: name.text) else { throw unknownAttribute(name) }
    try expect(.greater)
    return attribute
  }

  private mutating func labelStatement() throws(Stop) -> Statement.Kind {
    try advance()
    let label = try name().name
    try expect(.doubleColon)
    if let other = pendingLabels.first(where: { $0.text == label.text }) ?? scopes.label(label.text)?.name {
      throw repeated(label, other)
    }
    pendingLabels.append(label)
    // The original reads labels in a row one inside the other.
    if nesting + pendingLabels.count > Dialect.maximumNesting { throw tooDeep(label.span) }
    return .label(label)
  }

  /// Declares the labels that were read last, now that it is known what follows them: labels and semicolons at the
  /// very end of a block stand behind the scope of its variables (but `until` still sees them).
  private mutating func settleLabels() throws(Stop) {
    let isLast = endsBlock(includingUntil: false)
    for label in pendingLabels.reversed() {
      if let (jump, variable) = scopes.add(label, isLast: isLast) { throw jumpsIntoScope(jump, variable) }
    }
    pendingLabels.removeAll()
  }

  private mutating func gotoStatement() throws(Stop) -> Statement.Kind {
    let start = token.span
    try advance()
    let label = try name().name
    if scopes.label(label.text) == nil { scopes.jump(label, start.through(label.span)) }
    return .goto(label)
  }

  private mutating func returnStatement() throws(Stop) -> Statement.Kind {
    try advance()
    var values: [Expression] = []
    if !endsBlock(includingUntil: true), token.kind != .semicolon { values = try expressions() }
    _ = try take(.semicolon)
    return .return(values)
  }

  /// A call or an assignment.
  private mutating func expressionStatement() throws(Stop) -> Statement.Kind {
    let first = try suffixedExpression()
    if token.kind == .assign || token.kind == .comma { return try assignment(first) }
    switch first.kind {
    case .call, .methodCall: return .call(first)
    default: throw notAStatement(first)
    }
  }

  private mutating func assignment(_ first: Expression) throws(Stop) -> Statement.Kind {
    var targets = [first]
    var highest = height
    var levels = 0
    try checkAssignable(first)
    while try take(.comma) {
      targets.append(try suffixedExpression())
      highest = max(highest, height)
      try checkAssignable(targets[levels + 1])
      // The original reads each further target inside the one before.
      try enter()
      levels += 1
    }
    try expect(.assign)
    let values = try expressions()
    for _ in 0..<levels { leave() }
    height = max(height, highest)
    return .assignment(targets: targets, values: values)
  }

  // MARK: - Declarations

  mutating func declare(
    _ name: (name: Name, number: Int), _ kind: Variable.Kind, _ attribute: Variable.Attribute? = nil
  ) throws(Stop) -> Int {
    try checkEnvironment(name)
    if scopes.function.localCount >= Scopes.maximumLocals { throw tooManyLocals(name.name) }
    return scopes.declare(name.name, name.number, kind, attribute)
  }

  /// `_ENV` is the host's affair, where the dialect says so.
  mutating func checkEnvironment(_ name: (name: Name, number: Int)) throws(Stop) {
    if name.number == environmentNumber, !dialect.allowsEnvironmentName { throw environmentName(name.name) }
  }

  private mutating func checkAssignable(_ target: Expression) throws(Stop) {
    switch target.kind {
    case .field, .index: return
    case .name(let name, let binding):
      guard let variable = binding.variable, scopes.variables[variable].attribute != nil else { return }
      throw assignsConstant(name, scopes.variables[variable])
    default: throw notAssignable(target)
    }
  }
}
