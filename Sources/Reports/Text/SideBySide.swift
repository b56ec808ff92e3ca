/// Texts beside one another, each broken into lines within its own column: a law and its reading, for people who compare.
public struct SideBySide: Sendable {
  /// Widths in columns of the terminal.
  public var widths: [Int]
  /// What stands between two columns.
  public var gap: String

  public init(widths: [Int], gap: String = "  ") {
    self.widths = widths.map { max(2, $0) }
    self.gap = gap
  }

  /// Shares a width out in proportion.
  public init(width: Int, shares: [Int], gap: String = "  ") {
    let whole = max(1, shares.reduce(0, +))
    let free = width - DisplayWidth.of(gap) * max(0, shares.count - 1)
    self.init(widths: shares.map { free * $0 / whole }, gap: gap)
  }

  /// The lines of one row; nothing of a text is left out.
  public func lines(_ texts: [String]) -> [String] {
    let columns = zip(texts, widths).map { SideBySide.broken($0, to: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let cells = zip(columns, widths).map { Fitting.padded(line < $0.count ? $0[line] : "", to: $1) }
      var text = cells.joined(separator: gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// A text in lines of a width: between Chinese characters anywhere but before a closing mark, elsewhere at a space if there is one.
  public static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = "", columns = 0
      var breakAt: String.Index?
      for character in paragraph {
        let next = DisplayWidth.of(character)
        if columns + next > width, !line.isEmpty, !closing.contains(character) || columns > width {
          if let at = breakAt, character != " " {
            let rest = String(line[line.index(after: at)...])
            lines.append(String(line[..<at]))
            (line, columns) = (rest, DisplayWidth.of(rest))
          } else {
            lines.append(line)
            (line, columns) = ("", 0)
          }
          breakAt = nil
          if character == " ", line.isEmpty { continue }
        }
        line.append(character)
        columns += next
        if character == " " { breakAt = line.index(before: line.endIndex) } else if next == 2 { breakAt = nil }
      }
      lines.append(line)
    }
    return lines
  }

  /// Marks that do not begin a line.
  private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "”", "》", "？", "！", "〕"]
}
