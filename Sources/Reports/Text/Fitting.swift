/// Where a text stands in a column that is wider than it.
public enum Alignment: Sendable, Hashable {
  case left, right
}

/// Texts made to measure, in columns of a terminal.
public enum Fitting {
  /// The text with spaces to the width; a text that is wider stays as it is.
  public static func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let missing = width - DisplayWidth.of(text)
    guard missing > 0 else { return text }
    let spaces = String(repeating: " ", count: missing)
    return alignment == .left ? text + spaces : spaces + text
  }

  /// The text, cut between characters and ended by `…` when it is wider than the width.
  ///
  /// A Chinese character that would be halved is left out, so that the result may be one column narrower.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var columns = 0
    for character in text {
      let next = DisplayWidth.of(character)
      guard columns + next <= width - 1 else { break }
      kept.append(character)
      columns += next
    }
    return kept + "…"
  }
}
