/// A source in the words that the Lua library takes, and the way back to what was written.
public struct TranslatedSource: Sendable {
  /// What was written.
  public let original: SourceText

  /// The same program in ASCII words, for `luaL_loadbufferx`. It has the same lines; texts and comments are the same
  /// bytes.
  public let bytes: [UInt8]

  /// The words that were replaced, in the order of the source.
  let replacements: [Replacement]

  /// What messages of the Lua library are to call a name: the encoded or English word → the word that was written.
  let writtenWords: [String: String]

  struct Replacement: Sendable {
    var original: SourceSpan
    var translated: SourceSpan
  }

  /// The offset in the original of an offset in `bytes`. Every byte of a replaced word maps to the beginning of that
  /// word.
  public func originalOffset(of translated: Int) -> Int {
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].translated.start <= translated { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return min(max(0, translated), original.bytes.count) }
    let word = replacements[low - 1]
    if translated < word.translated.end { return word.original.start }
    return min(word.original.end + translated - word.translated.end, original.bytes.count)
  }

  /// A message of the Lua library in the words of the script: encoded names are decoded wherever they stand, English
  /// words only between quotation marks (`global 'complaints'`), and only where the script wrote the Chinese one.
  public func decode(_ message: String) -> String {
    guard !writtenWords.isEmpty else { return message }
    return MessageWords.replacing(in: message) { word, isQuoted in
      guard let written = writtenWords[word], isQuoted || EncodedName.decode(word) != nil else { return nil }
      return written
    }
  }

  /// A diagnostic for an error that the Lua library reports by line only: its message in the words of the script and of
  /// people, where `LibraryMessage` knows it.
  ///
  /// The caret goes under the name the message quotes (`global 'complaints'`) where the line has it once, else under
  /// the line.
  ///
  /// - Parameters:
  ///   - code: used for messages that are not the library's.
  ///   - line: counted from 1.
  ///   - message: without its place (`lift.lua:7: `).
  public func diagnostic(
    _ code: Diagnostic.Code = .luaError, _ severity: Diagnostic.Severity = .error, line: Int, message: String,
    help: Wording? = nil
  ) -> Diagnostic {
    let decoded = decode(message)
    let known = LibraryMessage(decoded)
    var diagnostic = Diagnostic(
      known?.code ?? code, severity, line: line, of: original, known?.wording ?? Wording(verbatim: decoded),
      help: help ?? known?.help)
    // Here in Chinese, there in English: the line has the one or the other.
    for quoted in [decoded, message].compactMap(MessageWords.quoted) {
      guard let place = original.place(of: quoted, onLine: line) else { continue }
      diagnostic.span = place
      break
    }
    return diagnostic
  }
}

extension SourceText {
  /// Where a word stands on a line, if it stands there exactly once (as a whole word, when it is one).
  func place(of text: String, onLine number: Int) -> SourceSpan? {
    guard number >= 1, number <= lineCount, !text.isEmpty else { return nil }
    let line = line(number)
    let wanted = Array(text.utf8)
    var found: SourceSpan?
    var start = line.start
    while start + wanted.count <= line.end {
      defer { start += 1 }
      let end = start + wanted.count
      guard bytes[start] == wanted[0], bytes[start..<end].elementsEqual(wanted) else { continue }
      if isWordByte(wanted[0]), start > line.start, isWordByte(bytes[start - 1]) { continue }
      if isWordByte(wanted[wanted.count - 1]), end < line.end, isWordByte(bytes[end]) { continue }
      if found != nil { return nil }
      found = SourceSpan(start, end)
    }
    return found
  }

  private func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCII.isName(byte) }
}
