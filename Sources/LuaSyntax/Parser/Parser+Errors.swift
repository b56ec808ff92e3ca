// What the parser says, and where the caret goes.
extension Parser {
  /// What stands at the place of a token, as its author knows it.
  private func written(_ token: Token) -> String {
    let text = source.text(SourceSpan(token.span.start, min(token.span.end, token.span.start + 200)))
    let line = text.prefix { !$0.isNewline }
    return line.count > 24 || line.count < text.count ? line.prefix(24) + "…" : String(line)
  }

  /// An error about the next token. At the end of the source the caret goes behind the last token instead.
  private mutating func failHere(
    _ code: Diagnostic.Code, _ message: Wording, help: Wording? = nil, related: Diagnostic.Related? = nil
  ) -> Stop {
    if token.kind == .endOfFile { isIncomplete = true }
    return fail(
      code, token.kind == .endOfFile ? source.end(behind: previous) : token.span, message, help: help, related: related)
  }

  mutating func unexpected() -> Stop {
    if token.kind == .endOfFile { return failHere(.unexpectedToken, .unexpectedEnd) }
    return failHere(.unexpectedToken, .unexpected(written(token)), help: habit() ?? joinedWords(previous))
  }

  mutating func unexpectedEndOfBlock() -> Stop {
    failHere(.unexpectedToken, .closesNothing(written(token)))
  }

  mutating func expected(_ kind: Token.Kind) -> Stop {
    failHere(.expectedToken, .expected(spelling(kind), found(token)), help: habit() ?? joinedWords(previous))
  }

  /// `then` or `do` is missing behind a condition.
  mutating func expected(_ kind: Token.Kind, afterCondition word: SourceSpan) -> Stop {
    var help = habit() ?? joinedWords(previous)
    if token.kind == .assign { help = .compareWithTwo }
    return failHere(.expectedToken, .expected(spelling(kind), found(token)), help: help)
  }

  /// The partner of the token at `opening` is missing. At the end of the source the caret goes under the opening
  /// token: there is nothing to see at the end.
  mutating func expected(_ kind: Token.Kind, closing opening: SourceSpan) -> Stop {
    let open = source.text(opening)
    guard let found = found(token) else {
      isIncomplete = true
      return fail(.unclosed, opening, .unclosed(spelling(kind), open), help: kind == .end ? doubtfulBlock() : nil)
    }
    let line = source.lineNumber(at: opening.start)
    return failHere(
      .unclosed, .unclosed(spelling(kind), open, line: line, found), help: habit() ?? joinedWords(previous),
      related: Diagnostic.Related(at: opening, .openedHere(open)))
  }

  mutating func expectedInFor() -> Stop {
    failHere(
      .expectedToken, .expectedInFor(spelling(.in), found(token)), help: token.kind == .name ? .commaBetweenNames : nil)
  }

  /// `project.high_rise = true` in a table, with the `=` next: a key is one name, and what is below it stands in braces.
  mutating func dottedKey(_ field: TableField) throws(Stop) -> Stop? {
    var names: [String] = []
    var inner = field.value
    while case .field(let outer, let name) = inner.kind {
      names.append(source.text(name.span))
      inner = outer
    }
    guard case .position = field.key, case .name(let first, _) = inner.kind, !names.isEmpty else { return nil }
    names.append(source.text(first.span))
    try advance()
    let value = written(Token(.name, try expression().span))
    let nested = names.dropFirst().reduce("\(names[0]) = \(value)") { "\($1) = { \($0) }" }
    let dotted = source.text(field.value.span)
    return fail(.expectedName, field.value.span, .dottedKey(dotted), help: .writtenAs("\(dotted) = \(value)", nested))
  }

  /// A reserved word as the key of a table.
  mutating func reservedKey() -> Stop {
    let word = written(token)
    return failHere(.expectedName, .reserved(word), help: .keyBetweenBrackets(word))
  }

  mutating func nameExpected() -> Stop {
    if token.kind.isKeyword { return failHere(.expectedName, .reserved(written(token)), help: .chooseAnotherName) }
    if token.kind == .openParenthesis, previous.count > 0, source.text(previous) == spelling(.function) {
      return failHere(
        .expectedName, .functionWithoutName, help: .functionAsValue(spelling(.local), spelling(.function)))
    }
    return failHere(.expectedName, .nameExpected(found(token)))
  }

