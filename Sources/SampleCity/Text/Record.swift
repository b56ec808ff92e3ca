internal import CityModel
internal import Columns

/// One row of a small table, in the schema's order; a field that is not given is missing.
struct Record {
  var cells: [String]

  init(_ schema: TableSchema, _ values: [(Field, String?)]) {
    let fields = schema.storedFields
    cells = Array(repeating: "", count: fields.count)
    for (field, value) in values {
      guard let value, let at = fields.firstIndex(where: { $0.name == field.name }) else { continue }
      cells[at] = value
    }
  }

  init(cells: [String]) { self.cells = cells }

  /// The row as a line of RFC 4180, ended by LF.
  var line: String { cells.map(Record.quoted).joined(separator: ",") + "\n" }

  private static func quoted(_ cell: String) -> String {
    let special = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard special else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension Optional where Wrapped == Day {
  var text: String? { map(\.description) }
}

extension Bool {
  var text: String { self ? "true" : "false" }
}
