internal import CityModel
internal import Columns
internal import LuaSyntax

/// What can be seen in a script's text alone, also in the bodies of functions that have not run.
struct SourceChecks {
  let chunk: Chunk
  /// The names that scripts know.
  let names: Set<String>

  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = directionMarks(in: chunk.source)
    chunk.block.walk { node in
      switch node {
      case .expression(let expression):
        switch expression.kind {
        case .table(let fields): found += repeatedKeys(fields)
        case .name(let name, .global): found += unknownName(name)
        case .binary(let left, let operation, let place, let right): found += numberComparison(left, operation, place, right) + wordComparison(left, operation, right)
        default: break
        }
      case .statement(let statement): found += globalWrite(statement)
      default: break
      }
      return .into
    }
    // What is assigned to is said once.
    let written = Set(found.filter { $0.code == "global-write" }.compactMap(\.span))
    return found.filter { $0.code != "unknown-name" || !written.contains($0.span ?? SourceSpan(0, 0)) }
  }

  private func repeatedKeys(_ fields: [TableField]) -> [Diagnostic] {
    var seen: [String: SourceSpan] = [:]
    var found: [Diagnostic] = []
    for field in fields {
      let (key, span): (String, SourceSpan)
      switch field.key {
      case .name(let name): (key, span) = (name.text, name.span)
      case .value(let value):
        guard case .string(let literal) = value.kind else { continue }
        (key, span) = (literal.text, value.span)
      case .position: continue
      }
      if let first = seen[key] {
        let word = chunk.source.text(span)
        found.append(
          Diagnostic(
            "duplicate-key", at: span,
            Wording(chinese: "`\(word)` 写了两次，只有后一个算数", english: "`\(word)` stands twice, and only the later one counts"),
            help: Wording(chinese: "去掉一个；同一字段的几个值用 之一{ … }", english: "leave one out; for several values of a field write one_of{ … }"),
            related: .init(at: first, Wording(chinese: "第一次在这里", english: "the first is here"))))
      } else {
        seen[key] = span
      }
    }
    return found
  }

  private func unknownName(_ name: Name) -> [Diagnostic] {
    guard !names.contains(name.text), !names.contains(name.encoded) else { return [] }
    let written = chunk.source.text(name.span)
    let isASCII = written.utf8.allSatisfy { $0 < 128 }
    let known = isASCII ? names.sorted() : names.sorted().map(CityVocabulary.chinese)
    let near = closest(to: written, among: known)
    return [
      Diagnostic(
        "unknown-name", at: name.span, Wording(chinese: "没有名为 `\(written)` 的东西", english: "there is nothing called `\(written)`"),
        help: Synonyms.help(for: written, among: known) ?? help(for: name, written) ?? near.map { Wording(chinese: "是否想写 `\($0)`？", english: "did you mean `\($0)`?") }
          ?? Wording(chinese: "自己的变量先用 局部 声明", english: "declare your own variables with local"))
    ]
  }

  /// A word of a field's list without its quotation marks, and a comparison where a condition was meant.
  private func help(for name: Name, _ written: String) -> Wording? {
    if SourceChecks.words.contains(written) {
      return Wording(chinese: "文字要加引号：`\"\(written)\"`", english: "text stands in quotation marks: `\"\(written)\"`")
    }
    let rest = chunk.source.bytes[name.span.end...].drop { $0 == UInt8(ascii: " ") }
    if rest.starts(with: "==".utf8), SourceChecks.fields.contains(CityVocabulary.english(written)) {
      return Wording(chinese: "条件里写一个等号：`\(written) = …`", english: "a condition has one equals sign: `\(written) = …`")
    }
    guard SourceChecks.fields.contains(CityVocabulary.english(written)) else {
      guard SourceChecks.keys.contains(CityVocabulary.english(written)) else { return nil }
      return Wording(chinese: "这是键名，写在花括号里、等号前面：`{ \(written) = … }`", english: "this is a key: it stands in braces, before an equals sign: `{ \(written) = … }`")
    }
    for (sign, _, _, _) in ComparisonSign.all where rest.starts(with: sign.utf8) {
      return ComparisonSign.help(written, sign, ComparisonSign.value(rest.dropFirst(sign.utf8.count)))
    }
    let before = chunk.source.bytes[..<name.span.start].reversed().drop { $0 == UInt8(ascii: " ") }
    if rest.starts(with: "..".utf8) || before.starts(with: "..".utf8) {
      return Wording(chinese: "字段写在文字的花括号里：`\"…{\(written)}…\"`", english: "a field stands in braces within the text: `\"…{\(written)}…\"`")
    }
    return nil
  }

  /// Every word of every field's list, in both languages.
  private static let words: Set<String> = {
    var words: Set<String> = []
    for field in CitySchema.tables.flatMap(\.fields) {
      if case .enumeration(let enumeration) = field.type { words.formUnion(enumeration.values.flatMap { [$0.name, $0.chinese] }) }
    }
    return words
  }()

  /// Words that are keys and nothing else.
  private static let keys = Set(RuleWord.all.filter { $0.kind == .key }.map(\.english))

  private static let fields = Set(CitySchema.tables.flatMap(\.fields).map(\.name))

  private func globalWrite(_ statement: Statement) -> [Diagnostic] {
    var targets: [Expression] = []
    switch statement.kind {
    case .assignment(let list, _): targets = list
    case .function(let target, _, _): targets = [target]
    default: return []
    }
    return targets.compactMap { target in
      guard case .name(let name, .global) = target.kind else { return nil }
      let written = chunk.source.text(name.span)
      return Diagnostic(
        "global-write", at: name.span, Wording(chinese: "不能把 `\(written)` 设为全局名", english: "`\(written)` cannot be made a global"),
        help: Wording(chinese: "写作 局部 \(written) = …", english: "write local \(written) = …"))
    }
  }

  /// A field with a unit beside a bare number: `==` is silently never true.
  private func numberComparison(_ left: Expression, _ operation: BinaryOperator, _ place: SourceSpan, _ right: Expression) -> [Diagnostic] {
    let comparisons: [BinaryOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    guard comparisons.contains(operation) else { return [] }
    let pair = SourceChecks.isNumber(right) ? left : SourceChecks.isNumber(left) ? right : nil
    guard let pair, case .field(_, let name) = pair.kind, let unit = SourceChecks.units[name.text] else { return [] }
    let written = chunk.source.text(name.span)
    return [
      Diagnostic(
        "number-comparison", .warning, at: place,
        Wording(
          chinese: operation == .equal || operation == .notEqual ? "`\(written)` 带单位，与一个光秃秃的数比较永远不相等" : "`\(written)` 带单位，不能与一个光秃秃的数比大小",
          english: operation == .equal || operation == .notEqual
            ? "`\(written)` has a unit: it is never equal to a bare number" : "`\(written)` has a unit: it has no order with a bare number"),
        help: Wording(chinese: "写明单位，如 \(unit.chinese)", english: "say the unit, as in \(unit.english)"))
    ]
  }

  /// A field of a closed list of words beside a text that is none of them, or beside a number: silently never equal.
  private func wordComparison(_ left: Expression, _ operation: BinaryOperator, _ right: Expression) -> [Diagnostic] {
    guard operation == .equal || operation == .notEqual else { return [] }
    for (field, other) in [(left, right), (right, left)] {
      guard case .field(_, let name) = field.kind, let words = SourceChecks.closedWords[name.text] else { continue }
      let written = chunk.source.text(name.span)
      if SourceChecks.isNumber(other) {
        return [
          Diagnostic(
            "number-comparison", .warning, at: other.span,
            Wording(chinese: "`\(written)` 是一个词，与一个数比较永远不相等", english: "`\(written)` is a word: it is never equal to a number"),
            help: Wording(chinese: "可用：\(SourceChecks.list(words))", english: "one of: \(SourceChecks.list(words))"))
        ]
      }
      guard case .string(let literal) = other.kind, !words.contains(literal.text) else { continue }
      let text = literal.text
      let near = closest(to: text, among: words.sorted())
      return [
        Diagnostic(
          "unknown-value", .warning, at: other.span, Wording(chinese: "`\(written)`没有 `\(text)`", english: "`\(written)` has no value `\(text)`"),
          help: near.map { Wording(chinese: "是否想写 `\($0)`？", english: "did you mean `\($0)`?") }
            ?? Wording(chinese: "可用：\(SourceChecks.list(words))", english: "one of: \(SourceChecks.list(words))"))
      ]
    }
    return []
  }

  private static func list(_ words: Set<String>) -> String { words.sorted().map { "`\($0)`" }.joined(separator: ", ") }

  /// The words of each field that has a closed list of them wherever it occurs, in both languages.
  private static let closedWords: [String: Set<String>] = {
    var words: [String: Set<String>] = [:], open: Set<String> = []
    for field in CitySchema.tables.flatMap(\.fields) {
      if case .enumeration(let enumeration) = field.type {
        words[field.name, default: []].formUnion(enumeration.values.flatMap { [$0.name, $0.chinese] })
      } else {
        open.insert(field.name)
      }
    }
    return words.filter { !open.contains($0.key) }
  }()

  private static func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .float: true
    case .unary(.minus, let inner), .parenthesized(let inner): isNumber(inner)
    default: false
    }
  }

  /// The fields that have a unit in every table that has them, and how the unit is written.
  private static let units: [String: Wording] = {
    var units: [String: Wording] = [:]
    var plain: Set<String> = []
    for field in CitySchema.tables.flatMap(\.fields) {
      let unit: Wording? =
        switch field.type {
        case .elapsed: Wording(chinese: "小时(3)", english: "hours(3)")
        case .moment, .day: Wording(chinese: "日期 \"2026-09-30\"", english: "date \"2026-09-30\"")
        case .quantity(Money.type): Wording(chinese: "元(5000)", english: "yuan(5000)")
        case .quantity(Points.type): Wording(chinese: "分值(1)", english: "points(1)")
        case .quantity(CalendarDays.type): Wording(chinese: "自然日(30)", english: "calendar_days(30)")
        case .quantity(Percentage.type): Wording(chinese: "百分之(30)", english: "percent(30)")
        default: nil
        }
      if let unit { units[field.name] = unit } else { plain.insert(field.name) }
    }
    return units.filter { !plain.contains($0.key) }
  }()
}
