internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Words for the values of a declaration, in one of the two languages.
struct Phrases {
  let kinds: CityKinds
  let language: Language

  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  func quoted(_ text: String) -> String { say("“\(text)”", "“\(text)”") }

  func list(_ parts: [String]) -> String { parts.joined(separator: say("、", ", ")) }

  // MARK: Names

  func name(_ schema: TableSchema) -> String { say(schema.chinese, schema.name.replacing("_", with: " ")) }

  func name(_ field: Columns.Field) -> String { say(field.chinese, field.name.replacing("_", with: " ")) }

  /// A word that names a field or a value of the language.
  func word(_ text: String) -> String {
    let english = CityVocabulary.english(text)
    return say(CityVocabulary.chinese(english), english.replacing("_", with: " "))
  }

  /// A path of fields: `project.name`.
  func path(_ words: [String], over schema: TableSchema?) -> String {
    var table = schema
    var names: [String] = []
    for word in words {
      let english = CityVocabulary.english(word.trimmingSpaces())
      guard let field = table?.field(english) else {
        names.append(self.word(word))
        continue
      }
      names.append(name(field))
      if case .reference(let target) = field.type { table = CitySchema.table(target) }
    }
    return names.joined(separator: say("的", "’s "))
  }

  /// The sentence for the enterprise, its places named.
  func template(_ text: String, over schema: TableSchema?) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let words = rest[rest.index(after: open)..<close].split(separator: ".").map(String.init)
      result += rest[..<open] + say("【", "[") + path(words, over: schema) + say("】", "]")
      rest = rest[rest.index(after: close)...]
    }
    return quoted(result + rest)
  }

  // MARK: Values

  /// A value; a word of the field's list is said in the language, a day as people write it.
  func value(_ value: LuaValue, of field: Columns.Field? = nil) -> String {
    switch value {
    case .nil: return say("无", "nothing")
    case .boolean(let flag): return flag ? say("是", "yes") : say("否", "no")
    case .integer(let number): return "\(number)"
    case .number: return value.decimal(digits: 9).map { ExactDecimal.trimmed($0, digits: 9) } ?? value.shown(kinds)
    case .string(let text): return self.text(text, of: field)
    case .bytes: return value.shown(kinds)
    case .function: return say("由函数算出", "worked out by a function")
    case .table(let table): return self.table(table)
    case .handle: return quantity(value)
    }
  }

  private func text(_ text: String, of field: Columns.Field?) -> String {
    if case .enumeration(let enumeration)? = field?.type, let at = enumeration.index(of: text) {
      return quoted(say(enumeration.values[at].chinese, enumeration.values[at].name))
    }
    if let day = Day(text) { return self.day(day) }
    return quoted(text)
  }

  func day(_ day: Day) -> String { say("\(day.year)年\(day.month)月\(day.dayOfMonth)日", "\(day)") }

  /// `11-15` as `11月15日`.
  func monthDay(_ text: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return text }
    return say("\(parts[0])月\(parts[1])日", text)
  }

  private func quantity(_ value: LuaValue) -> String {
    func counted(_ number: Int64, _ chinese: String, _ english: String) -> String {
      say("\(number)\(chinese)", "\(number) \(english)\(number == 1 ? "" : "s")")
    }
    if let seconds = kinds.elapsed.value(of: value) {
      return seconds % 3600 == 0 ? counted(seconds / 3600, "小时", "hour") : seconds % 60 == 0 ? counted(seconds / 60, "分钟", "minute") : counted(seconds, "秒", "second")
    }
    if let count = kinds.calendarDays.value(of: value) { return counted(count, "个自然日", "calendar day") }
    if let count = kinds.workingDays.value(of: value) { return counted(count, "个工作日", "working day") }
    if let count = kinds.calendarMonths.value(of: value) { return counted(count, "个月", "month") }
    if let fen = kinds.money.value(of: value) { return say("\(Money(fen: fen))元", "¥\(Money(fen: fen))") }
    if let thousandths = kinds.points.value(of: value) { return points(Points(thousandths: thousandths)) }
    if let day = kinds.day.value(of: value) { return self.day(Quantities.day(day)) }
    if let table = kinds.collection(value) { return name(table) }
    return value.shown(kinds)
  }

  func points(_ points: Points) -> String { say("\(points)分", "\(points) point\(points == Points(1) ? "" : "s")") }

  func points(_ value: LuaValue) -> String {
    (kinds.points.value(of: value) ?? value.decimal(digits: 3)).map { points(Points(thousandths: $0)) } ?? self.value(value)
  }

  /// A table that nothing better is known about, key by key.
  private func table(_ table: LuaTable) -> String {
    switch (table.at("test")?.string, table.at("step")?.string, table.at("figure")?.string) {
    case (let test?, _, _): return self.test(test, table, of: nil)
    case (_, "finish"?, _): return say("程序终结", "the procedure ends")
    case (_, "refer"?, _): return say("移交\(value(table.at("to") ?? .nil))，程序终结", "the case is referred to \(value(table.at("to") ?? .nil)), and the procedure ends")
    default:
      let parts = table.array.map { value($0) } + table.named.map { "\(word($0.0))\(say("为", " = "))\(value($0.1))" }
      return parts.isEmpty ? say("空", "nothing") : list(parts)
    }
  }

  // MARK: Conditions

  /// Single conditions of a `where` or `when`, each a phrase; all of them must hold.
  func conditions(_ table: LuaTable, over schema: TableSchema?) -> [String] {
    if let test = table.at("test")?.string { return [combined(test, table, over: schema)] }
    var phrases: [String] = []
    for item in table.array {
      if case .table(let inner) = item { phrases += conditions(inner, over: schema) } else { phrases.append(value(item)) }
    }
    for (name, item) in table.named {
      let field = schema?.field(name)
      let subject = field.map(self.name) ?? word(name)
      guard case .table(let inner) = item else {
        phrases.append(say("\(subject)为\(value(item, of: field))", "the \(subject) is \(value(item, of: field))"))
        continue
      }
      if let test = inner.at("test")?.string {
        phrases.append(say("\(subject)\(self.test(test, inner, of: field))", "the \(subject) \(self.test(test, inner, of: field))"))
      } else {
        var target: TableSchema?
        if case .reference(let name)? = field?.type { target = CitySchema.table(name) }
        let deeper = conditions(inner, over: target)
        phrases.append(say("其\(subject)：\(joined(deeper))", "of its \(subject): \(joined(deeper))"))
      }
    }
    return phrases
  }

  func joined(_ phrases: [String]) -> String {
    phrases.isEmpty ? say("不限", "anything") : phrases.joined(separator: say("，且", ", and "))
  }

  private func combined(_ test: String, _ table: LuaTable, over schema: TableSchema?) -> String {
    let groups = table.at("values")?.table?.array ?? []
    let parts = groups.map { group -> String in
      if case .table(let inner) = group { return say("（\(joined(conditions(inner, over: schema)))）", "(\(joined(conditions(inner, over: schema))))") }
      return value(group)
    }
    return test == "any_of"
      ? say("符合下列任何一组：\(parts.joined(separator: "；或者"))", "any of these holds: \(parts.joined(separator: "; or "))")
      : say("下列各组都符合：\(parts.joined(separator: "；并且"))", "all of these hold: \(parts.joined(separator: "; and "))")
  }

  /// What a field is tested for; bounds say whether they count themselves (Civil Code, article 1259).
  private func test(_ name: String, _ table: LuaTable, of field: Columns.Field?) -> String {
    let bound = table.at("value").map { value($0, of: field) } ?? ""
    let words = (table.at("values")?.table?.array ?? []).map { value($0, of: field) }
    switch name {
    case "more_than": return say("超过\(bound)（不含本数）", "is more than \(bound)")
    case "at_least": return say("在\(bound)以上（含本数）", "is at least \(bound)")
    case "less_than": return say("不满\(bound)（不含本数）", "is less than \(bound)")
    case "at_most": return say("在\(bound)以下（含本数）", "is at most \(bound)")
    case "between":
      let low = value(table.at("low") ?? .nil, of: field), high = value(table.at("high") ?? .nil, of: field)
      return say("在\(low)至\(high)之间（含两端）", "is from \(low) to \(high), both included")
    case "is_not": return say("不是\(bound)", "is not \(bound)")
    case "one_of": return say("为下列之一：\(list(words))", "is one of \(list(words))")
    case "not_one_of": return say("不是下列任何一种：\(list(words))", "is none of \(list(words))")
    case "exists": return say("有记载", "is recorded")
    case "missing": return say("没有记载", "is not recorded")
    case "within_last": return say("在截止日前\(bound)以内", "lies within the \(bound) before the data cut")
    default: return ([word(name), bound] + words).joined(separator: " ")
    }
  }
}
