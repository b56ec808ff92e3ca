internal import LuaSyntax

/// Source text in Chinese words and otherwise.
enum ScannerCheck {
  private static let vocabulary = try? Vocabulary([("投诉", "complaints"), ("数", "x"), ("标题", "title"), ("标签一", "l1")])

  static func check(_ bytes: [UInt8]) -> String? {
    guard let vocabulary, bytes.count < 20_000 else { return nil }
    let source = SourceText(name: "s", bytes: bytes)
    let tokens = Lexer.tokens(of: source, vocabulary: vocabulary)
    var end = 0
    for token in tokens {
      if token.span.start != end { return "a token begins at \(token.span.start), the one before ends at \(end)" }
      end = token.span.end
    }
    if end != bytes.count { return "the tokens end at \(end) of \(bytes.count)" }
    _ = directionMarks(in: source)
    _ = highlights(of: source, vocabulary: vocabulary) { _ in true }
    _ = completionContext(source, at: bytes.count / 2, vocabulary: vocabulary)
    _ = PromptInput(source, vocabulary: vocabulary)
    do {
      _ = try parse(source, vocabulary: vocabulary)
    } catch {
      for diagnostic in error.diagnostics {
        guard let span = diagnostic.span else { return "an error without a place: \(diagnostic.code)" }
        if span.start < 0 || span.end < span.start || span.end > bytes.count { return "a place outside: \(diagnostic.code)" }
      }
      for language in [Language.chinese, .english] where error.rendered(language).isEmpty { return "an error without text" }
    }
    guard let result = try? translate(source, vocabulary: vocabulary) else { return nil }
    let translated = SourceText(name: "s", bytes: result.bytes)
    if translated.lineCount != source.lineCount { return "the lines have moved" }
    for line in 1...source.lineCount where result.originalOffset(of: translated.line(line).start) != source.line(line).start {
      return "line \(line) has moved"
    }
    let after = Lexer.tokens(of: translated)
    if texts(translated, after) != texts(source, tokens) { return "a text or comment has changed" }
    for token in after where token.kind != .string && token.kind != .comment {
      if result.bytes[token.span.range].contains(where: { $0 >= 0x80 }) { return "a word beyond ASCII is left" }
    }
    if let again = try? translate(translated), again.bytes != result.bytes { return "a translation has a translation" }
    return nil
  }

  /// Texts and comments, but not the line for the Unix shell, which no translation has.
  private static func texts(_ source: SourceText, _ tokens: [Token]) -> [ArraySlice<UInt8>] {
    tokens.filter { $0.kind == .string || $0.kind == .comment }.map { source.bytes[$0.span.range] }
      .filter { $0.first != UInt8(ascii: "#") }
  }
}
