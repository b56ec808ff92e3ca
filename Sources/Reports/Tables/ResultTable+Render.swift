public import Columns

extension ResultTable {
  /// The result as text that ends with a line break, the same bytes for the same table and options.
  public func rendered(as format: TableFormat, options: TableOptions = TableOptions()) -> String {
    switch format {
    case .table: TerminalTable(self, options: options).text
    case .csv: CSVTable(self, options: options).text
    case .json: JSONTable(self).text
    case .markdown: MarkdownTable(self, language: options.language).text
    }
  }

  func headings(_ language: ReportLanguage) -> [String] {
    columns.map { VisibleText.of(language($0.title, $0.name)) }
  }

  /// The cell at a place, `empty` where a row is shorter than the header.
  func cell(_ row: [Cell], _ column: Int) -> Cell { column < row.count ? row[column] : .empty }

  /// Whether a column holds numbers, and so stands at the right.
  func isNumeric(_ column: Int) -> Bool {
    var seen = false
    for row in rows {
      let value = cell(row, column)
      if value == .empty { continue }
      guard value.isNumeric else { return false }
      seen = true
    }
    return seen
  }

  /// What a person reads at a place.
  func shown(_ row: [Cell], _ column: Int, _ language: ReportLanguage, decimals: Cell.DecimalStyle) -> String {
    let value = cell(row, column)
    switch (column < columns.count ? columns[column].type : nil, value) {
    case (.enumeration(let enumeration), .text(let name)) where language == .chinese:
      return enumeration.values.first { $0.name == name }?.chinese ?? VisibleText.of(name)
    case (.elapsed, .integer(let seconds)): return LengthOfTime.text(seconds, language)
    default: return value.shown(language, decimals: decimals)
    }
  }

  /// The decimals that make the points of a column stand in line without needless zeros.
  ///
  /// Amounts (two decimals) keep both; points (three) show as many as the most exact of the column needs.
  func decimalStyle(_ column: Int) -> Cell.DecimalStyle {
    let places = rows.map { row in
      switch cell(row, column) {
      case .decimal(_, let digits) where digits <= 2: digits
      case let value: value.decimalPlaces
      }
    }
    return .trimmed(atLeast: places.max() ?? 0)
  }
}

extension Cell {
  /// What a person reads, harmless in a terminal.
  func shown(_ language: ReportLanguage, decimals: DecimalStyle) -> String {
    switch self {
    case .empty: "–"
    case .text(let text): VisibleText.of(text)
    case .word(let text, let chinese): VisibleText.of(language(chinese, text))
    case .flag(let value): value ? language("是", "yes") : language("否", "no")
    default: plain(decimals: decimals)
    }
  }
}
