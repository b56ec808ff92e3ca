internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Reads the table of a declaration as a value, key by key; what it does not know it refuses.
struct DeclarationReader {
  let values: ValueReader
  let name: String
  let body: LuaTable

  private var kinds: CityKinds { values.kinds }
  private var conditions: ConditionReader { ConditionReader(values: values) }

  func declaration(kind: String) throws(RuleProblem) -> Declaration {
    switch kind {
    case "adjustment": .adjustment(try adjustment())
    case "procedure": .procedure(try procedure())
    case "job": .job(try job())
    default: throw .unknown("unknown-declaration", kind, at: [], what: .init(chinese: "规则语言", english: "the language"), among: ["adjustment", "procedure", "job"])
    }
  }

  // MARK: Each kind

  private func adjustment() throws(RuleProblem) -> Adjustment {
    try check(keys: [
      "title", "basis", "effective", "relates", "each", "where", "when", "counted", "count_once_per", "deduct", "add", "cap", "because",
    ])
    let table = try collection("each")
    guard table.field("enterprise") != nil || table.name == "enterprise" else {
      throw RuleProblem(
        "no-enterprise", at: ["each"],
        Wording(chinese: "`\(table.chinese)` 的行不属于企业，不能计分", english: "rows of `\(table.plural)` belong to no enterprise, so they make no points"))
    }
    let deducts = body.has("deduct")
    guard deducts != body.has("add") else {
      throw .missing("deduct", at: [], help: .init(chinese: "写 扣分 或 加分 之一", english: "write one of deduct or add"))
    }
    let amountKey = deducts ? "deduct" : "add"
    return Adjustment(
      name: name, title: try text("title"), basis: try basis(), effective: try effective(), relates: try relates(),
      table: table, scope: try condition("where", over: table), when: try condition("when", over: table),
      amount: try amount(amountKey), deducts: deducts, onceFor: try onceFor(table), cap: try cap(), because: try because(table))
  }

  private func procedure() throws(RuleProblem) -> ProcedureChange {
    try check(keys: ["title", "basis", "effective", "amends", "concerns", "where", "changes"])
    let table = try collection("concerns")
    guard case .table(let steps)? = body.at("changes"), !steps.named.isEmpty else {
      throw .missing("changes", at: [], help: .init(chinese: "写明改动哪些步骤", english: "say which steps change"))
    }
    var changes: [ProcedureChange.StepChange] = []
    for (step, value) in steps.named {
      guard case .table(let change) = value else {
        throw .wrongType(["changes", step], expected: .init(chinese: "一组改动", english: "a table of changes"), found: value.shown(kinds))
      }
      changes.append(try stepChange(step, change, at: ["changes", step]))
    }
    return ProcedureChange(
      name: name, title: try text("title"), basis: try basis(), effective: try effective(), amends: try text("amends"),
      table: table, scope: try condition("where", over: table), changes: changes)
  }

  private func stepChange(_ step: String, _ table: LuaTable, at path: [String]) throws(RuleProblem) -> ProcedureChange.StepChange {
    try check(keys: ["also_needs", "within", "not_same_person_as", "at_most"], of: table, at: path)
    var change = ProcedureChange.StepChange(step: step, alsoNeeds: [])
    if let needs = table.at("also_needs") {
      guard case .table(let needed) = needs else {
        throw .wrongType(path + ["also_needs"], expected: .init(chinese: "{ 附件 = … }", english: "{ attachment = … }"), found: needs.shown(kinds))
      }
      try check(keys: ["attachment"], of: needed, at: path + ["also_needs"])
      switch needed.at("attachment") {
      case .string(let text)?: change.alsoNeeds = [text]
      case .table(let list)?: for case .string(let text) in list.array { change.alsoNeeds.append(text) }
      default: throw .missing("attachment", at: path + ["also_needs"], help: .init(chinese: "写明附件名称", english: "name the document"))
      }
    }
    if let within = table.at("within") {
      guard let days = kinds.workingDays.value(of: within), days > 0, days <= 366 else {
        throw .wrongType(path + ["within"], expected: .init(chinese: "工作日(…)", english: "working_days(…)"), found: within.shown(kinds))
      }
      change.withinWorkingDays = Int(days)
    }
    if let other = table.at("not_same_person_as") {
      guard case .string(let text) = other else {
        throw .wrongType(path + ["not_same_person_as"], expected: .init(chinese: "步骤名", english: "the name of a step"), found: other.shown(kinds))
      }
      change.notSamePersonAs = text
    }
    if let most = table.at("at_most") {
      guard let percent = kinds.percent.value(of: most), (0...100).contains(percent) else {
        throw .wrongType(path + ["at_most"], expected: .init(chinese: "百分之(…)", english: "percent(…)"), found: most.shown(kinds))
      }
      change.atMostPercent = Int(percent)
    }
    return change
  }

