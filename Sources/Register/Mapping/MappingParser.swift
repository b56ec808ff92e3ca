internal import CityModel
internal import Columns

/// Reads a mapping out of YAML and checks every word of it against the model.
struct MappingParser {
  let path: String
  private static let schema = Complaint.schema
  private static let topics = ["mapping", "revision", "title", "source", "columns", "ignored", "defaults", "tables", "spreads"]

  func parse(_ top: YAMLCursor) throws(RegisterError) -> ComplaintMapping {
    let members = try top.members(allowed: MappingParser.topics)
    func required(_ name: String) throws(RegisterError) -> YAMLCursor {
      guard let value = members[name] else {
        throw top.problem(
          "`\(name)` is missing", "缺少 `\(name)`", help: "write `\(name): …` at the top level", "请在顶层写 `\(name): …`")
      }
      return value
    }
    let tables = try members["tables"].map { (cursor) throws(RegisterError) in try parseTables(cursor) } ?? [:]
    let spreads = try members["spreads"].map { (cursor) throws(RegisterError) in try parseSpreads(cursor) } ?? [:]
    var columns: [ComplaintMapping.Column] = []
    var personal: [String: PersonalRecord.Part] = [:]
    for (key, value) in try required("columns").members() {
      if let part = try personalPart(value) {
        guard !personal.values.contains(part) else {
          throw key.problem(
            "two columns fill `\(part.heading)`", "两列都填入 `\(part.heading)`", help: "ignore one of them", "请把其中一列放入 ignored")
        }
        personal[try key.text()] = part
        continue
      }
      let column = try parseColumn(key.text(), value, tables: tables, spreads: spreads)
      if columns.contains(where: { $0.field.name == column.field.name }) {
        throw key.problem(
          "two columns fill `\(column.field.name)`", "两列都填入 `\(column.field.name)`", help: "ignore one of them",
          "请把其中一列放入 ignored")
      }
      columns.append(column)
    }
    let ignored = try members["ignored"].map { (cursor) throws(RegisterError) in try parseIgnored(cursor) } ?? []
    for name in ignored where columns.contains(where: { $0.name == name }) || personal[name] != nil {
      throw top.problem("`\(name)` is both mapped and ignored", "`\(name)` 既映射又忽略", help: "keep one", "请保留一处")
    }
    let defaults = try members["defaults"].map { (cursor) throws(RegisterError) in try parseDefaults(cursor, columns) } ?? [:]
    for field in MappingParser.schema.storedFields where field.isRequired && field.name != Complaint.source.name {
      guard columns.contains(where: { $0.field.name == field.name }) || defaults[field.name] != nil else {
        throw top.problem(
          "nothing fills `\(field.name)`, which every complaint must have", "没有任何列或默认值填入必填字段 `\(field.name)`（\(field.chinese)）",
          help: "map a column to it, or give it a value under `defaults`", "请映射一列，或在 defaults 中给出值")
      }
    }
    return ComplaintMapping(
      path: path, name: try required("mapping").text(), revision: try required("revision").text(),
      source: try required("source").text(), columns: columns, ignored: ignored, personal: personal, defaults: defaults, spreads: spreads)
  }

  // MARK: Columns

  private func parseColumn(
    _ name: String, _ cursor: YAMLCursor, tables: [String: [String: YAMLCursor]], spreads: [String: ComplaintMapping.Spread]
  ) throws(RegisterError) -> ComplaintMapping.Column {
    let members = try cursor.members(
      allowed: ["field", "formats", "time", "table", "otherwise", "optional", "empty", "by", "spread", "person"])
    guard let fieldCursor = members["field"] else {
      throw cursor.problem("`field` is missing", "缺少 `field`", help: "name the field that the column fills", "请指明该列填入的字段")
    }
    let field = try parseField(fieldCursor)
    var column = ComplaintMapping.Column(
      name: name, field: field, how: .plain,
      place: cursor.place)
    if let optional = members["optional"] { column.isOptional = try optional.flag() }
    if let empty = members["empty"] { column.empty = try checkedWord(empty, field) }
    column.how =
      switch field.type {
      case .moment: try parseMoment(members, fieldCursor)
      case .enumeration: try parseWords(members, field, tables)
      case .reference where field.name == Complaint.project.name: try parseProject(members, cursor, tables, spreads)
      case .token: .person
      default: .plain
      }
    return column
  }

