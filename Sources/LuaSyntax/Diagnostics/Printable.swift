/// Makes text that came from outside fit for a terminal.
enum Printable {
  /// The text with control characters (except line ends) and invisible direction marks replaced by U+FFFD: a script's
  /// text must not move the cursor, recolour the screen or turn a line round.
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isDangerous(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x300...: scalar.properties.isBidiControl || (0x2028...0x2029 ~= scalar.value)
    default: false
    }
  }
}
