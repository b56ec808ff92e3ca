/// What was typed at a prompt.
public enum PromptInput: Sendable {
  /// White space and comments only.
  case empty
  /// Values to be shown: the prompt puts `return ` before the source.
  case expressions([Expression])
  /// Statements to be run.
  case statements(Chunk)
  /// The beginning of something: another line is wanted.
  case incomplete
  case invalid(SyntaxError)

  /// Reads what was typed so far, line ends included.
  public init(_ source: SourceText, vocabulary: Vocabulary = .keywords, dialect: Dialect = .script) {
    var asExpressions = Parser(source, vocabulary, dialect)
    if let values = try? asExpressions.expressionsOnly() {
      self = .expressions(values)
      return
    }
    var asStatements = Parser(source, vocabulary, dialect)
    if let chunk = try? asStatements.chunk() {
      self = chunk.block.span.count == 0 ? .empty : .statements(chunk)
    } else if asExpressions.isIncomplete || asStatements.isIncomplete {
      self = .incomplete
    } else {
      self = .invalid(asStatements.syntaxError)
    }
  }
}

/// Whether a source is the beginning of something, so that the prompt should ask for another line: an open block,
/// bracket, long text or comment, or an operator without its right side.
public func isIncomplete(
  _ source: SourceText, vocabulary: Vocabulary = .keywords, dialect: Dialect = .script
) -> Bool {
  if case .incomplete = PromptInput(source, vocabulary: vocabulary, dialect: dialect) { true } else { false }
}
