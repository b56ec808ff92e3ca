extension Lexer {
  /// A numeral: like `read_numeral` of the original, first everything that looks like one is taken, then it must be
  /// one. So `1..2` and `3x` are errors, and not two tokens.
  mutating func number() -> Token.Kind {
    let start = offset
    var exponent = UInt8(ascii: "e")
    let isHexadecimal = bytes[offset] == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    offset += 1
    if isHexadecimal {
      exponent = UInt8(ascii: "p")
      offset += 1
    }
    while offset < end {
      let byte = bytes[offset]
      if byte | 0x20 == exponent {
        offset += 1
        if peek(0) == UInt8(ascii: "-") || peek(0) == UInt8(ascii: "+") { offset += 1 }
      } else if ASCII.hexValue(byte) != nil || byte == UInt8(ascii: ".") {
        offset += 1
      } else {
        break
      }
    }
    var isWellFormed = Numeral.isWellFormed(bytes, start, offset)
    // The original takes one letter more "to force an error"; the whole word makes the better caret.
    let numeral = offset
    _ = word(from: offset)
    if offset > numeral { isWellFormed = false }
    if !isWellFormed { malformedNumber(start) }
    return .number
  }

  private mutating func malformedNumber(_ start: Int) {
    let span = SourceSpan(start, offset)
    let text = source.text(span)
    let help: Wording? =
      text.contains("..") ? .spaceBeforeConcat : text.unicodeScalars.allSatisfy(\.isWordLike) ? .noDigitFirst : nil
    report(.malformedNumber, span, .malformedNumber(text), help: help)
  }
}

extension Unicode.Scalar {
  fileprivate var isWordLike: Bool { isASCII ? ASCII.isName(UInt8(value)) : continuesName }
}

/// The form of numerals.
enum Numeral {
  /// Digits with at most one point, at least one digit, then perhaps an exponent with at least one decimal digit.
  static func isWellFormed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    let isHexadecimal =
      end - start > 1 && bytes[start] == UInt8(ascii: "0") && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 2 }
    var (digits, points) = (0, 0)
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        points += 1
      } else if isHexadecimal ? ASCII.hexValue(byte) != nil : ASCII.isDigit(byte) {
        digits += 1
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, points <= 1 else { return false }
    if index == end { return true }
    guard bytes[index] | 0x20 == (isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")) else { return false }
    index += 1
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < end else { return false }
    while index < end, ASCII.isDigit(bytes[index]) { index += 1 }
    return index == end
  }
}
