internal import LuaSyntax

/// Where a key of a declaration stands in its source.
enum KeyPath {
  /// The span of the last key of a path, found by going through the table constructors; `nil` when it cannot be found.
  static func span(of path: [String], in source: SourceText, vocabulary: Vocabulary) -> SourceSpan? {
    guard let word = path.last else { return source.span(of: "", near: 1) }
    let tokens = Lexer.tokens(of: source, vocabulary: vocabulary)
    // The key's own spelling, or its Chinese twin.
    let spellings = CityVocabulary.pairs.filter { $0.english == word }.map(\.chinese) + [word]
    var wanted = path.dropLast()[...]
    for token in tokens {
      let text = source.text(token.span)
      if let next = wanted.first {
        if text == next || CityVocabulary.english(text) == next || text.dropFirst().dropLast() == next { wanted = wanted.dropFirst() }
      } else if spellings.contains(text) || spellings.contains(String(text.dropFirst().dropLast())) {
        return token.span
      }
    }
    return nil
  }
}

extension SourceText {
  /// A word at or after a line, or that line without its indentation.
  func span(of word: String, near number: Int) -> SourceSpan? {
    guard number >= 1, number <= lineCount else { return nil }
    guard !word.isEmpty else { return line(number) }
    let line = line(number)
    let needles = (CityVocabulary.pairs.filter { $0.english == word }.map(\.chinese) + [word]).map { Array($0.utf8) }
    for needle in needles where needle.count <= line.end - line.start {
      for start in line.start...(line.end - needle.count) where Array(bytes[start..<start + needle.count]) == needle {
        return SourceSpan(start, start + needle.count)
      }
    }
    return nil
  }
}
