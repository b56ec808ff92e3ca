internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads a `where` or `when` table as a condition over a table's columns: every name and unit is checked before anything runs.
struct ConditionReader {
  let values: ValueReader

  /// Depth of nested tables that a condition may have.
  private static let depthLimit = 12

  func condition(_ table: LuaTable, over schema: TableSchema, at path: [String]) throws(RuleProblem) -> Condition {
    guard path.count <= ConditionReader.depthLimit else {
      throw RuleProblem(
        "condition-too-deep", at: path, Wording(chinese: "条件嵌套太深", english: "the condition is nested too deeply"))
    }
    if case .string(let test)? = table.at("test") {
      return try combined(test, table, over: schema, at: path)
    }
    var parts: [Condition] = []
    for value in table.array {
      guard case .table(let inner) = value else {
        throw RuleProblem(
          "condition-without-field", at: path,
          Wording(chinese: "条件须写明字段，不能只写 `\(value.shown(values.kinds))`", english: "a condition names a field; `\(value.shown(values.kinds))` stands alone"),
          help: Wording(chinese: "写作 { 字段 = 值 }", english: "write { field = value }"))
      }
      parts.append(try condition(inner, over: schema, at: path))
    }
    for (name, value) in table.named {
      guard let field = schema.field(name) else {
        throw .unknown(
          "unknown-field", name, at: path + [name],
          what: Wording(chinese: "\(schema.chinese)", english: "`\(schema.name)`"), among: schema.fields.map(\.name))
      }
      parts.append(try clause(value, of: field, at: path + [name]))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// `any_of{ {…}, {…} }` in the place of a whole condition.
  private func combined(
    _ test: String, _ table: LuaTable, over schema: TableSchema, at path: [String]
  ) throws(RuleProblem) -> Condition {
    guard test == "any_of" || test == "all_of", case .table(let list)? = table.at("values") else {
      throw RuleProblem(
        "condition-without-field", at: path,
        Wording(chinese: "`\(test)` 须用于某个字段", english: "`\(test)` belongs to a field"),
        help: Wording(chinese: "写作 { 字段 = \(test)(…) }", english: "write { field = \(test)(…) }"))
    }
    var parts: [Condition] = []
    for value in list.array {
      guard case .table(let inner) = value else {
        throw .wrongType(path, expected: .init(chinese: "一组条件", english: "a list of conditions"), found: value.shown(values.kinds))
      }
      parts.append(try condition(inner, over: schema, at: path + [test]))
    }
    return test == "any_of" ? .any(parts) : .all(parts)
  }

  private func clause(_ value: LuaValue, of field: Columns.Field, at path: [String]) throws(RuleProblem) -> Condition {
    guard case .table(let table) = value else {
      return .field(field.name, .equals(try values.value(value, for: field, at: path)))
    }
    if case .string(let name)? = table.at("test") {
      return .field(field.name, try test("\(name)", table, of: field, at: path))
    }
    guard case .reference(let target) = field.type, let schema = CitySchema.table(target) else {
      throw RuleProblem(
        "wrong-type", at: path,
        Wording(chinese: "`\(field.chinese)` 不通向其他表，不能写嵌套条件", english: "`\(field.name)` does not lead to another table"),
        help: Wording(chinese: "几个值之一写作 之一{ … }", english: "for one of several values write one_of{ … }"))
    }
    return .related(field.name, try condition(table, over: schema, at: path))
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
          Wording(chinese: "下限大于上限，永远不会成立", english: "the lower bound is above the upper: this never holds"))
      }
      return .between(low, high)
    case "is_not": return .differs(try values.value(table.at("value") ?? .nil, for: field, at: path))
    case "one_of": return .oneOf(try list())
    case "not_one_of": return .notOneOf(try list())
    case "exists": return .exists(true)
    case "missing": return .exists(false)
    default:
      throw .unknown(
        "unknown-test", name, at: path, what: Wording(chinese: "条件语言", english: "the language of conditions"),
        among: ["more_than", "at_least", "less_than", "at_most", "between", "is_not", "one_of", "not_one_of", "exists", "missing"])
    }
  }
}
