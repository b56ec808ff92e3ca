extension UTF8 {
  /// The length in bytes of the well-formed character that begins at `offset` (overlong forms, surrogates and values
  /// above U+10FFFF are not well-formed), or 0.
  static func length(of bytes: [UInt8], at offset: Int, end: Int) -> Int {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, end - offset >= length else { return 0 }
    for index in 1..<length where !isContinuation(bytes[offset + index]) { return 0 }
    switch (lead, bytes[offset + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
  }

  /// The character at `offset`, which `length(of:at:end:)` has found well-formed.
  static func scalar(of bytes: [UInt8], at offset: Int, length: Int) -> Unicode.Scalar {
    var value = UInt32(bytes[offset])
    switch length {
    case 2: value &= 0x1F
    case 3: value &= 0x0F
    case 4: value &= 0x07
    default: break
    }
    for index in 1..<max(1, length) { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
