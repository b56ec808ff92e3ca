internal import Columns
internal import CityModel
internal import LuaRuntime
internal import LuaSyntax

/// Reads what a test expects.
struct ExpectationReader {
  let kinds: CityKinds

  func expectations(_ value: LuaValue, at path: [String]) throws(RuleProblem) -> [Expectation] {
    let names = Expectation.Kind.allCases.map(\.rawValue)
    guard case .table(let table) = value, !table.named.isEmpty, table.array.isEmpty else {
      throw .wrongType(
        path, expected: .init(chinese: "{ 分值 = … } 之类的结果", english: "results such as { points = … }"), found: value.shown(kinds))
    }
    var expectations: [Expectation] = []
    for (name, value) in table.named {
      guard let kind = Expectation.Kind(rawValue: name) else {
        throw .unknown("unknown-key", name, at: path + [name], what: .init(chinese: "`应得`", english: "`expect`"), among: names)
      }
      expectations.append(Expectation(kind: kind, records: try records(kind, value, at: path + [name])))
    }
    return expectations
  }

  private func records(_ kind: Expectation.Kind, _ value: LuaValue, at path: [String]) throws(RuleProblem) -> [ExpectedRecord] {
    switch (kind, value) {
    case (.unknown, _):
      guard let count = value.wholeNumber, count >= 0 else {
        throw .wrongType(path, expected: .init(chinese: "件数", english: "a number of rows"), found: value.shown(kinds))
      }
      return [ExpectedRecord(list: ["\(count)"])]
    case (.problem, .string(let code)): return [ExpectedRecord(list: [code])]
    case (.ranking, .table(let list)): return list.array.map { ExpectedRecord(list: [text($0)]) }
    case (.points, .table(let table)):
      var records: [ExpectedRecord] = []
      for (name, value) in labelled(table) {
        guard let thousandths = kinds.points.value(of: value) ?? value.decimal(digits: 3) else {
          throw .wrongType(path + [name], expected: .init(chinese: "分值，扣分写负数", english: "points, below 0 for a deduction"), found: value.shown(kinds))
        }
        if thousandths != 0 { records.append(ExpectedRecord(label: name, list: [Points(thousandths: thousandths).description])) }
      }
      return records
    case (.problem, .table(let list)): return list.array.map { ExpectedRecord(list: [text($0)]) }
    case (_, .table(let table)):
      var records: [ExpectedRecord] = []
      for (index, item) in table.array.enumerated() {
        guard case .table(let row) = item else {
          throw .wrongType(path + ["#\(index + 1)"], expected: .init(chinese: "{ … }", english: "{ … }"), found: item.shown(kinds))
        }
        records.append(record(nil, row))
      }
      for (name, item) in labelled(table) {
        guard case .table(let row) = item else {
          throw .wrongType(path + [name], expected: .init(chinese: "{ … }", english: "{ … }"), found: item.shown(kinds))
        }
        records.append(record(name, row))
      }
      return records
    default:
      throw .wrongType(path, expected: .init(chinese: "花括号里的结果", english: "results in braces"), found: value.shown(kinds))
    }
  }

  private func record(_ label: String?, _ row: LuaTable) -> ExpectedRecord {
    ExpectedRecord(label: label, list: row.array.map(text), named: row.named.map { ($0.0, text($0.1)) })
  }

  /// Names of rows are not words of the language: what was written is what is meant.
  private func labelled(_ table: LuaTable) -> [(String, LuaValue)] { table.named }

  private func text(_ value: LuaValue) -> String {
    switch value {
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .number: return value.decimal(digits: 6).map { ExactDecimal.trimmed($0, digits: 6) } ?? value.shown(kinds)
    case .string(let text): return text
    case .table(let table) where table.at("test")?.string == "missing": return ""
    default: return value.shown(kinds)
    }
  }
}
