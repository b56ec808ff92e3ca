internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads a file of tests: every name, unit and day is checked, and what is wrong is shown where it stands.
struct TestReader {
  let session: ScriptSession
  let source: SourceText
  let chunk: Chunk

  private var kinds: CityKinds { session.kinds }

  func cases(_ declared: [Desk.Declared]) throws(ScriptError) -> [TestCase] {
    var cases: [TestCase] = []
    for declaration in declared {
      do throws(RuleProblem) {
        guard declaration.kind == "test" else {
          throw RuleProblem(
            "not-a-test", at: [],
            Wording(chinese: "测试文件里只写 `测试`", english: "a file of tests has nothing but tests"))
        }
        cases += try self.cases(declaration.name, declaration.body)
      } catch {
        throw located(error, declaration.name)
      }
    }
    return cases
  }

  func located(_ problem: RuleProblem, _ test: String) -> ScriptError {
    let ofKey = ["unknown-field", "unknown-key", "unknown-table", "derived-field"].contains(problem.code.rawValue)
    let span = KeyPath(problem.path, of: test, in: chunk, ofKey: ofKey).span
    return ScriptError(Diagnostic(problem.code, at: span, problem.message, help: problem.help), in: source)
  }

  private static let keys = ["day", "last_seen_day", "period", "beside", "given", "acts", "expect", "cases"]

  private func cases(_ name: String, _ body: LuaTable) throws(RuleProblem) -> [TestCase] {
    try check(body, TestReader.keys, at: [])
    let base = try given(body, at: [])
    guard let list = body.at("cases") else { return [try one(name, body, body, base, at: [])] }
    guard case .table(let table) = list, !table.array.isEmpty, table.named.isEmpty else {
      throw .wrongType(["cases"], expected: .init(chinese: "花括号里的各例", english: "a list of cases in braces"), found: list.shown(kinds))
    }
    var cases: [TestCase] = []
    for (index, item) in table.array.enumerated() {
      let path = ["cases", "#\(index + 1)"]
      guard case .table(let row) = item else {
        throw .wrongType(path, expected: .init(chinese: "一例", english: "a case in braces"), found: item.shown(kinds))
      }
      guard case .string(let own)? = row.array.first, row.array.count == 1 else {
        throw RuleProblem(
          "missing-key", at: path, Wording(chinese: "这一例没有名称", english: "the case has no name"),
          help: Wording(chinese: "第一项写引号里的名称：{ \"两人投诉\", … }", english: "begin it with a name: { \"two complaints\", … }"))
      }
      let own_given = try given(row, at: path)
      // A case replaces the tables that it gives.
      let names = Set(own_given.map(\.schema.name))
      let tables = base.filter { !names.contains($0.schema.name) } + own_given
      cases.append(try one("\(name) › \(own)", row, body, tables, at: path))
    }
    return cases
  }

  private func one(
    _ name: String, _ own: LuaTable, _ base: LuaTable, _ given: [GivenTable], at path: [String]
  ) throws(RuleProblem) -> TestCase {
    func value(_ key: String) -> (LuaValue, [String])? {
      if let value = own.at(key) { return (value, path + [key]) }
      return base.at(key).map { ($0, [key]) }
    }
    let test = String(name.split(separator: "›").first ?? "").trimmingSpaces()
    let span = KeyPath(path, of: test, in: chunk, ofKey: true).span
    var day = Day("2026-12-31") ?? Day(ordinal: 0)
    if let (value, path) = value("day") ?? value("last_seen_day") { day = try self.day(value, at: path) }
    var period: Period?
    if let (value, path) = value("period") {
      guard case .string(let text) = value, let known = Period(text) else {
        throw .wrongType(path, expected: .init(chinese: "期间，如 \"2026-09\"", english: "a period such as \"2026-09\""), found: value.shown(kinds))
      }
      period = known
    }
    guard let (expect, expectPath) = value("expect") else {
      throw .missing("expect", at: path, help: .init(chinese: "写明应得什么", english: "say what must come out"))
    }
    var acts: [TestAct] = []
    if let (value, path) = value("acts") { acts = try self.acts(value, at: path) }
    var beside: [String] = []
    if let (value, path) = value("beside") {
      beside = value.string.map { [$0] } ?? value.table?.array.compactMap(\.string) ?? []
      guard !beside.isEmpty else {
        throw .wrongType(path, expected: .init(chinese: "脚本文件名", english: "the name of a script's file"), found: value.shown(kinds))
      }
    }
    return TestCase(
      name: name, line: span.map { source.lineNumber(at: $0.start) } ?? 1, day: day, period: period, given: given, acts: acts, beside: beside,
      expected: try ExpectationReader(kinds: kinds).expectations(expect, at: expectPath))
  }

  private func check(_ table: LuaTable, _ keys: [String], at path: [String]) throws(RuleProblem) {
    for (key, _) in table.named where !keys.contains(key) && CitySchema.table(key) == nil {
      throw .unknown("unknown-key", key, at: path + [key], what: .init(chinese: "测试", english: "a test"), among: keys)
    }
  }

