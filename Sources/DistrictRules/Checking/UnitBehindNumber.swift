internal import LuaSyntax

/// A number with its unit behind it, as people write it: `48小时`, `2天`, `50%` are `小时(48)`, `自然日(2)` and `百分之(50)`.
enum UnitBehindNumber {
  private static let units = ["hours", "minutes", "calendar_days", "working_days", "calendar_months", "yuan", "percent", "points"]

  /// The help where the parser stops at such a number.
  static func help(for diagnostic: Diagnostic, in source: SourceText) -> Wording? {
    guard let span = diagnostic.span else { return nil }
    switch diagnostic.code {
    case .malformedNumber:
      let text = source.text(span)
      let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      return help(String(number), unit: String(text.dropFirst(number.count)))
    case .unexpectedToken, .expectedToken, .unclosed:
      // `50%` in front of a comma or brace: the sign has no second number.
      let before = source.bytes[..<span.start].reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      guard before.first == UInt8(ascii: "%") else { return nil }
      let number = before.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
      return help(String(decoding: number.reversed(), as: UTF8.self), unit: "%")
    default: return nil
    }
  }

  private static func help(_ number: String, unit: String) -> Wording? {
    guard !number.isEmpty, number.last != "." else { return nil }
    let words = unit == "%" ? ["percent"] : [CityVocabulary.english(unit)] + Synonyms.words[unit, default: []].map(CityVocabulary.english)
    let meant = words.filter(units.contains)
    guard !meant.isEmpty else { return nil }
    let chinese = meant.map { "`\(CityVocabulary.chinese($0))(\(number))`" }.joined(separator: " 或 ")
    let english = meant.map { "`\($0)(\(number))`" }.joined(separator: " or ")
    return Wording(chinese: "单位写在数的前面：\(chinese)", english: "the unit stands before its number: \(english)")
  }
}