  /// The kind of personal data that a column holds, if its field is one.
  private func personalPart(_ cursor: YAMLCursor) throws(RegisterError) -> PersonalRecord.Part? {
    for (key, value) in cursor.isMapping ? try cursor.members() : [] {
      if try key.text() == "field", let part = PersonalRecord.Part(heading: try value.text()) {
        _ = try cursor.members(allowed: ["field"])
        return part
      }
    }
    return nil
  }

  private func parseField(_ cursor: YAMLCursor) throws(RegisterError) -> Field {
    let name = try cursor.text()
    let fields = MappingParser.schema.storedFields.filter {
      $0.name != Complaint.source.name && $0.name != Complaint.enterprise.name
    }
    guard let field = fields.first(where: { $0.name == name || $0.chinese == name }) else {
      let near = Nearest.word(to: name, among: fields.flatMap { [$0.name, $0.chinese] })
      throw cursor.problem(
        "complaints have no field `\(name)` that a column can fill", "投诉没有可由列填入的字段 `\(name)`",
        help: (near.map { "did you mean `\($0)`? " } ?? "") + "fields: \(fields.map(\.name).joined(separator: ", "))",
        (near.map { "是否为 `\($0)`？" } ?? "") + "字段：\(fields.map(\.chinese).joined(separator: "、"))")
    }
    return field
  }

  private func parseMoment(_ members: [String: YAMLCursor], _ field: YAMLCursor) throws(RegisterError) -> ComplaintMapping.How {
    guard let formats = members["formats"] else { return .plain }
    var patterns: [DatePattern] = []
    for format in try formats.texts() {
      guard let pattern = DatePattern(format) else {
        throw formats.problem(
          "`\(format)` is no date format", "`\(format)` 不是日期格式", help: "use yyyy M MM d dd H HH mm ss: `yyyy/M/d HH:mm`",
          "请用 yyyy M MM d dd H HH mm ss，如 `yyyy/M/d HH:mm`")
      }
      patterns.append(pattern)
    }
    guard let time = members["time"] else { return .moment(patterns, secondOfDay: 0) }
    let text = try time.text()
    guard let clock = DatePattern("HH:mm")?.clock(text) ?? DatePattern("HH:mm:ss")?.clock(text) else {
      throw time.problem("a time of day is expected here", "此处应为一天中的时刻", help: "write `\"23:59\"`", "请写 `\"23:59\"`")
    }
    return .moment(patterns, secondOfDay: clock)
  }

  private func parseWords(
    _ members: [String: YAMLCursor], _ field: Field, _ tables: [String: [String: YAMLCursor]]
  ) throws(RegisterError) -> ComplaintMapping.How {
    guard let cursor = members["table"] else { return .plain }
    var words: [String: String] = [:]
    for (word, value) in try table(cursor, tables) { words[word] = try checkedWord(value, field) }
    var otherwise = try members["otherwise"].map { (cursor) throws(RegisterError) in try checkedWord(cursor, field) }
    // What no table knows is stored as unknown and counted, so that somebody can add it to the table.
    if otherwise == nil, field.name == Complaint.category.name { otherwise = "unknown" }
    return .words(words, otherwise: otherwise)
  }

  private func parseProject(
    _ members: [String: YAMLCursor], _ cursor: YAMLCursor, _ tables: [String: [String: YAMLCursor]],
    _ spreads: [String: ComplaintMapping.Spread]
  ) throws(RegisterError) -> ComplaintMapping.How {
    switch try members["by"]?.text() ?? "code" {
    case "code": return .projectCode
    case "name": return .projectName
    case "table":
      guard let name = members["table"] else {
        throw cursor.problem("`table` is missing", "缺少 `table`", help: "name the table of projects", "请指明项目对照表")
      }
      var codes: [String: String] = [:]
      for (word, value) in try table(name, tables) { codes[word] = try value.text() }
      return .projects(codes)
    case "spread":
      guard let cursor = members["spread"], case let name = try cursor.text(), spreads[name] != nil else {
        throw (members["spread"] ?? cursor).problem(
          "no such spread rule", "没有这个分配规则", help: "name one of `spreads`: \(spreads.keys.sorted().joined(separator: ", "))",
          "请用 spreads 中的名称：\(spreads.keys.sorted().joined(separator: "、"))")
      }
      return .spread(name)
    default:
      throw (members["by"] ?? cursor).problem(
        "a project is found by `code`, `name`, `table` or `spread`", "项目由 `code`、`name`、`table` 或 `spread` 确定", help: "write one of the four",
        "请写四者之一")
    }
  }

