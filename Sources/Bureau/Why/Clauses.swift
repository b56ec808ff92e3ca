internal import CityModel
internal import Columns

/// One clause of a condition: a field under a test, however deep it stands.
struct Clause {
  /// From the table that is judged, through references, to the field.
  var path: [Field]
  var condition: Condition
  /// What is asked, in words: `= 电梯困人`, `> 24 h`.
  var test: Bilingual
  /// Whether it is one of several of which one is enough.
  var isAlternative: Bool

  var name: Bilingual {
    Bilingual(zh: path.map(\.chinese).joined(separator: "的"), en: path.map(\.name).joined(separator: "."))
  }
}

/// Takes a condition apart, so that each clause can be shown met, not met or unknown (D8).
struct ClauseReader {
  let dataset: any Dataset

  func clauses(_ condition: Condition, over table: Table, isAlternative: Bool = false) -> [Clause] {
    if case .all(let parts) = condition { return parts.flatMap { clauses($0, over: table, isAlternative: isAlternative) } }
    if case .any(let parts) = condition { return parts.flatMap { clauses($0, over: table, isAlternative: parts.count > 1) } }
    if case .related(let name, let inner) = condition, let field = table.schema.field(name), let target = dataset.target(of: field) {
      return clauses(inner, over: target, isAlternative: isAlternative).map { clause in
        var outer = clause
        outer.path.insert(field, at: 0)
        outer.condition = .related(name, clause.condition)
        return outer
      }
    }
    if case .field(let name, let test) = condition, let field = table.schema.field(name) {
      return [Clause(path: [field], condition: condition, test: TestWords.words(test, field), isAlternative: isAlternative)]
    }
    // A form of condition that has no words of its own yet is shown as it is, and judged like the others.
    return [Clause(path: [], condition: condition, test: Bilingual(zh: "\(condition)", en: "\(condition)"), isAlternative: isAlternative)]
  }

  /// The value at the end of a clause's path for one row, as people read it.
  func value(_ clause: Clause, row: Int, of table: Table) throws(ColumnError) -> Cell {
    var table = table
    var row = row
    for (position, field) in clause.path.enumerated() {
      if position < clause.path.count - 1 {
        guard let target = dataset.target(of: field), let next = try table.column(field).reference(row) else { return .empty }
        (table, row) = (target, next)
      } else {
        return try TestWords.shown(table, field, row, dataset)
      }
    }
    return .empty
  }
}

/// Tests and values in words.
enum TestWords {
  static func words(_ test: Test, _ field: Field) -> Bilingual {
    func value(_ number: Int64) -> Bilingual { text(.number(number), field) }
    func list(_ values: [FieldValue]) -> Bilingual {
      let words = values.map { text($0, field) }
      return Bilingual(zh: words.map(\.zh).joined(separator: "、"), en: words.map(\.en).joined(separator: ", "))
    }
    if case .equals(let wanted) = test { return said("为", "is", text(wanted, field)) }
    if case .differs(let wanted) = test { return said("不为", "is not", text(wanted, field)) }
    if case .lessThan(let bound) = test { return said("不满", "less than", value(bound)) }
    if case .atMost(let bound) = test { return said("不超过", "at most", value(bound)) }
    if case .moreThan(let bound) = test { return said("超过", "more than", value(bound)) }
    if case .atLeast(let bound) = test { return said("不少于", "at least", value(bound)) }
    if case .between(let low, let high) = test {
      return Bilingual(zh: "在 \(value(low).zh) 与 \(value(high).zh) 之间", en: "between \(value(low).en) and \(value(high).en)")
    }
    if case .oneOf(let values) = test { return said("为其一：", "one of", list(values)) }
    if case .notOneOf(let values) = test { return said("不属于：", "none of", list(values)) }
    if case .exists(let wanted) = test { return wanted ? Bilingual(zh: "有记录", en: "is there") : Bilingual(zh: "没有记录", en: "is not there") }
    return Bilingual(zh: "\(test)", en: "\(test)")
  }

  private static func said(_ zh: String, _ en: String, _ value: Bilingual) -> Bilingual {
    Bilingual(zh: zh + value.zh, en: "\(en) \(value.en)")
  }

  private static func text(_ value: FieldValue, _ field: Field) -> Bilingual {
    switch value {
    case .flag(let flag): return flag ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no")
    case .text(let text):
      if case .enumeration(let words) = field.type, let known = words.values.first(where: { $0.name == text }) {
        return Bilingual(zh: known.chinese, en: known.name)
      }
      return Bilingual(zh: text, en: text)
    case .row(let row): return Bilingual(zh: "第 \(row) 行", en: "row \(row)")
    case .number(let number):
      if case .elapsed = field.type { return elapsed(number) }
      let plain = field.type.cell(number).plain
      return Bilingual(zh: plain, en: plain)
    }
  }

  static func elapsed(_ seconds: Int64) -> Bilingual {
    let parts = [(seconds / 86_400, "天", "d"), (seconds / 3600 % 24, "小时", "h"), (seconds / 60 % 60, "分钟", "min")].filter { $0.0 != 0 }
    guard !parts.isEmpty else { return Bilingual(zh: "\(seconds)秒", en: "\(seconds) s") }
    return Bilingual(zh: parts.map { "\($0.0)\($0.1)" }.joined(), en: parts.map { "\($0.0) \($0.2)" }.joined(separator: " "))
  }

  /// A row's value as people read it: references by their labels, elapsed times in hours and minutes.
  static func shown(_ table: Table, _ field: Field, _ row: Int, _ dataset: any Dataset) throws(ColumnError) -> Cell {
    if let target = dataset.target(of: field) {
      guard let at = try table.column(field).reference(row) else { return .empty }
      return try target.cell(target.schema.label, row: at)
    }
    if case .elapsed = field.type, let seconds = try table.column(field).integer(row) { return .text(elapsed(seconds).en) }
    return try table.cell(field.name, row: row)
  }
}
