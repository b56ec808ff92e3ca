import Columns

/// An array of objects, one a line, keys in the order of the columns.
///
/// Decimals are JSON numbers with all their digits (12.50), moments `2026-09-30T17:50:00+08:00`, days `2026-09-30`,
/// shares `{"part":1,"whole":3}`: a share without its sample size could not be added up. Nothing is `null`.
struct JSONTable {
  let table: ResultTable

  init(_ table: ResultTable) { self.table = table }

  var text: String {
    guard !table.rows.isEmpty else { return "[]\n" }
    let keys = JSONTable.distinct(table.columns.map(\.name)).map(JSONTable.quoted)
    let objects = table.rows.map { row in
      "{" + keys.indices.map { keys[$0] + ":" + JSONTable.value(table.cell(row, $0)) }.joined(separator: ",") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  /// Names with `_2`, `_3` after those that repeat: of two equal keys, readers of JSON keep one.
  private static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)_\(number)"
        number += 1
      }
      return candidate
    }
  }

  private static func value(_ cell: Cell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text), .word(let text, _): quoted(text)
    case .integer, .decimal, .flag: cell.plain
    case .ratio(let part, let whole): "{\"part\":\(part),\"whole\":\(whole)}"
    case .day(let day): quoted(day.description)
    case .moment(let moment): quoted(moment.iso8601)
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      // Besides what JSON asks for: what a terminal would obey, and what JavaScript once took for the end of a line.
      case _ where VisibleText.mustBeSeen(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