  mutating func argumentsExpected(_ method: Name) -> Stop {
    failHere(.expectedToken, .argumentsExpected(source.text(method.span)), help: .dotForFields)
  }

  /// Whether the next token could begin another item of a list, so that a comma is what is missing.
  var beginsItem: Bool {
    switch token.kind {
    case .name, .string, .number, .openBracket, .openBrace, .true, .false, .nil, .function: true
    default: false
    }
  }

  mutating func commaMissing() -> Stop {
    let isNextLine = source.lineNumber(at: previous.end) != source.lineNumber(at: token.span.start)
    return fail(
      .missingComma, source.end(behind: previous), .missingComma(written(token)),
      help: joinedWords(previous) ?? .commaBetweenItems,
      related: isNextLine ? Diagnostic.Related(at: token.span, .nextItem) : nil)
  }

  mutating func afterReturn(_ word: SourceSpan) -> Stop {
    failHere(.unexpectedToken, .afterReturn(source.text(word), written(token)), help: joinedWords(token.span))
  }

  mutating func notAStatement(_ expression: Expression) -> Stop {
    if token.kind == .endOfFile { isIncomplete = true }
    if token.kind == .equal { return fail(.noEffect, token.span, .comparisonAlone, help: .assignWithOne) }
    if let habit = habit() { return fail(.unexpectedToken, token.span, .unexpected(written(token)), help: habit) }
    return fail(
      .noEffect, expression.span, .noEffect(written(Token(.name, expression.span))), help: joinedWords(expression.span))
  }

  mutating func notAssignable(_ target: Expression) -> Stop {
    fail(.notAssignable, target.span, .notAssignable(written(Token(.name, target.span))))
  }

  mutating func assignsConstant(_ name: Name, _ variable: Variable) -> Stop {
    fail(
      .constantAssigned, name.span, .constantAssigned(source.text(name.span)),
      related: Diagnostic.Related(at: variable.name.span, .declaredHere))
  }

  mutating func unknownAttribute(_ name: Name) -> Stop {
    fail(.unknownAttribute, name.span, .unknownAttribute(source.text(name.span)), help: .attributes(spelling("const")))
  }

  mutating func twoToClose(_ second: SourceSpan, _ first: SourceSpan) -> Stop {
    fail(.unknownAttribute, second, .twoToClose)
  }

  mutating func repeated(_ label: Name, _ first: Name) -> Stop {
    fail(
      .repeatedLabel, label.span, .repeatedLabel(source.text(label.span)),
      related: Diagnostic.Related(at: first.span, .declaredHere))
  }

  mutating func jumpsIntoScope(_ jump: Scopes.Jump, _ variable: Int) -> Stop {
    let name = scopes.variables[variable].name
    return fail(
      .gotoIntoScope, jump.span, .gotoIntoScope(source.text(name.span)),
      related: Diagnostic.Related(at: name.span, .declaredHere))
  }

  mutating func undefined(_ jump: Scopes.Jump) -> Stop {
    guard let name = jump.name else {
      return fail(.breakOutsideLoop, jump.span, .breakOutsideLoop(source.text(jump.span)))
    }
    return fail(.unknownLabel, name.span, .unknownLabel(source.text(name.span)))
  }

  mutating func notVararg() -> Stop { fail(.varargOutsideFunction, token.span, .varargOutsideFunction) }

  // MARK: - Limits

  mutating func tooDeep(_ span: SourceSpan) -> Stop { fail(.tooDeep, span, .tooDeep, help: .makeItFlatter) }

  mutating func tooLong() -> Stop {
    fail(.sourceTooLong, SourceSpan(0, 0), .tooLong(source.bytes.count, dialect.maximumBytes), help: .splitIt)
  }

  mutating func tooManyLocals(_ name: Name) -> Stop {
    fail(.tooManyLocals, name.span, .tooManyLocals(Scopes.maximumLocals), help: .useATable)
  }

