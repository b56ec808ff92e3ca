internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

/// Answers for one figure: a snapshot, the rules in force, and the words of the reader's language.
struct WhyDesk {
  let office: Office
  let ruled: RuledSession
  let rules: [DivisionRules]
  let county: Int?
  let say: (Bilingual) -> String

  init(_ office: Office, scope: Scope, cut: Moment, choice: RulesChoice, say: @escaping (Bilingual) -> String) throws(OfficeError) {
    self.office = office
    self.say = say
    (ruled, rules) = try office.ruled(scope, asOf: cut, choice: choice)
    do {
      county = try CityAdvisor.countyRow(of: ruled.snapshot)
    } catch {
      throw OfficeError(error)
    }
  }

  var snapshot: Snapshot { ruled.snapshot }
  var session: ScriptSession { ruled.session }

  static func year(_ snapshot: Snapshot) -> ClosedRange<Day> {
    let first = Day(year: snapshot.day.year, month: 1, day: 1) ?? snapshot.day
    return first...max(first, snapshot.day)
  }

  var own: [ScriptInForce] { rules.dropFirst().flatMap(\.scripts) }

  /// The adjustments of the district, with the script and the days of each.
  func adjustments() throws -> [(script: ScriptInForce, adjustment: Adjustment)] {
    var found: [(script: ScriptInForce, adjustment: Adjustment)] = []
    for one in own {
      for case .adjustment(var adjustment) in try session.load(one.script) {
        guard let days = one.clip(adjustment.effective) else { continue }
        adjustment.heading.effective = days
        found.append((one, adjustment))
      }
    }
    return found
  }

  func revision(_ script: ScriptInForce) -> String {
    script.revision.map { say(Bilingual(zh: "第\($0)号修订", en: "revision \($0)")) } ?? say(Bilingual(zh: "未施行", en: "not enacted"))
  }

  static var clauseTable: ResultTable {
    ResultTable(columns: [
      .init("rule", title: "规则"), .init("revision", title: "修订"), .init("clause", title: "条件"), .init("test", title: "要求"),
      .init("value", title: "实际"), .init("verdict", title: "结果"), .init("rows", title: "件数"),
    ])
  }

  static var layerTable: ResultTable {
    ResultTable(columns: [
      .init("layer", title: "层", type: .enumeration(OfficeWords.layers)), .init("rule", title: "规则"), .init("basis", title: "依据"), .init("revision", title: "修订"),
      .init("from", title: "自"), .init("to", title: "至"), .init("effect", title: "结果"), .init("why", title: "缘由"),
    ])
  }

  /// A condition's clauses for one row: each with the value that was read.
  func clauses(
    _ condition: Condition, _ row: Int, of table: Table, in dataset: any Dataset, rule: String, revision: String, into out: inout ResultTable
  ) throws {
    let reader = ClauseReader(dataset: dataset)
    for clause in reader.clauses(condition, over: table) {
      let verdict = try clause.condition.verdicts(over: table, in: dataset)[row]
      let other = clause.isAlternative ? say(Bilingual(zh: "（其一即可）", en: " (one is enough)")) : ""
      out.rows.append([
        .text(rule), .text(revision), .text(say(clause.name)), .text(say(clause.test) + other), try reader.value(clause, row: row, of: table),
        .text(say(verdict.words)), .empty,
      ])
    }
  }

  /// The row of a key.
  func row(_ key: String, of schema: TableSchema, field: Columns.Field) throws(ColumnError) -> Int? {
    let table = snapshot.table(schema)
    let column = try table.column(field)
    return (0..<table.count).first { column.text($0) == key }
  }

  /// The code of the county of a case's estate.
  func county(ofProjectOf row: Int, in schema: TableSchema, _ project: Columns.Field) throws(ColumnError) -> String? {
    guard let estate = try snapshot.table(schema).column(project).reference(row),
      let county = try snapshot.table(Project.schema).column(Project.county).reference(estate)
    else { return nil }
    return try snapshot.table(Division.schema).column(Division.codeField).text(county)
  }

  /// What was read of a row.
  func facts(_ row: Int, of schema: TableSchema) throws(ColumnError) -> ResultTable {
    let table = snapshot.table(schema)
    var facts = ResultTable(columns: [.init("field", title: "字段"), .init("chinese", title: "名称"), .init("value", title: "值")])
    for field in schema.fields where field.personalData == .none {
      let cell = try FactWords.shown(table, field, row, snapshot)
      if cell != .empty { facts.rows.append([.word(field.name, chinese: field.chinese), .text(field.chinese), cell]) }
    }
    return facts
  }
}
