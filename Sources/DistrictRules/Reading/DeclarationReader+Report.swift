internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func report() -> Report? {
    allow("each", "where", "columns", "order", "sort", "limit", "by", "group", "figures", "events", "rows")
    let heading = heading()
    if body.has("season") {
      sink.add(
        RuleProblem(
          "key-not-for-this", at: ["season"], Wording(chinese: "报表列的是现有的记录，没有季节", english: "a report lists the records that there are: it has no season"),
          help: Wording(chinese: "在 范围 里写日期，或另写 任务", english: "write the dates under `where`")))
    }
    let content: Report.Content?
    if body.has("rows") {
      if case .function(let function)? = body.at("rows") {
        content = .function(function)
      } else {
        body.wrong("rows", chinese: "函数", english: "a function", help: .init(chinese: "写作 函数(期间) … 结束", english: "write function(period) … end"))
        content = nil
      }
    } else {
      content = reportTable()
    }
    guard let heading, let content else { return nil }
    return Report(heading: heading, content: content)
  }

  private var orderKey: String { body.has("sort") ? "sort" : "order" }

  private func reportTable() -> Report.Content? {
    guard let schema = body.collection("each") else { return nil }
    let scope = body.condition("where", over: schema)
    let columns = paths("columns", schema)
    let limit = body.whole("limit", in: 1...1_000_000)
    // `order` is also the name of a table, so that its Chinese word is not free: 排序 is `sort`, and 分组 `group`.
    let order = body.texts(orderKey).map { word in
      word.hasPrefix("-") ? "-" + CityVocabulary.english(String(word.dropFirst())) : CityVocabulary.english(word)
    }
    let table = ReportTable(table: schema, scope: scope, columns: columns, order: order, limit: limit)
    if body.has("events") {
      return events(schema).map { events in
        check(order, among: ["count"] + (columns.isEmpty ? schema.fields.map(\.name) : columns.map { $0.joined(separator: "_") }) + events.same.map(\.name))
        return .events(table, events)
      }
    }
    if body.has("by") || body.has("group") || body.has("figures") {
      let by = paths(body.has("by") ? "by" : "group", schema), figures = figures(schema)
      check(order, among: by.map { $0.joined(separator: "_") } + figures.map(\.name))
      return .groups(table, by: by, figures: figures)
    }
    check(order, among: schema.fields.map(\.name) + columns.map { $0.joined(separator: "_") })
    return .rows(table)
  }

  private func check(_ order: [String], among names: [String]) {
    for word in order {
      let bare = word.hasPrefix("-") ? String(word.dropFirst()) : word
      if !names.contains(bare) {
        sink.add(.unknown("unknown-field", bare, at: [orderKey], what: .init(chinese: "报表", english: "the report"), among: names))
      }
    }
  }

  /// Names of fields, or `{ project = "street" }` through references.
  private func paths(_ key: String, _ schema: TableSchema) -> [[String]] {
    var paths: [[String]] = []
    func follow(_ value: LuaValue, _ schema: TableSchema, _ path: [String]) {
      switch value {
      case .string(let word):
        if let field = body.field(word, of: schema, at: [key, word]) { paths.append(path + [field.name]) }
      case .table(let table):
        for item in table.array { follow(item, schema, path) }
        for (name, inner) in table.named {
          guard let field = body.field(name, of: schema, at: [key, name]) else { continue }
          guard case .reference(let target) = field.type, let next = CitySchema.table(target) else {
            sink.add(.wrongType([key, name], expected: .init(chinese: "通向其他表的字段", english: "a field that leads to another table"), found: field.type.name))
            continue
          }
          follow(inner, next, path + [field.name])
        }
      default: body.wrong(key, chinese: "字段名", english: "names of fields")
      }
    }
    if let value = body.at(key) { follow(value, schema, []) }
    return paths
  }

  private func figures(_ schema: TableSchema) -> [Report.Figure] {
    guard body.has("figures") else { return [.init(name: "count", kind: .count)] }
    guard let keys = body.inner("figures", chinese: "{ 名称 = 计数 }", english: "{ name = count }") else { return [] }
    if !keys.table.array.isEmpty { keys.allow(keys.table.named.map(\.0)) }
    var figures: [Report.Figure] = []
    for (name, value) in keys.table.named {
      let path = keys.path(name)
      guard case .table(let table) = value, let word = table.at("figure")?.string else {
        keys.wrong(
          name, chinese: "一个数", english: "a figure",
          help: .init(
            chinese: "写作 计数、其中{ … }、占比{ … }、求和 \"…\" 或 去重计数 \"…\"",
            english: "write count, count_where{ … }, share_where{ … }, sum \"…\" or distinct \"…\""))
        continue
      }
      func condition() -> Condition {
        guard case .table(let inner)? = table.at("value") else { return .always }
        return ConditionReader(values: body.values, sink: sink).condition(inner, over: schema, at: path)
      }
      func field() -> Columns.Field? { table.at("value")?.string.flatMap { body.field($0, of: schema, at: path) } }
      switch word {
      case "count_where": figures.append(.init(name: name, kind: .countWhere(condition())))
      case "share_where": figures.append(.init(name: name, kind: .shareWhere(condition())))
      case "sum":
        guard let field = field() else { continue }
        guard field.type.isSummable else {
          sink.add(.wrongType(path, expected: .init(chinese: "可以合计的字段", english: "a field that can be summed"), found: field.name))
          continue
        }
        figures.append(.init(name: name, kind: .sum(field)))
      case "distinct": if let field = field() { figures.append(.init(name: name, kind: .distinct(field))) }
      default: figures.append(.init(name: name, kind: .count))
      }
    }
    return figures
  }

  private func events(_ schema: TableSchema) -> Report.Events? {
    guard let keys = body.inner("events", chinese: "{ 同 = { … }, 时限 = 小时(24) }", english: "{ same = { … }, within = hours(24) }") else { return nil }
    keys.allow(["same", "within"])
    for key in ["same", "within"] where !keys.has(key) {
      keys.missing(key, chinese: "写明哪些字段相同、多长时间之内", english: "say which fields agree, and in what time")
    }
    if schema.dated == nil {
      sink.add(
        RuleProblem(
          "no-date", at: keys.path, Wording(chinese: "`\(schema.chinese)` 没有日期，不能按时间合并", english: "`\(schema.plural)` have no date, so they make no events"),
          help: Wording(chinese: "改看有日期的记录", english: "look at rows that have a date")))
    }
    let same = keys.texts("same").compactMap { keys.field($0, of: schema, at: keys.path("same")) }
    guard let within = keys.span("within", [.seconds, .calendarDays, .calendarMonths]), !same.isEmpty else { return nil }
    return .init(same: same, within: within)
  }
}
