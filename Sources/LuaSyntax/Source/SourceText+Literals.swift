// The values of literals that the lexer found well-formed.
extension SourceText {
  /// The value of a numeral: an integer where it fits one (hexadecimal ones wrap round), else a float.
  func numberValue(_ span: SourceSpan) -> Expression.Kind {
    let isHexadecimal =
      span.count > 1 && bytes[span.start] == UInt8(ascii: "0") && bytes[span.start + 1] | 0x20 == UInt8(ascii: "x")
    return isHexadecimal ? hexadecimalValue(span) : decimalValue(span)
  }

  private func decimalValue(_ span: SourceSpan) -> Expression.Kind {
    var value: Int64 = 0
    for index in span.range {
      let byte = bytes[index]
      guard ASCII.isDigit(byte) else { return .float(Double(text(span)) ?? .nan) }
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(Int64(byte & 0x0F))
      if tooLarge || overflow { return .float(Double(text(span)) ?? .nan) }
      value = sum
    }
    return .integer(value)
  }

  private func hexadecimalValue(_ span: SourceSpan) -> Expression.Kind {
    var value: UInt64 = 0
    for index in (span.start + 2)..<span.end {
      guard let digit = ASCII.hexValue(bytes[index]) else { return .float(Numeral.hexadecimalFloat(bytes, span)) }
      value = value << 4 | UInt64(digit)
    }
    return .integer(Int64(bitPattern: value))
  }

  /// The text of a string literal, as `StringLiteral.text`.
  func stringValue(_ span: SourceSpan) -> String {
    let body = SourceSpan(span.start + 1, span.end - 1)
    if bytes[span.start] == UInt8(ascii: "[") || bytes[body.range].contains(UInt8(ascii: "\\")) {
      return String(decoding: stringBytes(span), as: UTF8.self)
    }
    return String(decoding: bytes[body.range], as: UTF8.self)
  }

  /// The bytes a string literal stands for.
  func stringBytes(_ span: SourceSpan) -> [UInt8] {
    var reader = StringReader(bytes: bytes, span: span)
    return reader.read()
  }
}

extension Numeral {
  /// The value of a hexadecimal float, correctly rounded: sixty bits of it and whether there was more.
  static func hexadecimalFloat(_ bytes: [UInt8], _ span: SourceSpan) -> Double {
    var (mantissa, exponent, index) = (UInt64(0), 0, span.start + 2)
    var sawPoint = false
    while index < span.end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        sawPoint = true
      } else if let digit = ASCII.hexValue(byte) {
        if mantissa >> 60 == 0 {
          mantissa = mantissa << 4 | UInt64(digit)
          if sawPoint { exponent -= 4 }
        } else {
          if digit != 0 { mantissa |= 1 }
          if !sawPoint { exponent += 4 }
        }
      } else {
        break
      }
      index += 1
    }
    if index < span.end { exponent += decimalExponent(bytes, index + 1, span.end) }
    // Beyond these a double is zero or infinite, whatever the mantissa.
    return Double(sign: .plus, exponent: min(max(exponent, -2_000), 2_000), significand: Double(mantissa))
  }

  private static func decimalExponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var value = 0
    for index in start..<end where ASCII.isDigit(bytes[index]) {
      value = min(value * 10 + Int(bytes[index] & 0x0F), 1 << 40)
    }
    return start < end && bytes[start] == UInt8(ascii: "-") ? -value : value
  }
}

/// Resolves the escapes of a string literal.
private struct StringReader {
  let bytes: [UInt8]
  let span: SourceSpan

  mutating func read() -> [UInt8] {
    if bytes[span.start] == UInt8(ascii: "[") { return longString() }
    let body = bytes[SourceSpan(span.start + 1, span.end - 1).range]
    return body.contains(UInt8(ascii: "\\")) ? shortString() : Array(body)
  }

  /// A long string: without its brackets and a line end right behind the first; every line end is `\n`.
  private func longString() -> [UInt8] {
    var level = 0
    while bytes[span.start + 1 + level] == UInt8(ascii: "=") { level += 1 }
    var result: [UInt8] = []
    var index = span.start + level + 2
    let end = max(index, span.end - level - 2)
    var isFirst = true
    while index < end {
      let byte = bytes[index]
      index += 1
      if ASCII.isNewline(byte) {
        if index < end, ASCII.isNewline(bytes[index]), bytes[index] != byte { index += 1 }
        if !isFirst { result.append(UInt8(ascii: "\n")) }
      } else {
        result.append(byte)
      }
      isFirst = false
    }
    return result
  }

  private func shortString() -> [UInt8] {
    var result: [UInt8] = []
    var index = span.start + 1
    let end = span.end - 1
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < end else {
        result.append(byte)
        continue
      }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "a"): result.append(0x07)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "v"): result.append(0x0B)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if index < end, ASCII.isNewline(bytes[index]), bytes[index] != escape { index += 1 }
        result.append(0x0A)
      case UInt8(ascii: "z"):
        while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
      case UInt8(ascii: "x"):
        let digits = bytes[index..<min(index + 2, end)]
        result.append(digits.reduce(0) { $0 << 4 | (ASCII.hexValue($1) ?? 0) })
        index = digits.endIndex
      case UInt8(ascii: "u"):
        index += 1
        var value: UInt32 = 0
        while index < end, let digit = ASCII.hexValue(bytes[index]) {
          value = value << 4 | UInt32(digit)
          index += 1
        }
        index += 1
        Self.append(value, to: &result)
      case _ where ASCII.isDigit(escape):
        var value = Int(escape & 0x0F)
        let limit = min(index + 2, end)
        while index < limit, ASCII.isDigit(bytes[index]) {
          value = value * 10 + Int(bytes[index] & 0x0F)
          index += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
      default: result.append(escape)
      }
    }
    return result
  }

  /// UTF-8 as it was first defined, up to 2³¹ - 1: Lua writes those values too.
  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard value >= 0x80 else { return result.append(UInt8(truncatingIfNeeded: value)) }
    var tail: [UInt8] = []
    var rest = value
    var firstLimit: UInt32 = 0x3F
    repeat {
      tail.append(UInt8(truncatingIfNeeded: 0x80 | (rest & 0x3F)))
      rest >>= 6
      firstLimit >>= 1
    } while rest > firstLimit
    tail.append(UInt8(truncatingIfNeeded: (~firstLimit << 1) | rest))
    result += tail.reversed()
  }
}