  private func job() throws(RuleProblem) -> Job {
    try check(keys: ["title", "basis", "effective", "every", "on_working_day", "missed", "run"])
    guard case .function(let run)? = body.at("run") else {
      throw .missing("run", at: [], help: .init(chinese: "写明要做的事：执行内容 = 函数(期间) … 结束", english: "say what is to be done: run = function(period) … end"))
    }
    let cycle = CityVocabulary.english(try text("every"))
    guard let every = Job.Cycle(rawValue: cycle) else {
      throw .unknown(
        "unknown-value", cycle, at: ["every"], what: .init(chinese: "`周期`", english: "`every`"), among: Job.Cycle.allCases.map(\.rawValue))
    }
    var onWorkingDay = 1
    if let value = body.at("on_working_day") {
      guard let day = value.wholeNumber, (1...20).contains(day) else {
        throw .wrongType(["on_working_day"], expected: .init(chinese: "1 到 20 的整数", english: "a whole number from 1 to 20"), found: value.shown(kinds))
      }
      onWorkingDay = Int(day)
    }
    return Job(
      name: name, title: try text("title"), basis: try basis(), effective: try effective(), every: every,
      onWorkingDay: onWorkingDay, run: run)
  }

  // MARK: Keys that several kinds share

  private func check(keys: Set<String>) throws(RuleProblem) { try check(keys: keys, of: body, at: []) }

  private func check(keys: Set<String>, of table: LuaTable, at path: [String]) throws(RuleProblem) {
    if !table.array.isEmpty {
      throw RuleProblem(
        "value-without-key", at: path,
        Wording(chinese: "`\(table.array[0].shown(kinds))` 前面缺少键名", english: "`\(table.array[0].shown(kinds))` has no key before it"),
        help: Wording(chinese: "写作 键 = 值", english: "write key = value"))
    }
    for (key, _) in table.named where !keys.contains(key) {
      throw .unknown(
        "unknown-key", key, at: path + [key], what: .init(chinese: "此处", english: "this table"), among: keys.sorted())
    }
  }

  private func text(_ key: String) throws(RuleProblem) -> String {
    switch body.at(key) {
    case .string(let text)?: return text
    case nil: throw .missing(key, at: [], help: .init(chinese: "写作 \(key) = \"…\"", english: "write \(key) = \"…\""))
    case let other?:
      throw .wrongType([key], expected: .init(chinese: "引号中的文字", english: "text in quotation marks"), found: other.shown(kinds))
    }
  }

  private func day(_ value: LuaValue, at path: [String]) throws(RuleProblem) -> Day {
    if let ordinal = kinds.day.value(of: value) { return Day(ordinal: Int32(clamping: ordinal)) }
    if case .string(let text) = value, let day = Day(text) { return day }
    throw .wrongType(
      path, expected: .init(chinese: "日期", english: "a day"), found: value.shown(kinds),
      help: .init(chinese: "写作 \"2026-07-01\"", english: "write \"2026-07-01\""))
  }

  private func basis() throws(RuleProblem) -> Basis {
    guard case .table(let table)? = body.at("basis") else {
      throw .missing(
        "basis", at: [],
        help: .init(chinese: "写明依据的文件：依据 = { 文号 = \"…\", 条款 = \"…\" }", english: "name the document it rests on: basis = { document = \"…\", article = \"…\" }"))
    }
    try check(keys: ["document", "article", "published", "expires"], of: table, at: ["basis"])
    guard case .string(let document)? = table.at("document"), !document.isEmpty else {
      throw .missing("document", at: ["basis"], help: .init(chinese: "写明文号", english: "give the number of the document"))
    }
    var basis = Basis(document: document)
    if let article = table.at("article") {
      guard case .string(let text) = article else {
        throw .wrongType(["basis", "article"], expected: .init(chinese: "引号中的文字", english: "text in quotation marks"), found: article.shown(kinds))
      }
      basis.article = text
    }
    if let published = table.at("published") { basis.published = try day(published, at: ["basis", "published"]) }
    if let expires = table.at("expires") { basis.expires = try day(expires, at: ["basis", "expires"]) }
    if let published = basis.published, let expires = basis.expires, expires < published {
      throw RuleProblem(
        "dates-out-of-order", at: ["basis", "expires"],
        Wording(chinese: "有效期早于公布日期", english: "it expires before it is published"))
    }
    return basis
  }

  private func effective() throws(RuleProblem) -> Effective {
    guard case .table(let table)? = body.at("effective"), let from = table.at("from") else {
      throw .missing("effective", at: [], help: .init(chinese: "写作 施行 = { 自 = \"2026-07-01\" }", english: "write effective = { from = \"2026-07-01\" }"))
    }
    try check(keys: ["from", "to"], of: table, at: ["effective"])
    var effective = Effective(from: try day(from, at: ["effective", "from"]))
    if let to = table.at("to") {
      let last = try day(to, at: ["effective", "to"])
      guard last >= effective.from else {
        throw RuleProblem("dates-out-of-order", at: ["effective", "to"], Wording(chinese: "终止早于施行", english: "it ends before it begins"))
      }
      effective.to = last
    }
    return effective
  }

  private func relates() throws(RuleProblem) -> String? { !body.has("relates") ? nil : try text("relates") }

