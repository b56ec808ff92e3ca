import Columns

/// RFC 4180: header of names, CRLF, quotes only where they are needed.
///
/// Moments are `2026-09-30 17:50:00` in Asia/Shanghai, which spreadsheets and databases read; shares are percentages
/// with one decimal (JSON keeps both numbers).
struct CSVTable {
  let table: ResultTable
  let options: TableOptions

  init(_ table: ResultTable, options: TableOptions) {
    self.table = table
    self.options = options
  }

  var text: String {
    var text = options.byteOrderMark ? "\u{FEFF}" : ""
    text += table.columns.map { field($0.name, isText: true) }.joined(separator: ",") + "\r\n"
    for row in table.rows {
      text += table.columns.indices.map { field(table.cell(row, $0)) }.joined(separator: ",") + "\r\n"
    }
    return text
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .word(let text, _): field(text, isText: true)
    case .moment(let moment): moment.secondOfDay % 60 == 0 ? moment.description + ":00" : moment.description
    default: field(cell.plain, isText: false)
    }
  }

  private func field(_ text: String, isText: Bool) -> String {
    let safe = isText && options.guardsFormulas && CSVTable.isFormula(text) ? "'" + text : text
    // A lone empty field would read as an empty line.
    if safe.isEmpty { return table.columns.count == 1 ? "\"\"" : "" }
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return safe }
    return "\"" + safe.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// Whether a spreadsheet may execute the text when it opens the file: `= + - @`, their full-width forms, after any
  /// white space (OWASP, CSV injection). A lone sign does nothing.
  static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if let first = scalars.first, first == "\t" || first == "\r" || first == "\n" { return true }
    let rest = scalars.drop { $0.properties.isWhitespace }
    guard let sign = rest.first, rest.count > 1 else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(sign)
  }
}
