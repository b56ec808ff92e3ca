internal import Columns

extension Parameters {
  /// Reads a parameter file: for every name a list of values, each with `from`, `value`, `source`, `mark` and maybe `to`.
  ///
  /// - Throws: ``ParameterError`` with line and column, at the first mistake.
  public init(parsing root: ParameterNode) throws(ParameterError) {
    guard let top = root.map else {
      throw ParameterError(
        .shape, key: "parameters", detail: "expected names with their values", line: root.line, column: root.column)
    }
    var entries: [String: [Entry]] = [:]
    for entry in top {
      guard entries[entry.key] == nil else {
        throw ParameterError(
          .duplicate, key: entry.key, line: entry.line, column: entry.column,
          help: "put all values of a parameter into one list")
      }
      guard let description = CityParameters.description(of: entry.key) else {
        let near = Spelling.nearest(to: entry.key, among: CityParameters.all.map(\.name))
        throw ParameterError(
          .unknown, key: entry.key, line: entry.line, column: entry.column,
          help: near.map { "did you mean `\($0)`?" } ?? "the reference lists every parameter")
      }
      entries[entry.key] = try Parameters.values(of: description, entry.value)
    }
    self.init(entries)
  }

  private static func values(
    of parameter: ParameterDescription, _ node: ParameterNode
  ) throws(ParameterError) -> [Entry] {
    guard let items = node.list ?? (node.map == nil ? nil : [node]), !items.isEmpty else {
      throw ParameterError(
        .shape, key: parameter.name, detail: "expected a list of dated values", line: node.line, column: node.column,
        help: "write `- from: 2026-01-01`, then `value:`, `source:` and `mark:`")
    }
    var entries: [Entry] = []
    for item in items { entries.append(try value(of: parameter, item)) }
    entries.sort { $0.from < $1.from }
    for (earlier, later) in zip(entries, entries.dropFirst()) {
      guard later.from != earlier.from, earlier.to.map({ $0 < later.from }) ?? true else {
        throw ParameterError(
          .overlap, key: parameter.name, detail: "\(later.from)", line: node.line, column: node.column,
          help: "give each value its own first day, and end the earlier one before it")
      }
    }
    return entries
  }

  private static func value(of parameter: ParameterDescription, _ node: ParameterNode) throws(ParameterError) -> Entry {
    let name = parameter.name
    guard let map = node.map else {
      throw ParameterError(
        .shape, key: name, detail: "expected `from`, `value`, `source`, `mark`", line: node.line, column: node.column)
    }
    var fields: [String: ParameterNode] = [:]
    for entry in map {
      guard ["from", "to", "value", "source", "mark"].contains(entry.key) else {
        let near = Spelling.nearest(to: entry.key, among: ["from", "to", "value", "source", "mark"])
        throw ParameterError(
          .shape, key: name, detail: "`\(entry.key)`", line: entry.line, column: entry.column,
          help: near.map { "did you mean `\($0)`?" } ?? "a value has `from`, `to`, `value`, `source`, `mark`")
      }
      guard fields.updateValue(entry.value, forKey: entry.key) == nil else {
        throw ParameterError(.duplicate, key: "\(name) \(entry.key)", line: entry.line, column: entry.column)
      }
    }
    guard let from = try day(fields["from"], name, node) else {
      throw ParameterError(.badDate, key: name, detail: "no `from`", line: node.line, column: node.column)
    }
    let to = try day(fields["to"], name, node)
    if let to, to < from {
      throw ParameterError(.badDate, key: name, detail: "`to` is before `from`", line: node.line, column: node.column)
    }
    guard let text = fields["value"]?.scalar, let value = parameter.kind.parse(text) else {
      let at = fields["value"] ?? node
      throw ParameterError(
        .wrongType, key: name, detail: fields["value"]?.scalar.map { "`\($0)`" } ?? "no `value`", line: at.line,
        column: at.column, help: "expected \(parameter.kind.form)")
    }
    guard let source = fields["source"]?.scalar, source.contains(where: { !$0.isWhitespace }) else {
      throw ParameterError(
        .missingSource, key: name, line: node.line, column: node.column,
        help: "add `source:` with the article, the document or the reason")
    }
    guard let word = fields["mark"]?.scalar, let mark = ParameterMark(rawValue: word) else {
      let at = fields["mark"] ?? node
      throw ParameterError(
        .badMark, key: name, detail: fields["mark"]?.scalar.map { "`\($0)`" } ?? "no `mark`", line: at.line,
        column: at.column, help: "one of `law`, `draft`, `assumption`")
    }
    return Entry(value, from: from, to: to, source: source, mark: mark)
  }

  private static func day(_ node: ParameterNode?, _ name: String, _ item: ParameterNode) throws(ParameterError) -> Day?
  {
    guard let node else { return nil }
    guard let text = node.scalar, let day = Day(text) else {
      throw ParameterError(
        .badDate, key: name, detail: node.scalar.map { "`\($0)`" } ?? "not a day", line: node.line, column: node.column,
        help: "write a day as `2026-01-01`")
    }
    return day
  }
}
