/// A script as it was written: its name, its bytes, and where its lines begin.
///
/// Lines end as Lua ends them: at `\n`, `\r`, `\r\n` or `\n\r`. A byte order mark at the very beginning belongs to
/// the file, not to the text, and is skipped, as `luaL_loadfilex` skips it. Bytes need not be UTF-8 here; who reads
/// them says so if they must be.
public struct SourceText: Sendable {
  /// What messages call the source: a path, or a name such as `prompt`.
  public let name: String

  /// The source, byte for byte.
  public let bytes: [UInt8]

  /// Offset of the first byte of every line; at least one line.
  @usableFromInline let lineStarts: [Int]

  /// A source of any bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lineStarts = Self.findLines(bytes)
  }

  /// A source of a text.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines. An empty source has one.
  public var lineCount: Int { lineStarts.count }

  /// The place behind the last byte.
  public var end: SourceSpan { SourceSpan(bytes.count, bytes.count) }

  /// The text of a span; bytes that are not UTF-8 become U+FFFD.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[clamped(span).range], as: UTF8.self)
  }

  /// The span of a line (counted from 1) without its end-of-line characters; lines outside the source give an empty
  /// span at its end.
  public func line(_ number: Int) -> SourceSpan {
    guard number >= 1 else { return SourceSpan(0, 0) }
    guard number <= lineStarts.count else { return end }
    let start = lineStarts[number - 1]
    var stop = number < lineStarts.count ? lineStarts[number] : bytes.count
    while stop > start, bytes[stop - 1] == UInt8(ascii: "\n") || bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return SourceSpan(start, stop)
  }

  /// The number (from 1) of the line that holds the byte at `offset`.
  public func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column of the character that holds the byte at `offset`; offsets outside the source count as its ends.
  public func position(at offset: Int) -> SourcePosition {
    let number = lineNumber(at: offset)
    let line = line(number)
    let target = min(max(offset, line.start), line.end) - line.start
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    // Repaired bytes would shift what follows: then count what stands before.
    guard text.utf8.count == line.count else {
      let before = String(decoding: bytes[line.start..<line.start + target], as: UTF8.self)
      return SourcePosition(line: number, column: before.count + 1)
    }
    var (column, end) = (1, 0)
    for character in text {
      end += character.utf8.count
      if end > target { break }
      column += 1
    }
    return SourcePosition(line: number, column: column)
  }

  /// The byte offset of a place; a column behind the end of its line counts as that end.
  public func offset(of position: SourcePosition) -> Int {
    let line = line(position.line)
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    let before = text.prefix(max(0, position.column - 1)).utf8.count
    return min(line.start + before, line.end)
  }

  /// The part of a span that lies inside the source.
  func clamped(_ span: SourceSpan) -> SourceSpan {
    let start = min(max(0, span.start), bytes.count)
    return SourceSpan(start, min(max(start, span.end), bytes.count))
  }

  private static func findLines(_ bytes: [UInt8]) -> [Int] {
    var starts = [bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if offset < bytes.count, bytes[offset] != byte,
        bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
      {
        offset += 1
      }
      starts.append(offset)
    }
    return starts
  }

  /// U+FEFF in UTF-8, as some editors put it at the beginning of a file.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
