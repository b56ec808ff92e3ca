extension Lexer {
  /// A word of another script, or a character that must not stand outside strings and comments.
  mutating func foreign() -> Token.Kind {
    let start = offset
    let length = UTF8.length(of: bytes, at: offset, end: end)
    guard length > 0 else { return invalidUTF8() }
    let scalar = UTF8.scalar(of: bytes, at: offset, length: length)
    if start == 0, scalar == "\u{FEFF}" {
      offset += length
      return .whitespace
    }
    if scalar.beginsName { return word(from: start) }
    offset += length
    if let ascii = LookAlikes.ascii(for: scalar) {
      lookAlike(scalar, ascii, from: start)
    } else if scalar.isInvisible {
      skipForeign { $0.isInvisible && LookAlikes.ascii(for: $0) == nil }
      report(.invisibleCharacter, SourceSpan(start, offset), .invisible(scalar), help: .deleteInvisible)
    } else if scalar.isPictograph {
      skipForeign { $0.isPictograph || $0.isInvisible }
      report(.unexpectedCharacter, SourceSpan(start, offset), .emoji(text(from: start)), help: .quoteIt)
    } else {
      report(.unexpectedCharacter, SourceSpan(start, offset), .foreign(scalar), help: .foreignHelp(scalar))
    }
    return .invalid
  }

  /// An ASCII character Lua has no use for.
  mutating func unexpected() -> Token.Kind {
    let start = offset
    let byte = bytes[offset]
    offset += 1
    let scalar = Unicode.Scalar(byte)
    if byte < 0x20 || byte == 0x7F {
      report(.invisibleCharacter, SourceSpan(start, offset), .invisible(scalar), help: .deleteInvisible)
    } else {
      if byte == UInt8(ascii: "!"), peek(0) == UInt8(ascii: "=") { offset += 1 }
      let text = text(from: start)
      report(.unexpectedCharacter, SourceSpan(start, offset), .foreign(text), help: .otherLanguages(text))
    }
    return .invalid
  }

  /// A full-width or typographic character. Runs of full-width letters and digits, and text between typographic
  /// quotation marks, are one mistake and make one message.
  private mutating func lookAlike(_ scalar: Unicode.Scalar, _ ascii: String, from start: Int) {
    if LookAlikes.isFullWidthAlphanumeric(scalar) {
      skipForeign(LookAlikes.isFullWidthAlphanumeric)
      let written = text(from: start)
      let meant = written.unicodeScalars.compactMap(LookAlikes.ascii).joined()
      return report(.fullWidthCharacter, SourceSpan(start, offset), .fullWidth(written), help: .typeInstead(meant))
    }
    let mark = SourceSpan(start, offset)
    let written = text(from: start)
    if let closing = LookAlikes.closingQuote(for: scalar), skip(behind: closing) {
      return report(
        .fullWidthCharacter, mark, .fullWidth(written), help: .typeQuotes(ascii, closing: String(Character(closing))))
    }
    var meant = ascii
    if scalar == "！" {
      meant = "~="
      skipForeign { $0 == "＝" }
      if text(from: start) == written, peek(0) == UInt8(ascii: "=") { offset += 1 }
      if text(from: start) == written { meant = "not" }
    }
    let span = SourceSpan(start, offset)
    report(
      .fullWidthCharacter, span,
      scalar == "\u{3000}" || ascii == " " ? .wideSpace(scalar) : .fullWidth(source.text(span)),
      help: .typeInstead(meant))
  }

  /// Goes behind the next `closing` on this line; false when there is none.
  private mutating func skip(behind closing: Unicode.Scalar) -> Bool {
    let before = offset
    while offset < end, !ASCII.isNewline(bytes[offset]) {
      let length = UTF8.length(of: bytes, at: offset, end: end)
      guard length > 0 else { break }
      let scalar = UTF8.scalar(of: bytes, at: offset, length: length)
      offset += length
      if scalar == closing { return true }
    }
    offset = before
    return false
  }

  private mutating func skipForeign(_ belongs: (Unicode.Scalar) -> Bool) {
    while offset < end, bytes[offset] >= 0x80 {
      let length = UTF8.length(of: bytes, at: offset, end: end)
      guard length > 0, belongs(UTF8.scalar(of: bytes, at: offset, length: length)) else { return }
      offset += length
    }
  }

  /// A run of bytes that are not UTF-8.
  private mutating func invalidUTF8() -> Token.Kind {
    let start = offset
    repeat {
      offset += 1
    } while offset < end && bytes[offset] >= 0x80
      && UTF8.length(of: bytes, at: offset, end: end) == 0
    report(.invalidUTF8, SourceSpan(start, offset), .invalidUTF8, help: .saveAsUTF8)
    return .invalid
  }

  private func text(from start: Int) -> String { source.text(SourceSpan(start, offset)) }
}
