internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads one table of a declaration, key by key: what is wrong is noted, and reading goes on.
struct KeyReader {
  let table: LuaTable
  /// The keys that lead to the table.
  let path: [String]
  let values: ValueReader
  let sink: ProblemSink

  var kinds: CityKinds { values.kinds }

  func has(_ key: String) -> Bool { table.has(key) }
  func at(_ key: String) -> LuaValue? { table.at(key) }
  func path(_ key: String) -> [String] { path + [key] }

  /// Every other key is a problem; so is a value without one.
  func allow(_ keys: [String]) {
    if let value = table.array.first {
      sink.add(
        RuleProblem(
          "value-without-key", at: path,
          Wording(chinese: "`\(value.shown(kinds))` 前面缺少键名", english: "`\(value.shown(kinds))` has no key before it"),
          help: Wording(chinese: "写作 键 = 值", english: "write key = value")))
    }
    for (key, _) in table.named where !keys.contains(key) {
      sink.add(
        .unknown("unknown-key", key, at: path(key), what: .init(chinese: "此处", english: "this table"), among: keys.sorted()))
    }
  }

  func missing(_ key: String, _ code: Diagnostic.Code = "missing-key", chinese: String, english: String) {
    sink.add(.missing(key, code, at: path, help: .init(chinese: chinese, english: english)))
  }

  func wrong(_ key: String, _ code: Diagnostic.Code = "wrong-type", chinese: String, english: String, help: Wording? = nil) {
    let found = at(key)?.shown(kinds) ?? "nil"
    sink.add(.wrongType(path(key), code, expected: .init(chinese: chinese, english: english), found: found, help: help))
  }

  /// A collection of another table than the key is for.
  func wrongTable(_ key: String, _ table: TableSchema, chinese: String, english: String, help: Wording) {
    sink.add(
      RuleProblem(
        "wrong-type", at: path(key),
        Wording(
          chinese: "`\(CityVocabulary.chinese(key))` 应为\(chinese)，实为\(table.chinese)", english: "`\(key)` must be \(english), found \(table.name)"),
        help: help))
  }

  // MARK: Values

  func text(_ key: String) -> String? {
    switch at(key) {
    case .string(let text)? where !text.isEmpty: return text
    case nil: return nil
    default:
      wrong(key, chinese: "引号中的文字", english: "text in quotation marks")
      return nil
    }
  }

  func required(_ key: String) -> String? {
    if !has(key) { missing(key, chinese: "写作 \(CityVocabulary.chinese(key)) = \"…\"", english: "write \(key) = \"…\"") }
    return text(key)
  }

  /// One text or a list of them.
  func texts(_ key: String) -> [String] {
    switch at(key) {
    case .string(let text)?: return [text]
    case .table(let list)?:
      let texts = list.array.compactMap(\.string)
      if texts.isEmpty || texts.count < list.array.count || !list.named.isEmpty {
        wrong(key, chinese: "引号中的文字，或花括号里的几段文字", english: "text in quotation marks, or several in braces")
      }
      return texts
    case nil: return []
    default:
      wrong(key, chinese: "引号中的文字", english: "text in quotation marks")
      return []
    }
  }

  func day(_ key: String) -> Day? {
    guard let value = at(key) else { return nil }
    if let ordinal = kinds.day.value(of: value) { return Day(ordinal: Int32(clamping: ordinal)) }
    if case .string(let text) = value, let day = Day(text) { return day }
    wrong(key, chinese: "日期", english: "a day", help: WrittenDay.help(for: value, example: "2026-07-01"))
    return nil
  }

  func monthDay(_ value: LuaValue, at path: [String]) -> MonthDay? {
    if case .string(let text) = value, let day = MonthDay(text) { return day }
    sink.add(
      RuleProblem(
        "season-without-meaning", at: path,
        Wording(
          chinese: "`\(value.shown(kinds))` 不是每年都有的日子", english: "`\(value.shown(kinds))` is no day that every year has"),
        help: .init(chinese: "写作 \"11-15\"；2 月底写 02-28", english: "write \"11-15\"; for the end of February write 02-28")))
    return nil
  }

  /// A nested table.
  func inner(_ key: String, chinese: String, english: String) -> KeyReader? {
    switch at(key) {
    case .table(let table)? where table.standardWord == nil: return KeyReader(table: table, path: path(key), values: values, sink: sink)
    case nil: return nil
    default:
      let help = english.hasPrefix("{") ? Wording(chinese: "写作 \(written(key, CityVocabulary.chinese)) = \(chinese)", english: "write \(written(key) { $0 }) = \(english)") : nil
      wrong(key, chinese: help == nil ? chinese : "花括号里的一组内容", english: help == nil ? english : "a table in braces", help: help)
      return nil
    }
  }

  /// A key as it is written: a step's name, which has no word of the language, stands in brackets.
  private func written(_ key: String, _ word: (String) -> String) -> String {
    CityVocabulary.words.contains(key) ? word(key) : "[\"\(key)\"]"
  }

