/// How a piece of source is coloured.
public enum Highlight: Sendable, Hashable {
  case keyword
  /// A name that is known: a word of the model, a function of the library.
  case known
  case name
  case number, string, comment
  case sign
  /// Something that cannot stand in a source.
  case invalid
}

/// The pieces of a source that have a colour, in its order. Works on a source that is only half written.
///
/// - Parameter isKnown: whether a name (in English where the vocabulary knows it) is one of the model or the library.
public func highlights(
  of source: SourceText, vocabulary: Vocabulary = .keywords, isKnown: (String) -> Bool = { _ in false }
) -> [(highlight: Highlight, span: SourceSpan)] {
  var lexer = Lexer(source, vocabulary: vocabulary)
  var pieces: [(highlight: Highlight, span: SourceSpan)] = []
  while true {
    let problems = lexer.problemCount
    let token = lexer.next()
    let isWrong = lexer.problemCount > problems
    switch token.kind {
    case .endOfFile: return pieces
    case .whitespace: continue
    case .comment: pieces.append((.comment, token.span))
    case .string: pieces.append((.string, token.span))
    case .number: pieces.append((isWrong ? .invalid : .number, token.span))
    case .invalid: pieces.append((.invalid, token.span))
    case .name:
      let text = source.text(token.span)
      pieces.append((isKnown(vocabulary.english(for: text) ?? text) ? .known : .name, token.span))
    default: pieces.append((token.kind.isKeyword ? .keyword : .sign, token.span))
    }
  }
}
