internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func adjustment() -> Adjustment? {
    allow("relates", "each", "where", "when", "counted", "count_once_per", "deduct", "add", "offset", "cap", "because")
    let heading = heading()
    let relates = body.text("relates").flatMap { item($0, at: ["relates"])?.code }
    let because = body.required("because")
    let amounts = ["deduct", "add", "offset"].filter(body.has)
    if amounts.count != 1 {
      body.missing(
        amounts.first ?? "deduct", chinese: "写 扣分、加分、抵回 之一", english: "write one of deduct or add (or offset), and only one")
    }
    guard let table = body.collection("each") else { return nil }
    requireEnterprise(table, "each")
    let scope = body.condition("where", over: table), when = body.condition("when", over: table)
    let key = amounts.first
    let amount = key.flatMap { self.amount($0, table) }
    let counted = counted(table), cap = cap()
    if case .group(let group)? = amount, let cap { check(cap, coarserThan: group) }
    let template = because == nil ? nil : body.template("because", over: table)
    guard let heading, let amount, let template, amounts.count == 1 else { return nil }
    return Adjustment(
      heading: heading, relates: relates, table: table, scope: scope, when: when, amount: amount, deducts: amounts[0] == "deduct",
      counted: counted, cap: cap, because: template)
  }

  private func amount(_ key: String, _ table: TableSchema) -> Adjustment.Amount? {
    if key == "offset" { return offset(table) }
    switch body.at(key) {
    case .function(let function)?: return .function(function)
    case .table?:
      guard let keys = body.inner(key, chinese: "{ 分值 = 1, 每满 = { … } }", english: "{ points = 1, for_each = { … } }") else { return nil }
      if case .function(let function)? = keys.at("points") { return group(function, keys, table) }
      keys.allow(["points", "for_each"] + (keys.has("per") || keys.has("period") ? ["per", "period"] : []))
      for key in ["per", "period"] where keys.has(key) {
        sink.add(
          RuleProblem(
            "key-not-for-this", at: keys.path(key), Wording(chinese: "`\(CityVocabulary.chinese(key))` 只用于由函数算的分值", english: "`\(key)` is for points that a function gives"),
            help: Wording(chinese: "最多多少分写在 封顶 里", english: "the most that there can be is said under `cap`")))
      }
      if !keys.has("points") { keys.missing("points", chinese: "写明分值", english: "say how many points") }
      guard let points = keys.points("points") else { return nil }
      guard keys.has("for_each") else { return .fixed(points) }
      return forEach(keys, points, table)
    default: return body.points(key).map(Adjustment.Amount.fixed)
    }
  }

  /// `{ per = "enterprise", period = "quarter", points = function(e, rows) … end }`.
  private func group(_ function: LuaFunction, _ keys: KeyReader, _ table: TableSchema) -> Adjustment.Amount? {
    keys.allow(["points", "per", "period"])
    if !keys.has("per") {
      keys.missing("per", chinese: "写明合起来算的是什么：每 = \"企业\" 或 每 = \"项目\"", english: "say what is taken together: per = \"enterprise\" or per = \"project\"")
    }
    let per: Adjustment.CapSubject? = keys.word("per"), period: Adjustment.CapPeriod? = keys.word("period")
    guard let per else { return nil }
    if per == .project, table.name != Project.schema.name, table.field("project") == nil {
      sink.add(
        RuleProblem(
          "no-project", at: ["each"],
          Wording(chinese: "`\(table.chinese)` 的行不属于项目，不能按项目合起来算", english: "rows of `\(table.plural)` belong to no estate, so they cannot be taken together by estate"),
          help: Wording(chinese: "写 每 = \"企业\"", english: "write per = \"enterprise\"")))
    }
    return .group(.init(per: per, period: period ?? .year, function: function))
  }

  /// What a group makes cannot be divided, so nothing smaller can be capped.
  private func check(_ cap: Adjustment.Cap, coarserThan group: Adjustment.PointsForGroup) {
    let periods = Adjustment.CapPeriod.allCases
    let isFiner = cap.per == .project && group.per == .enterprise || (periods.firstIndex(of: cap.period) ?? 0) < (periods.firstIndex(of: group.period) ?? 0)
    guard isFiner else { return }
    sink.add(
      RuleProblem(
        "key-not-for-this", at: ["cap"],
        Wording(chinese: "封顶比函数合起来算的还细，分不开", english: "the cap is finer than what the function takes together, which cannot be divided"),
        help: Wording(chinese: "让 封顶 的 每、期 与分值的相同或更粗", english: "make `per` and `period` of the cap the same, or coarser")))
  }

  private func forEach(_ keys: KeyReader, _ points: Points, _ table: TableSchema) -> Adjustment.Amount? {
    guard let units = keys.inner("for_each", chinese: "{ 字段 = 单位 }", english: "{ field = unit }") else { return nil }
    guard units.table.array.isEmpty, units.table.named.count == 1, let (name, value) = units.table.named.first else {
      keys.wrong("for_each", chinese: "恰好一个字段及其单位", english: "exactly one field and its unit")
      return nil
    }
    let path = units.path(name)
    guard let field = units.field(name, of: table, at: path) else { return nil }
    let span = kinds.span(value)
    let allowed: [TimeSpan.Unit] =
      switch field.type {
      case .elapsed: [.seconds, .calendarDays, .calendarMonths]
      case .quantity(CalendarDays.type): table.field("due") == nil ? [.calendarDays] : [.calendarDays, .calendarMonths]
      default: []
      }
    if let span {
      if span.count > 0, span.count < 400_000_000, allowed.contains(span.unit) {
        return .forEach(.init(points: points, field: field, unit: .span(span)))
      }
    } else if allowed.isEmpty {
      switch field.type {
      case .integer, .quantity:
        if let number = sink.noting({ () throws(RuleProblem) in try body.values.number(value, for: field, at: path) }) {
          if number > 0 { return .forEach(.init(points: points, field: field, unit: .number(number))) }
        } else {
          return nil
        }
      default:
        sink.add(
          .wrongType(
            path, expected: .init(chinese: "时长、天数或整数字段", english: "a field that is a duration, a number of days or a whole number"),
            found: field.type.name))
        return nil
      }
    }
    let examples = allowed.isEmpty ? [TimeSpan.Unit.calendarDays] : allowed
    sink.add(
      .wrongType(
        path, "wrong-unit", expected: .init(chinese: "大于零的单位", english: "a unit above zero"), found: value.shown(kinds),
        help: .init(
          chinese: "写作 " + examples.map { CityVocabulary.chinese($0.call) + "(1)" }.joined(separator: "、"),
          english: "write " + examples.map { $0.call + "(1)" }.joined(separator: " or "))))
    return nil
  }

  private func offset(_ table: TableSchema) -> Adjustment.Amount? {
    let words = body.texts("offset")
    var items: [ScoreItem] = []
    for word in words {
      guard let item = item(word, at: ["offset", word]) else { continue }
      guard item.kind == .deduction, item.level == .project else {
        sink.add(
          RuleProblem(
            "offset-not-allowed", at: ["offset", word],
            Wording(chinese: "`\(item.code)` \(item.chinese)不能抵回", english: "`\(item.code)` (\(item.english)) cannot be given back"),
            help: Wording(
              chinese: "只有按项目计算的扣分项可以抵回：\(DeclarationReader.offsetItems)",
              english: "only deductions that are computed for an estate can be: \(DeclarationReader.offsetItems)")))
        continue
      }
      items.append(item)
    }
    guard !words.isEmpty else {
      if let value = body.at("offset"), case .table = value {} else if body.has("offset") { return nil }
      body.wrong("offset", chinese: "评分项代码的列表", english: "a list of scoring items")
      return nil
    }
    if table.name != Project.schema.name, table.field("project") == nil {
      sink.add(
        RuleProblem(
          "no-project", at: ["each"],
          Wording(chinese: "`\(table.chinese)` 的行不属于项目，无从抵回", english: "rows of `\(table.plural)` belong to no estate, so nothing can be given back"),
          help: Wording(chinese: "写 逐条 = 项目", english: "write each = project")))
    }
    return .offset(items)
  }

  private static var offsetItems: String {
    ScoreItem.all.filter { $0.kind == .deduction && $0.level == .project }.map(\.code).joined(separator: " ")
  }

  /// A field of the table that holds a day or a moment.
  private func date(_ word: String, _ keys: KeyReader, of table: TableSchema) -> Columns.Field? {
    guard let field = keys.field(word, of: table, at: keys.path("once_ever")) else { return nil }
    switch field.type {
    case .day, .moment: return field
    default:
      let dates = table.fields.filter { field in
        switch field.type {
        case .day, .moment: true
        default: false
        }
      }
      keys.wrong(
        "once_ever", chinese: "日期字段", english: "a field that holds a date",
        help: Wording(
          chinese: dates.map(\.chinese).joined(separator: "、"), english: dates.map(\.name).joined(separator: ", ")))
      return nil
    }
  }

  private func counted(_ table: TableSchema) -> Adjustment.Counting? {
    var counting = Adjustment.Counting()
    if body.has("count_once_per") {
      counting.onceFor = body.texts("count_once_per").compactMap { body.field($0, of: table, at: ["count_once_per", $0]) }
      return counting
    }
    guard let keys = body.inner("counted", chinese: "{ 每人一次 = \"投诉人\" }", english: "{ once_for = \"complainant\" }") else { return nil }
    keys.allow(["once_for", "within", "once_ever", "at_least", "per"])
    counting.onceFor = keys.texts("once_for").compactMap { keys.field($0, of: table, at: keys.path("once_for") + [$0]) }
    counting.onceEver = keys.text("once_ever").flatMap { date($0, keys, of: table) }
    counting.within = keys.span("within", [.seconds, .calendarDays, .calendarMonths])
    counting.atLeast = keys.whole("at_least", in: 1...1_000_000)
    counting.per = keys.word("per")
    if counting.within != nil, !keys.has("once_for") {
      keys.missing("once_for", chinese: "写明哪些行算同一件事", english: "say which rows belong together")
    }
    if keys.has("at_least"), !keys.has("per") {
      keys.missing("per", chinese: "写明在多长时间里：每 = \"季度\"", english: "say in which time: per = \"quarter\"")
    }
    if keys.has("per"), !keys.has("at_least") { keys.missing("at_least", chinese: "写明至少几件", english: "say how many at least") }
    if counting.atLeast != nil || counting.within != nil, table.dated == nil, counting.onceEver == nil {
      sink.add(
        RuleProblem(
          "no-date", at: keys.path, Wording(chinese: "`\(table.chinese)` 没有日期，不能按时间计次", english: "`\(table.plural)` have no date, so nothing is counted by time"),
          help: Wording(chinese: "去掉与时间有关的计次", english: "leave out what counts by time")))
    }
    return counting
  }

  private func cap() -> Adjustment.Cap? {
    let most = body.at("cap").flatMap { $0.decimal(digits: 3) == nil ? nil : $0.shown(kinds) } ?? "5"
    guard
      let keys = body.inner(
        "cap", chinese: "{ 分值 = \(most), 每 = \"企业\", 期 = \"年度\" }",
        english: "{ points = \(most), per = \"enterprise\", period = \"year\" }")
    else { return nil }
    keys.allow(["points", "deduct", "add", "per", "period"])
    let names = ["points", "deduct", "add"].filter(keys.has)
    if names.count != 1 { keys.missing("points", chinese: "写明封顶分值", english: "say the most points") }
    let points = names.first.flatMap(keys.points)
    let per: Adjustment.CapSubject? = keys.word("per")
    let period: Adjustment.CapPeriod? = keys.word("period")
    guard let points else { return nil }
    return Adjustment.Cap(points: points, per: per ?? .enterprise, period: period ?? .year)
  }
}