  private func collection(_ key: String) throws(RuleProblem) -> TableSchema {
    guard let value = body.at(key) else {
      throw .missing(key, at: [], help: .init(chinese: "写明逐条看什么，例如 投诉", english: "say which collection, such as complaint"))
    }
    guard let table = kinds.collection(value) else {
      throw .wrongType(
        [key], expected: .init(chinese: "一类记录，如 投诉", english: "a collection, such as complaint"), found: value.shown(kinds))
    }
    return table
  }

  private func condition(_ key: String, over table: TableSchema) throws(RuleProblem) -> Condition {
    guard let value = body.at(key) else { return .always }
    guard case .table(let condition) = value else {
      throw .wrongType([key], expected: .init(chinese: "花括号中的条件", english: "conditions in braces"), found: value.shown(kinds))
    }
    return try conditions.condition(condition, over: table, at: [key])
  }

  private func points(_ value: LuaValue, at path: [String]) throws(RuleProblem) -> Points {
    let thousandths = kinds.points.value(of: value) ?? value.decimal(digits: 3)
    guard let thousandths, thousandths > 0, thousandths <= 100_000 else {
      throw .wrongType(
        path, expected: .init(chinese: "大于 0、不超过 100 的分值", english: "points above 0 and up to 100"), found: value.shown(kinds),
        help: .init(chinese: "扣分写正数", english: "deductions are written as positive numbers"))
    }
    return Points(thousandths: thousandths)
  }

  private func amount(_ key: String) throws(RuleProblem) -> Adjustment.Amount {
    switch body.at(key) {
    case .function(let function)?: return .function(function)
    case let value?: return .fixed(try points(value, at: [key]))
    case nil: throw .missing(key, at: [], help: .init(chinese: "写明分值", english: "say how many points"))
    }
  }

  private func onceFor(_ table: TableSchema) throws(RuleProblem) -> Columns.Field? {
    let (value, path): (LuaValue?, [String])
    if case .table(let counted)? = body.at("counted") {
      try check(keys: ["once_for"], of: counted, at: ["counted"])
      (value, path) = (counted.at("once_for"), ["counted", "once_for"])
    } else {
      (value, path) = (body.at("count_once_per"), ["count_once_per"])
    }
    guard let value else { return nil }
    guard case .string(let text) = value else {
      throw .wrongType(path, expected: .init(chinese: "字段名", english: "the name of a field"), found: value.shown(kinds))
    }
    let name = CityVocabulary.english(text)
    guard let field = table.field(name) else {
      throw .unknown(
        "unknown-field", text, at: path, what: .init(chinese: "\(table.chinese)", english: "`\(table.name)`"),
        among: table.fields.map(\.name))
    }
    return field
  }

  private func cap() throws(RuleProblem) -> Adjustment.Cap? {
    guard let value = body.at("cap") else { return nil }
    guard case .table(let table) = value else {
      throw .wrongType(["cap"], expected: .init(chinese: "{ 分值 = …, 每 = …, 期 = … }", english: "{ points = …, per = …, period = … }"), found: value.shown(kinds))
    }
    try check(keys: ["points", "deduct", "add", "per", "period"], of: table, at: ["cap"])
    guard let most = table.at("points") ?? table.at("deduct") ?? table.at("add") else {
      throw .missing("points", at: ["cap"], help: .init(chinese: "写明封顶分值", english: "say the most points"))
    }
    var per = Adjustment.CapSubject.enterprise
    if case .string(let text)? = table.at("per") {
      guard let subject = Adjustment.CapSubject(rawValue: CityVocabulary.english(text)) else {
        throw .unknown(
          "unknown-value", text, at: ["cap", "per"], what: .init(chinese: "`每`", english: "`per`"),
          among: Adjustment.CapSubject.allCases.map(\.rawValue))
      }
      per = subject
    }
    if case .string(let text)? = table.at("period"), CityVocabulary.english(text) != "year" {
      throw .unknown("unknown-value", text, at: ["cap", "period"], what: .init(chinese: "`期`", english: "`period`"), among: ["year"])
    }
    return Adjustment.Cap(points: try points(most, at: ["cap", "points"]), per: per)
  }

  private func because(_ table: TableSchema) throws(RuleProblem) -> Template {
    do {
      return try Template(try text("because"), for: table)
    } catch let fault as Template.Fault {
      switch fault {
      case .unclosed:
        throw RuleProblem("unclosed-placeholder", at: ["because"], Wording(chinese: "`{` 没有对应的 `}`", english: "a `{` has no `}`"))
      case .unknownPlaceholder(let word, let plural):
        throw .unknown(
          "unknown-placeholder", word, at: ["because"], what: .init(chinese: "\(CitySchema.table(plural)?.chinese ?? plural)", english: "`\(plural)`"),
          among: CitySchema.table(plural)?.fields.map(\.name) ?? [])
      }
    } catch let problem as RuleProblem {
      throw problem
    } catch {
      throw RuleProblem("internal", at: ["because"], Wording(verbatim: "\(error)"))
    }
  }
}
