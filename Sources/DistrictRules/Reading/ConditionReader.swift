internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads a `where` or `when` table as a condition over a table's columns: every name and unit is checked before anything runs.
struct ConditionReader {
  let values: ValueReader
  let sink: ProblemSink

  /// Depth of nested tables that a condition may have.
  private static let depthLimit = 12

  /// The condition; clauses with problems are left out of it.
  func condition(_ table: LuaTable, over schema: TableSchema, at path: [String]) -> Condition {
    guard path.count <= ConditionReader.depthLimit else {
      sink.add(
        RuleProblem(
          "condition-too-deep", at: path, Wording(chinese: "条件嵌套太深", english: "the condition is nested too deeply"),
          help: Wording(chinese: "拆成几条规则", english: "make several rules of it")))
      return .always
    }
    if case .string(let test)? = table.at("test") { return combined(test, table, over: schema, at: path) }
    var parts: [Condition] = []
    for value in table.array {
      guard case .table(let inner) = value else {
        sink.add(
          RuleProblem(
            "condition-without-field", at: path,
            Wording(
              chinese: "条件须写明字段，不能只写 `\(value.shown(values.kinds))`",
              english: "a condition names a field; `\(value.shown(values.kinds))` stands alone"),
            help: Wording(chinese: "写作 { 字段 = 值 }", english: "write { field = value }")))
        continue
      }
      parts.append(condition(inner, over: schema, at: path))
    }
    for (name, value) in table.named {
      guard let field = schema.field(name) else {
        var problem = RuleProblem.unknown(
          "unknown-field", name, at: path + [name],
          what: Wording(chinese: "\(schema.chinese)", english: "`\(schema.name)`"), among: schema.fields.map(\.name))
        if let meant = nested(name, value) ?? word(name, of: schema) { problem.help = meant }
        sink.add(problem)
        continue
      }
      if let part = clause(value, of: field, at: path + [name]) { parts.append(part) }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// `substantiated = true`: a word of some field's list in the place of the field.
  private func word(_ name: String, of schema: TableSchema) -> Wording? {
    for field in schema.fields {
      guard case .enumeration(let enumeration) = field.type, let at = enumeration.index(of: name) else { continue }
      let value = enumeration.values[at]
      return Wording(chinese: "是否想写 `\(field.chinese) = \"\(value.chinese)\"`？", english: "did you mean `\(field.name) = \"\(value.name)\"`?")
    }
    return nil
  }

  /// `["project.high_rise"] = true`: relations are followed by tables inside one another.
  private func nested(_ name: String, _ value: LuaValue) -> Wording? {
    let names = name.split(separator: ".")
    guard names.count > 1 else { return nil }
    func line(_ shown: String) -> String { names.dropLast().reversed().reduce("\(names[names.count - 1]) = \(shown)") { "\($1) = { \($0) }" } }
    func shown(_ yes: String, _ no: String) -> String {
      if case .boolean(let flag) = value { return flag ? yes : no }
      return value.string.map { "\"\($0)\"" } ?? value.shown(values.kinds)
    }
    return Wording(chinese: "写作 `\(line(shown("是", "否")))`", english: "write `\(line(shown("true", "false")))`")
  }

  /// `any_of{ {…}, {…} }` in the place of a whole condition.
  private func combined(_ test: String, _ table: LuaTable, over schema: TableSchema, at path: [String]) -> Condition {
    guard test == "any_of" || test == "all_of", case .table(let list)? = table.at("values") else {
      sink.add(
        RuleProblem(
          "condition-without-field", at: path,
          Wording(chinese: "`\(CityVocabulary.chinese(test))` 须用于某个字段", english: "`\(test)` belongs to a field"),
          help: Wording(chinese: "写作 { 字段 = \(CityVocabulary.chinese(test))(…) }", english: "write { field = \(test)(…) }")))
      return .always
    }
    var parts: [Condition] = []
    // `any_of{ a = …, b = … }` without braces inside: the fields are the alternatives.
    for (name, value) in list.named {
      parts.append(condition(LuaTable(keyed: [.init(key: .string(name), value: value)]), over: schema, at: path + [test]))
    }
    for value in list.array {
      guard case .table(let inner) = value else {
        sink.add(
          .wrongType(path, expected: .init(chinese: "一组条件", english: "a list of conditions"), found: value.shown(values.kinds)))
        continue
      }
      parts.append(condition(inner, over: schema, at: path + [test]))
    }
    return test == "any_of" ? .any(parts) : .all(parts)
  }

  private func clause(_ value: LuaValue, of field: Columns.Field, at path: [String]) -> Condition? {
    guard case .table(let table) = value else {
      return sink.noting { () throws(RuleProblem) in .field(field.name, .equals(try values.value(value, for: field, at: path))) }
    }
    if case .string(let name)? = table.at("test"), name != "any_of", name != "all_of" {
      if let months = monthsTest(name, table, of: field) { return months }
      return sink.noting { () throws(RuleProblem) in .field(field.name, try test(name, table, of: field, at: path)) }
    }
    guard case .reference(let target) = field.type, let schema = CitySchema.table(target) else {
      sink.add(
        RuleProblem(
          "wrong-type", at: path,
          Wording(chinese: "`\(field.chinese)` 不通向其他表，不能写嵌套条件", english: "`\(field.name)` does not lead to another table"),
          help: Wording(chinese: "几个值之一写作 之一{ … }", english: "for one of several values write one_of{ … }")))
      return nil
    }
    return .related(field.name, condition(table, over: schema, at: path))
  }

  /// `late_by = at_least(calendar_months(1))`: months are counted from the due day, not made into days.
  private func monthsTest(_ name: String, _ table: LuaTable, of field: Columns.Field) -> Condition? {
    guard case .quantity(CalendarDays.type) = field.type, field.name == "late_by" else { return nil }
    func months(_ key: String) -> Int64? { table.at(key).flatMap { values.kinds.calendarMonths.value(of: $0) } }
    let test: Test? =
      switch name {
      case "more_than": months("value").map { .moreThan($0) }
      case "at_least": months("value").map { .atLeast($0) }
      case "less_than": months("value").map { .lessThan($0) }
      case "at_most": months("value").map { .atMost($0) }
      default: nil
      }
    return test.map { .months(days: field.name, since: "due", $0) }
  }

  private func test(_ name: String, _ table: LuaTable, of field: Columns.Field, at path: [String]) throws(RuleProblem) -> Test {
    func number(_ key: String) throws(RuleProblem) -> Int64 {
      try values.number(table.at(key) ?? .nil, for: field, at: path)
    }
    func list() throws(RuleProblem) -> [FieldValue] {
      guard case .table(let items)? = table.at("values"), !items.array.isEmpty else {
        throw .wrongType(path, expected: .init(chinese: "非空的列表", english: "a list that is not empty"), found: "{ }")
      }
      var result: [FieldValue] = []
      for item in items.array { result.append(try values.value(item, for: field, at: path)) }
      return result
    }
    switch name {
    case "more_than": return .moreThan(try number("value"))
    case "at_least": return .atLeast(try number("value"))
    case "less_than": return .lessThan(try number("value"))
    case "at_most": return .atMost(try number("value"))
    case "between":
      let low = try number("low"), high = try number("high")
      guard low <= high else {
        throw RuleProblem(
          "empty-range", at: path,
          Wording(chinese: "下限大于上限，永远不会成立", english: "the lower bound is above the upper: this never holds"),
          help: Wording(chinese: "把两个数对调", english: "change the two round"))
      }
      return .between(low, high)
    case "in_period": return try inPeriod(table.at("value") ?? .nil, of: field, at: path)
    case "within_last": return try withinLast(table.at("value") ?? .nil, of: field, at: path)
    case "is_not": return .differs(try values.value(table.at("value") ?? .nil, for: field, at: path))
    case "one_of": return .oneOf(try list())
    case "not_one_of": return .notOneOf(try list())
    case "exists": return .exists(true)
    case "missing": return .exists(false)
    default:
      throw .unknown(
        "unknown-test", name, at: path, what: Wording(chinese: "条件语言", english: "the language of conditions"),
        among: [
          "more_than", "at_least", "less_than", "at_most", "between", "within_last", "in_period", "is_not", "one_of", "not_one_of", "exists", "missing",
        ])
    }
  }

  /// The time before the data cut, in the field's storage unit.
  private func withinLast(_ value: LuaValue, of field: Columns.Field, at path: [String]) throws(RuleProblem) -> Test {
    guard let span = values.kinds.span(value), span.count > 0, span.count < 400_000_000 else {
      throw .wrongType(
        path, "wrong-unit", expected: .init(chinese: "带单位的时间", english: "a time with its unit"), found: value.shown(values.kinds),
        help: .init(chinese: "写作 最近(自然日(30))", english: "write within_last(calendar_days(30))"))
    }
    let cut = values.snapshot.cut
    let last = values.snapshot.day
    let first: Day
    switch span.unit {
    case .seconds:
      guard case .moment = field.type else { break }
      return .withinLast(span, from: cut.adding(seconds: -span.count).seconds, to: cut.seconds - 1)
    default: break
    }
    switch span.unit {
    case .currentDay, .currentMonth, .currentQuarter, .currentYear: first = last
    case .seconds: first = last.adding(days: 1 - Int((span.count + 86_399) / 86_400))
    case .calendarDays: first = last.adding(days: 1 - Int(span.count))
    case .calendarMonths: first = last.window(months: Int(min(span.count, 12_000))).lowerBound
    case .workingDays:
      var day = last
      let calendar = values.snapshot.rulebook.calendar
      do throws(ParameterError) {
        var left = min(span.count, 1_000) - (try calendar.isWorkingDay(day) ? 1 : 0)
        while left > 0 {
          day = day.adding(days: -1)
          if try calendar.isWorkingDay(day) { left -= 1 }
        }
      } catch {
        throw RuleProblem.told("calendar-year-missing", at: path, error.message)
      }
      first = day
    }
    return try dated(span, first...max(first, last), of: field, at: path)
  }

  /// The month, quarter or year of the calendar in which the data cut lies.
  private func inPeriod(_ value: LuaValue, of field: Columns.Field, at path: [String]) throws(RuleProblem) -> Test {
    let cycles = Job.Cycle.allCases.map(\.rawValue)
    guard case .string(let word) = value, let cycle = Job.Cycle(rawValue: CityVocabulary.english(word)) else {
      throw .unknown(
        "unknown-value", value.string ?? value.shown(values.kinds), at: path, what: .init(chinese: "`本期`", english: "`in_period`"), among: cycles)
    }
    let last = values.snapshot.day
    let months: Int
    let unit: TimeSpan.Unit
    switch cycle {
    case .day: return try dated(TimeSpan(1, .currentDay), last...last, of: field, at: path)
    case .month: (months, unit) = (0, .currentMonth)
    case .quarter: (months, unit) = ((last.month - 1) % 3, .currentQuarter)
    case .year: (months, unit) = (last.month - 1, .currentYear)
    }
    let first = last.adding(days: 1 - last.dayOfMonth).adding(months: -months)
    return try dated(TimeSpan(1, unit), min(first, last)...last, of: field, at: path)
  }

  private func dated(_ span: TimeSpan, _ days: ClosedRange<Day>, of field: Columns.Field, at path: [String]) throws(RuleProblem) -> Test {
    switch field.type {
    case .moment: return .withinLast(span, from: days.lowerBound.start.seconds, to: days.upperBound.end.seconds - 1)
    case .day: return .withinLast(span, from: Int64(days.lowerBound.ordinal), to: Int64(days.upperBound.ordinal))
    default:
      throw .wrongType(
        path, expected: .init(chinese: "日期或时刻字段", english: "a field that is a day or a moment"), found: field.type.name)
    }
  }
}
