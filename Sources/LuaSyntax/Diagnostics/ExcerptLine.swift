/// One line of a source, made fit for a terminal, and where its carets go.
///
/// Tabs become spaces, control characters U+FFFD, and of a very long line only the part around the span is shown.
struct ExcerptLine {
  private(set) var text = ""
  /// Cells before the first caret.
  private(set) var indent = 0
  /// The number of carets; at least one.
  private(set) var carets = 0

  private static let tabStop = 4
  private static let widest = 160
  private static let context = 60

  init(_ source: SourceText, line number: Int, _ span: SourceSpan) {
    let line = source.line(number)
    var cells = Self.cells(source, line)
    // How many cells lie before an offset of the source; `+ 1` beyond the last cell for spans at the end of the line.
    var first = cells.firstIndex { $0.end > span.start } ?? cells.count
    var last = cells.firstIndex { $0.start >= span.end } ?? cells.count
    if cells.reduce(0, { $0 + $1.width }) > Self.widest {
      let from = max(0, first - Self.context)
      let to = min(cells.count, max(last, first) + Self.context, from + Self.widest)
      let ellipsis = Cell(text: "…", width: 1, start: line.start, end: line.start)
      let (head, tail) = (from > 0, to < cells.count)
      cells = (head ? [ellipsis] : []) + cells[from..<to] + (tail ? [ellipsis] : [])
      let shift = (head ? 1 : 0) - from
      first = min(first + shift, cells.count)
      last = min(max(first, last + shift), cells.count)
    }
    text = cells.map(\.text).joined()
    indent = cells[..<first].reduce(0) { $0 + $1.width }
    carets = max(1, first < last ? cells[first..<last].reduce(0) { $0 + $1.width } : 1)
    while text.hasSuffix(" ") { text.removeLast() }
  }

  private struct Cell {
    var text: String
    var width: Int
    var start: Int
    var end: Int
  }

  private static func cells(_ source: SourceText, _ line: SourceSpan) -> [Cell] {
    var cells: [Cell] = []
    var (column, offset) = (0, line.start)
    // Walk repaired text and raw bytes together: a character's own bytes where they are UTF-8, else one byte at a time.
    while offset < line.end {
      let length = UTF8.length(of: source.bytes, at: offset, end: line.end)
      var cell: Cell
      if length == 0 {
        cell = Cell(text: "\u{FFFD}", width: 1, start: offset, end: offset + 1)
      } else if source.bytes[offset] == UInt8(ascii: "\t") {
        let width = tabStop - column % tabStop
        cell = Cell(text: String(repeating: " ", count: width), width: width, start: offset, end: offset + 1)
      } else {
        let raw = String(decoding: source.bytes[offset..<offset + length], as: UTF8.self)
        let shown = Printable.text(raw)
        cell = Cell(text: shown, width: shown.displayWidth, start: offset, end: offset + length)
        // A mark belongs to the character before it.
        if cell.width == 0, let before = cells.popLast() {
          cell = Cell(text: before.text + shown, width: before.width, start: before.start, end: cell.end)
          column -= before.width
        }
      }
      column += cell.width
      offset = cell.end
      cells.append(cell)
    }
    return cells
  }
}