  // MARK: Parts

  private func table(
    _ cursor: YAMLCursor, _ tables: [String: [String: YAMLCursor]]
  ) throws(RegisterError) -> [String: YAMLCursor] {
    let name = try cursor.text()
    guard let table = tables[name] else {
      throw cursor.problem(
        "there is no table `\(name)`", "没有对照表 `\(name)`", help: "tables: \(tables.keys.sorted().joined(separator: ", "))",
        "对照表：\(tables.keys.sorted().joined(separator: "、"))")
    }
    return table
  }

  private func parseTables(_ cursor: YAMLCursor) throws(RegisterError) -> [String: [String: YAMLCursor]] {
    var tables: [String: [String: YAMLCursor]] = [:]
    for (key, value) in try cursor.members() {
      var words: [String: YAMLCursor] = [:]
      for (word, meaning) in try value.members() { words[try word.text()] = meaning }
      tables[try key.text()] = words
    }
    return tables
  }

  private func parseSpreads(_ cursor: YAMLCursor) throws(RegisterError) -> [String: ComplaintMapping.Spread] {
    var spreads: [String: ComplaintMapping.Spread] = [:]
    for (key, value) in try cursor.members() {
      let members = try value.members(allowed: ["number", "reason", "places"])
      guard let number = members["number"], let reason = members["reason"], let list = members["places"] else {
        throw value.problem(
          "a spread rule needs `number`, `reason` and `places`", "分配规则须有 `number`、`reason` 和 `places`",
          help: "say which column is hashed, why rows are spread, and over what", "请写明散列哪一列、为何分配、分配到何处")
      }
      var places: [String: (codes: [String], place: ComplaintMapping.Place)] = [:]
      for (word, codes) in try list.members() {
        places[try word.text()] = (
          try codes.texts(), codes.place
        )
      }
      spreads[try key.text()] = .init(
        number: try number.text(), reason: try reason.text(), places: places,
        place: value.place)
    }
    return spreads
  }

  /// A list of names, or names with the reason of each.
  private func parseIgnored(_ cursor: YAMLCursor) throws(RegisterError) -> [String] {
    guard cursor.isMapping else { return try cursor.texts() }
    var names: [String] = []
    for (key, value) in try cursor.members() {
      _ = try value.text()
      names.append(try key.text())
    }
    return names
  }

  private func parseDefaults(
    _ cursor: YAMLCursor, _ columns: [ComplaintMapping.Column]
  ) throws(RegisterError) -> [String: String] {
    var defaults: [String: String] = [:]
    for (key, value) in try cursor.members() {
      let field = try parseField(key)
      if columns.contains(where: { $0.field.name == field.name && !$0.isOptional }) {
        throw key.problem(
          "`\(field.name)` is filled by a column", "`\(field.name)` 已由列填入", help: "use `empty` at that column for empty cells",
          "空单元格的值请在该列用 `empty` 给出")
      }
      defaults[field.name] = try checkedWord(value, field)
    }
    return defaults
  }

  /// The text, which for an enumeration must be one of its words; then the English one is returned.
  private func checkedWord(_ cursor: YAMLCursor, _ field: Field) throws(RegisterError) -> String {
    let text = try cursor.text()
    guard case .enumeration(let enumeration) = field.type else { return text }
    guard let index = enumeration.index(of: text) else {
      let words = enumeration.values.flatMap { [$0.name, $0.chinese] }
      let near = Nearest.word(to: text, among: words)
      throw cursor.problem(
        "`\(text)` is no \(field.name)", "`\(text)` 不是“\(field.chinese)”的规定用词",
        help: (near.map { "did you mean `\($0)`? " } ?? "") + "one of: \(enumeration.values.map(\.name).joined(separator: ", "))",
        (near.map { "是否为 `\($0)`？" } ?? "") + "可用：\(enumeration.values.map(\.chinese).joined(separator: "、"))")
    }
    return enumeration.values[index].name
  }
}
