import CityModel
import Columns

/// Reads the plain form in which the shipped files are written, so that these tests need no YAML library; the register's
/// tests prove that a YAML library reads the same.
enum PlainYAML {
  static func parameters(_ text: String) throws -> Parameters {
    var entries: [ParameterNode.Entry] = []
    var values: [ParameterNode] = []
    var name: String?
    var fields: [ParameterNode.Entry] = []
    func closeValue() {
      if !fields.isEmpty { values.append(ParameterNode(.map(fields))) }
      fields = []
    }
    func closeName() {
      closeValue()
      if let name { entries.append(.init(name, ParameterNode(.list(values)))) }
      values = []
    }
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(raw)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if !line.hasPrefix(" ") {
        closeName()
        name = String(line.dropLast())
        continue
      }
      if line.hasPrefix("  - ") { closeValue() }
      let body = line.dropFirst(4)
      guard let colon = body.firstIndex(of: ":") else { continue }
      let value = String(body[body.index(after: colon)...].drop(while: { $0 == " " }))
      fields.append(
        .init(
          String(body[..<colon]), line: number + 1, column: 5,
          ParameterNode(.scalar(value), line: number + 1, column: 7)))
    }
    closeName()
    return try Parameters(parsing: ParameterNode(.map(entries)))
  }
}

enum Fixture {
  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }
  static func moment(_ text: String) -> Moment { Moment(text) ?? Moment(seconds: 0) }

  static let calendar = WorkingCalendar([
    .init(
      2026, source: "国务院办公厅 2025-11-04",
      off: [
        day("2026-01-01")...day("2026-01-03"), day("2026-02-15")...day("2026-02-23"),
        day("2026-04-04")...day("2026-04-06"),
        day("2026-05-01")...day("2026-05-05"), day("2026-06-19")...day("2026-06-21"),
        day("2026-09-25")...day("2026-09-27"),
        day("2026-10-01")...day("2026-10-07"),
      ],
      work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"].map(day))
  ])

  /// The shipped parameters, read once.
  private static let parameters = Result { try PlainYAML.parameters(Rulebook.parameterFile) }

  static func rulebook() throws -> Rulebook { Rulebook(parameters: try parameters.get(), calendar: calendar) }

  /// The shipped parameters with one value replaced from the start of 2026.
  static func rulebook<V>(_ key: ParameterKey<V>, _ value: V) throws -> Rulebook {
    var rulebook = try rulebook()
    rulebook.parameters = rulebook.parameters.setting(
      key, to: value, from: day("2026-01-01"), source: "test", mark: .assumption)
    return rulebook
  }
}
