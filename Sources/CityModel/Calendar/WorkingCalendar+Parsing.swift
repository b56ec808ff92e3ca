internal import Columns

extension WorkingCalendar {
  /// Reads a calendar file: a list of years, each with `year`, `source`, `off` (ranges) and `work` (days).
  ///
  /// - Throws: ``ParameterError`` with line and column, at the first mistake.
  public init(parsing root: ParameterNode) throws(ParameterError) {
    guard let items = root.list else {
      throw WorkingCalendar.shape("a list of years", root)
    }
    var years: [Year] = []
    for item in items {
      let year = try WorkingCalendar.year(item)
      guard !years.contains(where: { $0.year == year.year }) else {
        throw ParameterError(.duplicate, key: String(year.year), line: item.line, column: item.column)
      }
      years.append(year)
    }
    self.init(years)
  }

  private static func year(_ node: ParameterNode) throws(ParameterError) -> Year {
    let fields = try fields(node, ["year", "source", "off", "work"])
    guard let text = fields["year"]?.scalar, let year = Int(text), (1...9999).contains(year) else {
      throw shape("`year`", fields["year"] ?? node)
    }
    guard let source = fields["source"]?.scalar, !source.isEmpty else {
      throw ParameterError(
        .missingSource, key: "calendar \(year)", line: node.line, column: node.column,
        help: "add `source:` with the notice")
    }
    var off: [ClosedRange<Day>] = []
    for range in fields["off"]?.list ?? [] {
      let parts = try self.fields(range, ["name", "from", "to"])
      let from = try day(parts["from"] ?? range, in: year)
      let to = try day(parts["to"] ?? range, in: year)
      guard from <= to else { throw shape("`from` not after `to`", range) }
      off.append(from...to)
    }
    var work: [Day] = []
    for node in fields["work"]?.list ?? [] { work.append(try day(node, in: year)) }
    return Year(year, source: source, off: off, work: work)
  }

  private static func fields(_ node: ParameterNode, _ known: [String]) throws(ParameterError) -> [String: ParameterNode]
  {
    guard let map = node.map else { throw shape(known.map { "`\($0)`" }.joined(separator: ", "), node) }
    var fields: [String: ParameterNode] = [:]
    for entry in map {
      guard known.contains(entry.key) else {
        throw ParameterError(
          .shape, key: "calendar", detail: "`\(entry.key)`", line: entry.line, column: entry.column,
          help: Spelling.nearest(to: entry.key, among: known).map { "did you mean `\($0)`?" } ?? "")
      }
      guard fields.updateValue(entry.value, forKey: entry.key) == nil else {
        throw ParameterError(.duplicate, key: entry.key, line: entry.line, column: entry.column)
      }
    }
    return fields
  }

  private static func day(_ node: ParameterNode, in year: Int) throws(ParameterError) -> Day {
    guard let text = node.scalar, let day = Day(text), day.year == year else {
      throw ParameterError(
        .badDate, key: "calendar \(year)", detail: node.scalar.map { "`\($0)`" } ?? "not a day", line: node.line,
        column: node.column, help: "write a day of \(year) as `\(year)-01-01`")
    }
    return day
  }

  private static func shape(_ expected: String, _ node: ParameterNode) -> ParameterError {
    ParameterError(.shape, key: "calendar", detail: "expected \(expected)", line: node.line, column: node.column)
  }
}
