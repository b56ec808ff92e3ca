internal import CityModel
internal import Columns
internal import LuaSyntax

/// Turns what people type into a form into the words of a script.
struct FormValue {
  let language: Language

  private func word(_ english: String) -> String { language == .chinese ? CityVocabulary.chinese(english) : english }

  static func quoted(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0.isNewline ? " " : "\($0)" } + "\""
  }

  /// `类别=电梯困人；认定=属实` in its parts.
  static func split(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "；" || $0.isNewline }.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// The decimal numbers in a text, as they are written.
  static func numbers(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isNumber) && $0 != "." }.map(String.init).filter { ExactDecimal.units($0, digits: 3) != nil }
  }

  /// `24小时`, `3 working days`: a time with its unit.
  func span(_ text: String) -> String? {
    guard let number = FormValue.numbers(text).first else { return nil }
    let units = [
      ("working_days", ["工作日", "working"]), ("calendar_months", ["个月", "month"]), ("hours", ["小时", "hour"]), ("minutes", ["分钟", "minute"]),
      ("calendar_days", ["天", "日", "day"]),
    ]
    for (unit, words) in units where words.contains(where: { text.contains($0) }) { return "\(word(unit))(\(number))" }
    return nil
  }

  private static let signs = [("<=", "at_most"), (">=", "at_least"), ("≤", "at_most"), ("≥", "at_least"), ("<", "less_than"), (">", "more_than"), ("=", ""), ("＝", "")]

  /// `项目.高层=是` as `项目 = { 高层 = 是 }`.
  func clause(_ text: String, over schema: TableSchema?) -> String {
    for (sign, test) in FormValue.signs {
      let parts = text.split(separator: sign, maxSplits: 1).map { $0.trimmingSpaces() }
      guard parts.count == 2 else { continue }
      let path = parts[0].split { $0 == "." || $0 == "的" }.map { CityVocabulary.english($0.trimmingSpaces()) }
      var table = schema
      var field: Field?
      for name in path {
        field = table?.field(name)
        if case .reference(let target)? = field?.type { table = CitySchema.table(target) }
      }
      let plain = (test.isEmpty ? presence(parts[1], of: field) : nil) ?? value(parts[1], of: field)
      var result = test.isEmpty ? plain : "\(word(test))(\(plain))"
      for (index, name) in path.enumerated().reversed() { result = "\(word(name)) = \(index == path.count - 1 ? result : "{ \(result) }")" }
      return result
    }
    // No sign: the checker says what is missing.
    return FormValue.quoted(text)
  }

  /// `整改完成日期=无值`: whether anything is recorded, in a field that is no flag.
  private func presence(_ text: String, of field: Field?) -> String? {
    if case .flag? = field?.type { return nil }
    for test in ["exists", "missing"] where text == test || text == CityVocabulary.chinese(test) { return word(test) }
    return nil
  }

  private func value(_ text: String, of field: Field?) -> String {
    switch field?.type {
    case .flag?:
      if ["是", "有", "yes", "true"].contains(text) { return word("true") == "true" && language == .chinese ? "是" : "true" }
      if ["否", "无", "no", "false"].contains(text) { return language == .chinese ? "否" : "false" }
      return FormValue.quoted(text)
    case .integer?: return FormValue.numbers(text).first ?? FormValue.quoted(text)
    case .elapsed?: return span(text) ?? FormValue.quoted(text)
    case .quantity(let quantity)?:
      if let span = span(text) { return span }
      guard let number = FormValue.numbers(text).first else { return FormValue.quoted(text) }
      return quantity.name == Money.type.name ? "\(word("yuan"))(\(number))" : quantity.name == Points.type.name ? "\(word("points"))(\(number))" : number
    default: return FormValue.quoted(text)
    }
  }
}
