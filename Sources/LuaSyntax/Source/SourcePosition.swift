/// A place as people say it: line and column, both counted from 1.
///
/// Columns count characters as a reader sees them (grapheme clusters), so a Chinese word of two characters takes two
/// columns, whatever its bytes or its width on a screen.
public struct SourcePosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// The character in its line, from 1.
  public var column: Int

  /// A place by line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether a place comes before another.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// `7:12`.
  public var description: String { "\(line):\(column)" }
}