  mutating func tooManyUpvalues(_ name: Name) -> Stop {
    fail(.tooManyUpvalues, name.span, .tooManyUpvalues(Scopes.maximumUpvalues), help: .useATable)
  }

  mutating func tooManySuffixes() -> Stop {
    fail(.tooManySuffixes, previous, .tooManySuffixes(dialect.maximumSuffixes), help: .nameAPart)
  }

  mutating func environmentName(_ name: Name) -> Stop { fail(.environmentName, name.span, .environmentName) }

  // MARK: - Help

  /// Which block probably lacks its `end`: one with `else if` for `elseif`, or the first whose `end` is indented
  /// unlike it.
  private func doubtfulBlock() -> Wording? {
    if let elseIf { return .elseIf(source.text(elseIf), spelling(.elseif)) }
    guard let doubtful else { return nil }
    let (open, close) = (doubtful.opening, doubtful.closing)
    return .indentedOtherwise(
      source.text(open), source.lineNumber(at: open.start), source.text(close), source.lineNumber(at: close.start))
  }

  private func found(_ token: Token) -> String? { token.kind == .endOfFile ? nil : written(token) }

  /// Habits of other programming languages, recognised by the next token and the one before.
  private func habit() -> Wording? {
    let next = SourceSpan(token.span.start, min(token.span.end, token.span.start + 1))
    let adjoining = previous.end == token.span.start
    switch (source.text(SourceSpan(previous.start, min(previous.end, previous.start + 8))), token.kind) {
    case (_, .hash), (_, .doubleSlash): return .comments
    case (_, .slash) where source.text(SourceSpan(token.span.end, token.span.end + 1)) == "*": return .comments
    case ("&", .ampersand): return .writtenAs("&&", spelling(.and))
    case ("|", .bar): return .writtenAs("||", spelling(.or))
    case ("+", .plus): return .writtenAs("x++", "x = x + 1")
    case ("+", .assign), ("-", .assign), ("*", .assign), ("/", .assign):
      return adjoining ? .writtenAs("x \(source.text(previous))= 1", "x = x \(source.text(previous)) 1") : nil
    case (_, .plus), (_, .minus), (_, .star), (_, .slash), (_, .concat):
      let behind = source.text(SourceSpan(token.span.end, min(token.span.end + 1, source.bytes.count)))
      let sign = source.text(token.span)
      if behind == "=" { return .writtenAs("x \(sign)= 1", "x = x \(sign) 1") }
      return behind == sign && next.count == 1 && sign == "+" ? .writtenAs("x++", "x = x + 1") : nil
    default: return nil
    }
  }

  /// Chinese words that want a space between them, such as `如果投诉`.
  private func joinedWords(_ span: SourceSpan) -> Wording? {
    for span in [span, token.span] where span.count > 0 && lexer.bytes[span.start] >= 0x80 {
      if let apart = lexer.vocabulary.separated(source.text(span)) { return .spaceBetween(source.text(span), apart) }
    }
    return nil
  }
}

extension SourceText {
  /// The place right behind a token.
  func end(behind span: SourceSpan) -> SourceSpan { SourceSpan(span.end, span.end) }

  /// Whether a token begins on the line where one before it ends.
  func isSameLine(_ first: SourceSpan, _ second: SourceSpan) -> Bool {
    !bytes[min(first.end, second.start)..<second.start].contains(where: ASCII.isNewline)
  }

  /// Whether the line of `closing` begins with it, and with other white space before it than the line of `opening`.
  func isIndentedOtherwise(_ opening: SourceSpan, _ closing: SourceSpan) -> Bool {
    guard let closingIndent = indent(before: closing.start) else { return false }
    var start = opening.start
    while start > 0, !ASCII.isNewline(bytes[start - 1]) { start -= 1 }
    var end = start
    while end < opening.start, ASCII.isSpace(bytes[end]) { end += 1 }
    return bytes[start..<end] != bytes[closingIndent]
  }

  /// The white space before `offset`, if there is nothing else on its line.
  private func indent(before offset: Int) -> Range<Int>? {
    var start = offset
    while start > 0, !ASCII.isNewline(bytes[start - 1]) {
      start -= 1
      if !ASCII.isSpace(bytes[start]) { return nil }
    }
    return start..<offset
  }
}
