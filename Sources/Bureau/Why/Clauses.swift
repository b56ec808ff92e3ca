internal import CityModel
internal import Columns
internal import DistrictRules

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
    let name: String? =
      switch condition {
      case .field(let name, _), .months(let name, _, _): name
      case .all, .any, .related: nil
      }
    guard let field = name.flatMap({ table.schema.field($0) }), let asked = condition.requirement(of: field, in: dataset as? Snapshot) else {
      return []
    }
    return [Clause(path: [field], condition: condition, test: asked, isAlternative: isAlternative)]
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
        return try FactWords.shown(table, field, row, dataset)
      }
    }
    return .empty
  }
}

/// Values in words.
enum FactWords {
  /// A row's value as people read it: references by their labels, words of a set in both languages, elapsed times in hours and minutes,
  /// the end of a time limit that is the end of a day as that day's.
  static func shown(_ table: Table, _ field: Field, _ row: Int, _ dataset: any Dataset) throws(ColumnError) -> Cell {
    if let target = dataset.target(of: field) {
      guard let at = try table.column(field).reference(row) else { return .empty }
      return try target.cell(target.schema.label, row: at)
    }
    let cell = try table.cell(field.name, row: row)
    switch (field.type, cell) {
    case (.elapsed, .integer(let seconds)): return Cell(elapsed(seconds))
    case (.enumeration(let words), .text(let text)): return Cell(text, of: words)
    case (.text, .text(let text)) where field == FundRequest.items:
      return FundItems.cell(text)
    case (.moment, .moment(let moment)) where field.name.hasSuffix("_due"): return .lastMoment(moment)
    default: return cell
    }
  }

  static func elapsed(_ seconds: Int64) -> Bilingual {
    let parts = [(seconds / 86_400, "天", "d"), (seconds / 3600 % 24, "小时", "h"), (seconds / 60 % 60, "分钟", "min")].filter { $0.0 != 0 }
    guard !parts.isEmpty else { return Bilingual(zh: "\(seconds)秒", en: "\(seconds) s") }
    return Bilingual(zh: parts.map { "\($0.0)\($0.1)" }.joined(), en: parts.map { "\($0.0) \($0.2)" }.joined(separator: " "))
  }
}