  private func day(_ value: LuaValue, at path: [String]) throws(RuleProblem) -> Day {
    if let day = kinds.day.value(of: value) { return Quantities.day(day) }
    if case .string(let text) = value, let day = Day(text) { return day }
    throw .wrongType(
      path, expected: .init(chinese: "日期", english: "a day"), found: value.shown(kinds),
      help: .init(chinese: "写作 \"2026-09-30\"", english: "write \"2026-09-30\""))
  }

  // MARK: Rows

  /// The tables under `given`, and those written beside it.
  private func given(_ body: LuaTable, at path: [String]) throws(RuleProblem) -> [GivenTable] {
    var tables: [GivenTable] = []
    if let value = body.at("given") {
      guard case .table(let inner) = value else {
        throw .wrongType(path + ["given"], expected: .init(chinese: "花括号里的各表", english: "tables in braces"), found: value.shown(kinds))
      }
      for (name, rows) in inner.named { tables.append(try table(name, rows, at: path + ["given", name])) }
    }
    for (name, rows) in body.named where !TestReader.keys.contains(name) { tables.append(try table(name, rows, at: path + [name])) }
    return tables
  }

  private func table(_ name: String, _ value: LuaValue, at path: [String]) throws(RuleProblem) -> GivenTable {
    guard let schema = CitySchema.table(name) else {
      throw .unknown(
        "unknown-table", name, at: path, what: .init(chinese: "台账", english: "the register"), among: CitySchema.tables.map(\.name))
    }
    guard !schema.fields.allSatisfy(\.isDerived) else {
      throw RuleProblem(
        "derived-field", at: path,
        Wording(chinese: "`\(schema.chinese)` 是推算出来的，不能直接给", english: "`\(schema.name)` is computed and cannot be given"),
        help: Wording(chinese: "请给出它所依据的事实，如合同、公示内容", english: "give the facts that it rests on, such as contracts and disclosures"))
    }
    guard case .table(let list) = value, list.named.isEmpty else {
      throw .wrongType(path, expected: .init(chinese: "一列记录：{ { … }, { … } }", english: "a list of rows: { { … }, { … } }"), found: value.shown(kinds))
    }
    var rows: [GivenTable.Row] = []
    for (index, item) in list.array.enumerated() {
      let place = path + ["#\(index + 1)"]
      guard case .table(let row) = item, row.array.isEmpty else {
        throw .wrongType(place, expected: .init(chinese: "一条记录：{ 字段 = 值 }", english: "a row: { field = value }"), found: item.shown(kinds))
      }
      var values: [String: LuaValue] = [:]
      for (name, value) in row.named {
        guard schema.field(name) != nil else {
          throw .unknown(
            "unknown-field", name, at: place + [name], what: .init(chinese: schema.chinese, english: "`\(schema.name)`"),
            among: schema.fields.map(\.name))
        }
        values[name] = value
      }
      rows.append(.init(values: values, path: place))
    }
    return GivenTable(schema: schema, rows: rows)
  }

  // MARK: Acts

  private func acts(_ value: LuaValue, at path: [String]) throws(RuleProblem) -> [TestAct] {
    guard case .table(let list) = value, list.named.isEmpty else {
      throw .wrongType(path, expected: .init(chinese: "一列办理动作", english: "a list of acts"), found: value.shown(kinds))
    }
    var acts: [TestAct] = []
    for (index, item) in list.array.enumerated() {
      let place = path + ["#\(index + 1)"]
      guard case .table(let act) = item, case .string(let step)? = act.array.first else {
        throw .wrongType(
          place, expected: .init(chinese: "{ \"步骤\", 由 = …, 时刻 = … }", english: "{ \"step\", by = …, at = … }"), found: item.shown(kinds))
      }
      for (key, _) in act.named where !["by", "at", "level", "attachment", "amount", "sum_paid", "refused", "concerns"].contains(key) {
        throw .unknown(
          "unknown-key", key, at: place + [key], what: .init(chinese: "办理动作", english: "an act"),
          among: ["by", "at", "level", "attachment", "amount", "refused", "concerns"])
      }
      guard case .string(let officer)? = act.at("by") else {
        throw .missing("by", at: place, help: .init(chinese: "写明谁办理", english: "say who does it"))
      }
      guard case .string(let time)? = act.at("at"), let moment = Moment(time) else {
        throw .missing("at", at: place, help: .init(chinese: "写作 时刻 = \"2026-09-01 09:00\"", english: "write at = \"2026-09-01 09:00\""))
      }
      var papers: [String] = []
      switch act.at("attachment") {
      case .string(let paper)?: papers = [paper]
      case .table(let list)?: papers = list.array.compactMap(\.string)
      default: break
      }
      let amount = (act.at("amount") ?? act.at("sum_paid")).flatMap { kinds.money.value(of: $0) }.map { Money(fen: $0) }
      acts.append(
        TestAct(
          step: step, concerns: act.at("concerns")?.string, officer: officer, level: act.at("level")?.string, moment: moment,
          attachments: papers, amount: amount, refuses: act.at("refused")?.boolean ?? false))
    }
    return acts
  }
}
