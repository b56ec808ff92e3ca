import Columns

/// A table of GitHub-flavoured Markdown that also reads well as it is.
struct MarkdownTable {
  let table: ResultTable
  let language: ReportLanguage

  init(_ table: ResultTable, language: ReportLanguage) {
    self.table = table
    self.language = language
  }

  var text: String {
    guard !table.columns.isEmpty else { return "\n" }
    let indices = table.columns.indices
    let headings = table.headings(language).map(Markdown.escaped)
    let styles = indices.map(table.decimalStyle)
    let numeric = indices.map(table.isNumeric)
    let body = table.rows.map { row in
      indices.map { Markdown.escaped(table.shown(row, $0, language, decimals: styles[$0])) }
    }
    let widths = indices.map { column in
      body.reduce(max(3, DisplayWidth.of(headings[column]))) { max($0, DisplayWidth.of($1[column])) }
    }
    func line(_ cells: [String]) -> String {
      let fitted = indices.map { Fitting.padded(cells[$0], to: widths[$0], numeric[$0] ? .right : .left) }
      return "| " + fitted.joined(separator: " | ") + " |\n"
    }
    let rule = indices.map { column in
      String(repeating: "-", count: widths[column] - (numeric[column] ? 1 : 0)) + (numeric[column] ? ":" : "")
    }
    return line(headings) + line(rule) + body.map(line).joined()
  }
}

/// Markdown text that says what it says.
enum Markdown {
  /// The text with everything that Markdown or HTML would take for markup escaped; line breaks are shown as `␊`.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    let scalars = Array(VisibleText.of(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "|", "\\", "`", "*", "[", "]", "~": escaped += "\\" + String(scalar)
      // Within a word (`accepted_at`) an underscore is only itself.
      case "_":
        let within =
          index > 0 && index + 1 < scalars.count && isWord(scalars[index - 1]) && isWord(scalars[index + 1])
        escaped += within ? "_" : "\\_"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
