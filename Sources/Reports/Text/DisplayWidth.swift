/// How many columns of a terminal a text takes (UAX #11: Chinese characters take two, combining marks none).
public enum DisplayWidth {
  /// The columns taken by a text that `VisibleText` has been through (it holds no control characters).
  public static func of(_ text: String) -> Int {
    var columns = 0
    if isPrintableASCII(text, counting: &columns) { return columns }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns taken by one grapheme cluster.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    guard scalars.count > 1 else { return of(first) }
    // A sequence that asks to be shown as one picture takes two columns, however many pictures it is joined from.
    if first.properties.isEmoji, scalars.contains(where: isPictureSelector) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The columns taken by one scalar: 0, 1 or 2.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if isZeroWidth(scalar) { return 0 }
    return WideRanges.contains(value) ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    // Vowels and finals of Hangul that join the syllable before them.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    // The Arabic and Syriac signs that stand before a number are of this category too, and are seen.
    case .format: return !(0x600...0x8FF).contains(scalar.value) || scalar.value == 0x61C
    default: return false
    }
  }

  /// The emoji variation selector, the joiner, a skin tone, or a letter of a flag.
  private static func isPictureSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value == 0x200D || (0x1F1E6...0x1F1FF).contains(scalar.value)
      || scalar.properties.isEmojiModifier
  }

  private static func isPrintableASCII(_ text: String, counting columns: inout Int) -> Bool {
    columns = text.utf8.count
    return text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
