/// Text that can do nothing to what shows it: no escape sequence, no line break, no change of direction.
///
/// Names and remarks come from imported files. A cell with `ESC ] 0 ;` would rename the reader's terminal, one with
/// U+202E would show the rest of the line backwards; both are shown as what they are instead.
public enum VisibleText {
  /// The text with its control characters written out: ␛ for escape, ␊ for a line break, `<U+202E>` for an override.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mustBeSeen) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      guard mustBeSeen(scalar) else {
        visible.unicodeScalars.append(scalar)
        continue
      }
      if let picture = picture(of: scalar) {
        visible.unicodeScalars.append(picture)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        visible += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      }
    }
    return visible
  }

  static func mustBeSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x3000...0x9FFF: false
    // C0, DEL, C1 (which terminals read as escapes too).
    case 0...0x1F, 0x7F...0x9F: true
    // Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs.
    case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The block "Control Pictures" has one for each of C0 and for DEL.
  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: Unicode.Scalar(0x2421 as UInt32)
    default: nil
    }
  }
}
