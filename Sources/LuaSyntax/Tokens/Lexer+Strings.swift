extension Lexer {
  /// `[`, or a long string.
  mutating func bracket() -> Token.Kind {
    let start = offset
    if let level = longBracketLevel() {
      if !skipLongBracket(level) {
        report(.unfinishedLongString, SourceSpan(start, start + level + 2), .unfinishedLongString(level))
      }
      return .string
    }
    offset += 1
    guard peek(0) == UInt8(ascii: "=") else { return .openBracket }
    while peek(0) == UInt8(ascii: "=") { offset += 1 }
    report(.invalidLongBracket, SourceSpan(start, offset), .invalidLongBracket, help: .writeLongBracket)
    return .invalid
  }

  /// The number of `=` in the opening long bracket at `offset`, if there is one.
  func longBracketLevel() -> Int? {
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  /// Goes behind the closing bracket of `level`; false, and to the end of the source, when there is none.
  mutating func skipLongBracket(_ level: Int) -> Bool {
    offset += level + 2
    while offset < end {
      guard bytes[offset] == UInt8(ascii: "]") else {
        offset += 1
        continue
      }
      var found = 0
      while peek(1 + found) == UInt8(ascii: "=") { found += 1 }
      if found == level, peek(1 + found) == UInt8(ascii: "]") {
        offset += level + 2
        return true
      }
      offset += 1 + found
    }
    return false
  }

  /// A string between quotes.
  mutating func shortString(_ quote: UInt8) -> Token.Kind {
    let start = offset
    offset += 1
    while offset < end {
      let byte = bytes[offset]
      if byte == quote {
        offset += 1
        return .string
      }
      if ASCII.isNewline(byte) { break }
      offset += 1
      if byte == UInt8(ascii: "\\") { escape() }
    }
    report(.unfinishedString, SourceSpan(start, offset), .unfinishedString, help: .closeString(quote))
    return .string
  }

  /// What follows a backslash.
  private mutating func escape() {
    let start = offset - 1
    guard offset < end else { return }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      offset += 1
      if offset < end, ASCII.isNewline(bytes[offset]), bytes[offset] != byte { offset += 1 }
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      offset += 1
    case UInt8(ascii: "z"):
      offset += 1
      while offset < end, ASCII.isSpace(bytes[offset]) { offset += 1 }
    case UInt8(ascii: "x"): hexEscape(start)
    case UInt8(ascii: "u"): unicodeEscape(start)
    case _ where ASCII.isDigit(byte): decimalEscape(start)
    default:
      offset += max(1, UTF8.length(of: bytes, at: offset, end: end))
      report(.invalidEscape, SourceSpan(start, offset), .invalidEscape, help: .doubleTheBackslash)
    }
  }

  private mutating func hexEscape(_ start: Int) {
    offset += 1
    for _ in 0..<2 {
      guard ASCII.hexValue(peek(0)) != nil else {
        return report(.invalidEscape, SourceSpan(start, offset), .twoHexDigits)
      }
      offset += 1
    }
  }

  private mutating func unicodeEscape(_ start: Int) {
    offset += 1
    guard peek(0) == UInt8(ascii: "{") else {
      return report(.invalidEscape, SourceSpan(start, offset), .unicodeEscapeBraces)
    }
    offset += 1
    var (value, digits) = (UInt64(0), 0)
    while let digit = ASCII.hexValue(peek(0)) {
      value = min(value << 4 | UInt64(digit), 1 << 32)
      digits += 1
      offset += 1
    }
    guard digits > 0, peek(0) == UInt8(ascii: "}") else {
      return report(.invalidEscape, SourceSpan(start, offset), .unicodeEscapeBraces)
    }
    offset += 1
    if value > 0x7FFF_FFFF { report(.invalidEscape, SourceSpan(start, offset), .unicodeEscapeTooLarge) }
  }

  private mutating func decimalEscape(_ start: Int) {
    var (value, digits) = (0, 0)
    while digits < 3, ASCII.isDigit(peek(0)) {
      value = value * 10 + Int(peek(0) & 0x0F)
      digits += 1
      offset += 1
    }
    if value > 255 { report(.invalidEscape, SourceSpan(start, offset), .decimalEscapeTooLarge) }
  }
}