  /// A word of a closed set, in either language.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type = Word.self) -> Word? where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    if let word = Word(rawValue: CityVocabulary.english(text)) { return word }
    sink.add(
      .unknown(
        "unknown-value", text, at: path(key), what: .init(chinese: "`\(CityVocabulary.chinese(key))`", english: "`\(key)`"),
        among: Word.allCases.map(\.rawValue)))
    return nil
  }

  func whole(_ key: String, in range: ClosedRange<Int64>) -> Int? {
    guard let value = at(key) else { return nil }
    if let number = value.wholeNumber, range.contains(number) { return Int(number) }
    wrong(
      key, chinese: "\(range.lowerBound) 到 \(range.upperBound) 的整数", english: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  func points(_ key: String) -> Points? {
    guard let value = at(key) else { return nil }
    if let thousandths = kinds.points.value(of: value) ?? value.decimal(digits: 3), thousandths > 0, thousandths <= 100_000 {
      return Points(thousandths: thousandths)
    }
    let number = value.string.flatMap { $0.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }.first }
    wrong(
      key, chinese: "大于 0、不超过 100 的分值", english: "points above 0 and up to 100",
      help: number.map { .init(chinese: "写数，不加引号和单位：\($0)", english: "write the number, without quotation marks or a unit: \($0)") }
        ?? .init(chinese: "扣分写正数，最多三位小数", english: "deductions are written as positive numbers, with at most three decimals"))
    return nil
  }

  /// A length of time in one of the kinds allowed.
  func span(_ key: String, _ units: [TimeSpan.Unit]) -> TimeSpan? {
    guard let value = at(key) else { return nil }
    if let span = kinds.span(value), units.contains(span.unit), span.count > 0, span.count < 400_000_000 { return span }
    let allowed = units.map(\.call)
    let chinese = allowed.map { CityVocabulary.chinese($0) + "(…)" }.joined(separator: "、")
    let english = allowed.map { $0 + "(…)" }.joined(separator: " or ")
    wrong(
      key, "wrong-unit", chinese: "带单位的时间", english: "a time with its unit",
      help: .init(chinese: "写作 \(chinese)", english: "write \(english)"))
    return nil
  }

  func collection(_ key: String) -> TableSchema? {
    guard let value = at(key) else {
      missing(key, chinese: "写明看哪一类记录，例如 投诉", english: "say which collection, such as complaint")
      return nil
    }
    if let table = kinds.collection(value) { return table }
    var help: Wording?
    if case .string(let word)? = at(key), CitySchema.table(CityVocabulary.english(word)) != nil {
      help = .init(chinese: "不加引号：\(word)", english: "without quotation marks: \(word)")
    }
    wrong(key, chinese: "一类记录，如 投诉", english: "a collection, such as complaint", help: help)
    return nil
  }

  /// The condition under a key; every row meets one that is not there.
  func condition(_ key: String, over table: TableSchema) -> Condition {
    guard let value = at(key) else { return .always }
    guard case .table(let condition) = value else {
      wrong(key, chinese: "花括号中的条件", english: "conditions in braces")
      return .always
    }
    return ConditionReader(values: values, sink: sink).condition(condition, over: table, at: path(key))
  }

  func field(_ word: String, of table: TableSchema, at path: [String]) -> Columns.Field? {
    if let field = table.field(CityVocabulary.english(word)) { return field }
    sink.add(
      .unknown(
        "unknown-field", word, at: path, what: .init(chinese: table.chinese, english: "`\(table.name)`"), among: table.fields.map(\.name)))
    return nil
  }

  /// A sentence with places for the values of a row.
  func template(_ key: String, over table: TableSchema) -> Template? {
    guard let source = text(key) else { return nil }
    do throws(Template.Fault) {
      return try Template(source, for: table)
    } catch {
      var problem: RuleProblem
      switch error {
      case .unclosed(let rest):
        problem = RuleProblem("unclosed-placeholder", at: path(key), Wording(chinese: "`{` 没有对应的 `}`", english: "a `{` has no `}`"))
        problem.within = [rest]
      case .unknownPlaceholder(let word, let placeholder, let plural):
        let schema = CitySchema.table(plural)
        problem = .unknown(
          "unknown-placeholder", word, at: path(key), what: .init(chinese: schema?.chinese ?? plural, english: "`\(plural)`"),
          among: schema?.fields.map(\.name) ?? [])
        problem.within = [placeholder, word]
      }
      sink.add(problem)
      return nil
    }
  }
}

extension TimeSpan.Unit {
  /// The function that makes such a time.
  var call: String {
    switch self {
    case .seconds: "hours"
    case .calendarDays: "calendar_days"
    case .workingDays: "working_days"
    case .calendarMonths: "calendar_months"
    case .currentDay, .currentMonth, .currentQuarter, .currentYear: "in_period"
    }
  }
}

extension CityKinds {
  /// A length of time in its kind, or `nil` for any other value.
  func span(_ value: LuaValue) -> TimeSpan? {
    if let count = elapsed.value(of: value) { return TimeSpan(count, .seconds) }
    if let count = calendarDays.value(of: value) { return TimeSpan(count, .calendarDays) }
    if let count = workingDays.value(of: value) { return TimeSpan(count, .workingDays) }
    if let count = calendarMonths.value(of: value) { return TimeSpan(count, .calendarMonths) }
    return nil
  }
}
