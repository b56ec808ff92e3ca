import Columns

/// A table for people: two spaces between columns, one light line below the header, a count at the foot.
struct TerminalTable {
  private static let gap = 2
  /// A text column is not cut below this many columns of the terminal.
  private static let leastText = 8

  private let options: TableOptions
  private let headings: [String]
  private let numeric: [Bool]
  private let flexible: [Bool]
  private let body: [[String]]
  /// The row before which rows are left out.
  private let fold: Int?
  private let total: Int
  private var widths: [Int]
  private var hidden: [String] = []

  init(_ table: ResultTable, options: TableOptions) {
    self.options = options
    headings = table.headings(options.language)
    let indices = table.columns.indices
    numeric = indices.map(table.isNumeric)
    let styles = indices.map(table.decimalStyle)
    total = max(table.totalRows ?? table.rows.count, table.rows.count)

    var rows = table.rows[...]
    var fold: Int?
    var tail: ArraySlice<[Cell]> = []
    if let most = options.maxRows, rows.count > max(1, most) {
      let head = (max(1, most) + 1) / 2
      tail = rows.suffix(max(1, most) - head)
      rows = rows.prefix(head)
      fold = head
    }
    self.fold = fold
    let shown = rows + tail
    body = shown.map { row in
      indices.map { table.shown(row, $0, options.language, decimals: styles[$0]) }
    }
    flexible = indices.map { column in
      shown.contains { table.cell($0, column).isText }
    }
    let body = body
    let headings = headings
    widths = indices.map { column in
      body.reduce(max(1, DisplayWidth.of(headings[column]))) { max($0, DisplayWidth.of($1[column])) }
    }
    if let width = options.width { fit(into: max(1, width)) }
  }

  /// Narrows the widest text columns first; when all are as narrow as they may be, leaves out columns from the right.
  private mutating func fit(into width: Int) {
    func excess() -> Int { widths.reduce(0, +) + TerminalTable.gap * max(0, widths.count - 1) - width }
    while true {
      var over = excess()
      while over > 0 {
        let narrowable = widths.indices.filter { flexible[$0] && widths[$0] > TerminalTable.leastText }
        guard let widest = narrowable.map({ widths[$0] }).max() else { break }
        let widestColumns = narrowable.filter { widths[$0] == widest }
        let next = narrowable.map { widths[$0] }.filter { $0 < widest }.max() ?? TerminalTable.leastText
        let step = min(widest - next, max(1, over / widestColumns.count))
        for column in widestColumns where over > 0 {
          widths[column] -= step
          over -= step
        }
      }
      guard excess() > 0, widths.count > 1 else { break }
      widths.removeLast()
      hidden.insert(headings[widths.count], at: 0)
    }
    if excess() > 0, widths.count == 1 { widths[0] = width }
  }

  var text: String {
    var lines: [String] = []
    if !widths.isEmpty {
      lines.append(line(headings, style: "1"))
      lines.append(styled(widths.map { String(repeating: "─", count: $0) }.joined(separator: space), "2"))
    }
    for (index, row) in body.enumerated() {
      if index == fold { lines.append(foldLine) }
      lines.append(line(row))
    }
    if fold == body.count { lines.append(foldLine) }
    lines.append(styled(footer, "2"))
    return lines.joined(separator: "\n") + "\n"
  }

  private var space: String { String(repeating: " ", count: TerminalTable.gap) }

  private var foldLine: String {
    styled(widths.indices.map { fitted("⋮", $0) }.joined(separator: space).trimmedEnd, "2")
  }

  private func line(_ cells: [String], style: String? = nil) -> String {
    let text = widths.indices.map { fitted(cells[$0], $0) }.joined(separator: space).trimmedEnd
    return style.map { styled(text, $0) } ?? text
  }

  private func fitted(_ text: String, _ column: Int) -> String {
    Fitting.padded(Fitting.truncated(text, to: widths[column]), to: widths[column], numeric[column] ? .right : .left)
  }

  private var footer: String {
    let language = options.language
    var text = language("共 \(total) 行", total == 1 ? "1 row" : "\(total) rows")
    if body.count < total { text += language("（显示 \(body.count) 行）", " (\(body.count) shown)") }
    if !hidden.isEmpty {
      let names = hidden.joined(separator: language("、", ", "))
      text += language(
        "，另有 \(hidden.count) 列放不下：\(names)",
        ", \(hidden.count) more \(hidden.count == 1 ? "column" : "columns"): \(names)")
    }
    return text
  }

  private func styled(_ text: String, _ code: String) -> String {
    options.color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
