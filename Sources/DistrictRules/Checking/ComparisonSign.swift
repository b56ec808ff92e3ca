internal import CityModel
internal import Columns
internal import LuaSyntax

/// A comparison sign where a condition has a word: `办理时长 = > 24` and `办理时长 > 24` are written `办理时长 = 多于(小时(24))`.
enum ComparisonSign {
  /// The longer signs first.
  static let all = [
    ("<=", "at_most", "(", ")"), (">=", "at_least", "(", ")"), ("<", "less_than", "(", ")"), (">", "more_than", "(", ")"), ("~=", "not_one_of", "{ ", " }"),
    ("≤", "at_most", "(", ")"), ("≥", "at_least", "(", ")"), ("≠", "not_one_of", "{ ", " }"),
  ]

  /// The help for a sign behind an `=`, which the parser cannot read.
  static func help(for diagnostic: Diagnostic, in source: SourceText) -> Wording? {
    guard let span = diagnostic.span, let (sign, _, _, _) = all.first(where: { source.bytes[span.start...].starts(with: $0.0.utf8) }) else { return nil }
    let before = source.bytes[..<span.start].dropSpaces()
    guard before.last == UInt8(ascii: "=") else { return nil }
    let key = before.dropLast().dropSpaces()
    let name = String(decoding: key.reversed().prefix { $0 >= 0x80 || $0 == UInt8(ascii: "_") || ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }.reversed(), as: UTF8.self)
    let rest = source.bytes[(span.start + sign.utf8.count)...]
    return name.isEmpty ? nil : help(name, sign, value(rest))
  }

  /// What stands behind the sign, up to the end of the condition.
  static func value(_ rest: some Collection<UInt8>) -> String {
    var depth = 0
    let text = rest.prefix { byte in
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") { depth -= 1 }
      return depth >= 0 && !(depth == 0 && byte == UInt8(ascii: ",")) && byte != UInt8(ascii: "\n")
    }
    return String(decoding: text, as: UTF8.self).trimmingSpaces()
  }

  /// `FIELD = test(value)`, in both languages; a bare number gets the unit of its field.
  static func help(_ field: String, _ sign: String, _ value: String) -> Wording? {
    guard let (_, test, open, close) = all.first(where: { $0.0 == sign }) else { return nil }
    let english = CityVocabulary.english(field)
    let isNumber = !value.isEmpty && value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
    let unit = isNumber ? unit(of: english) : nil
    let shown = value.isEmpty || value.count > 24 ? "…" : value
    func line(_ word: (String) -> String) -> String {
      "\(field) = \(word(test))\(open)\(unit.map { "\(word($0))(\(shown))" } ?? shown)\(close)"
    }
    return Wording(chinese: "条件写作 `\(line(CityVocabulary.chinese))`", english: "a condition is written `\(line { $0 })`")
  }

  /// The function that gives a number the unit of a field, where every table that has the field agrees.
  private static func unit(of name: String) -> String? {
    let units = Set(CitySchema.tables.compactMap { $0.field(name) }.map { field -> String in
      switch field.type {
      case .elapsed: "hours"
      case .quantity(Money.type): "yuan"
      case .quantity(Points.type): "points"
      case .quantity(CalendarDays.type): "calendar_days"
      case .quantity(Percentage.type): "percent"
      default: ""
      }
    })
    return units.count == 1 ? units.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }
}

extension BidirectionalCollection<UInt8> {
  fileprivate func dropSpaces() -> SubSequence {
    var rest = self[...]
    while rest.last == UInt8(ascii: " ") { rest = rest.dropLast() }
    return rest
  }
}
