internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Where a script's declarations and proposals land, and where it asks the city's rules.
final class Desk {
  struct Declared {
    var kind: String
    var name: String
    var body: LuaTable
  }

  let kinds: CityKinds
  let store: QueryStore
  private let queries: QueryBinding
  weak var advisor: (any Advisor)?
  private var declared: [Declared] = []
  private var proposals: [Proposal] = []
  private var rule = ""
  private var basis = Basis(document: "")

  init(kinds: CityKinds, store: QueryStore, queries: QueryBinding, advisor: (any Advisor)?) {
    self.kinds = kinds
    self.store = store
    self.queries = queries
    self.advisor = advisor
  }

  func begin(rule: String = "", basis: Basis = Basis(document: "")) {
    declared = []
    proposals = []
    self.rule = rule
    self.basis = basis
  }

  func takeDeclared() -> [Declared] { declared }
  func takeProposals() -> [Proposal] { proposals }

  func functions(_ engine: Engine) throws(LuaError) -> [String: LuaValue] {
    [
      "declare": try engine.function("declare") { [unowned self] call in
        guard self.declared.count < 64 else { throw RuleProblem.fault(
        "too-many", chinese: "一个文件里的声明超过 64 个", english: "more than 64 declarations in one file") }
        self.declared.append(.init(kind: try call.string(1), name: try call.string(2), body: try call.table(3)))
      },
      "propose": try engine.function("propose") { [unowned self] call in try self.propose(&call) },
      "red_candidates": try engine.function("red_candidates") { [unowned self] call in try self.candidates(.redList, &call) },
      "black_candidates": try engine.function("black_candidates") { [unowned self] call in try self.candidates(.blackList, &call) },
      "red_removals": try engine.function("red_removals") { [unowned self] call in try self.candidates(.redRemoval, &call) },
      "response_rates": try engine.function("response_rates") { [unowned self] call in try self.responseRates(&call) },
      "why": try engine.function("why") { [unowned self] call in try self.why(&call) },
      "what_if": try engine.function("what_if") { [unowned self] call in try self.whatIf(&call) },
    ]
  }

  private func enterprise(_ call: borrowing Call, _ index: Int) throws -> Int {
    guard let kind = kinds.record(Enterprise.schema.name) else { throw RuleProblem.fault(
        "unknown-table", chinese: "没有企业", english: "no enterprises") }
    return Int(try call.row(index, kind))
  }

  /// What may stand in the braces behind a proposal.
  static func proposalKeys(_ kind: Proposal.Kind) -> [String] {
    ["because", "grounds", "evidence", "once_per", "due", "to"] + (kind == .deduction ? ["points", "item"] : [])
      + (kind.advices.isEmpty ? [] : ["advice"])
  }

  private func propose(_ call: inout Call) throws {
    guard !rule.isEmpty else {
      throw RuleProblem.fault(
        "not-in-a-job", chinese: "只有任务可以提请", english: "proposals are made by jobs",
        help: Wording(
          chinese: "写作 job \"…\" { run = function(period) … end }", english: "write job \"…\" { run = function(period) … end }"))
    }
    guard let kind = Proposal.Kind(rawValue: try call.string(1)) else { throw call.wrong(1, "a kind of proposal") }
    let body = KeyReader(
      table: try call.table(3), path: [], values: ValueReader(kinds: kinds, snapshot: store.snapshot), sink: ProblemSink())
    var proposal = Proposal(kind: kind, because: "", grounds: [], rule: rule, basis: basis)
    try subject(&call, &proposal)
    body.allow(Desk.proposalKeys(kind))
    if !body.has("because") { body.missing("because", chinese: "写明告知企业的理由", english: "say the reason that the enterprise is told") }
    proposal.because = body.text("because") ?? ""
    proposal.grounds = body.texts("grounds")
    let once: Job.Cycle? = body.word("once_per")
    proposal.oncePer = once?.rawValue
    proposal.due = body.span("due", [.calendarDays, .workingDays, .calendarMonths])
    proposal.to = body.text("to").map(CityVocabulary.english)
    proposal.points = body.points("points")
    if let word = body.text("item") {
      guard let item = ScoreItem.named(word) else {
        throw RuleProblem.unknown(
          "unknown-item", word, at: ["item"], what: Wording(chinese: "市级评分项", english: "the city's list of scoring items"),
          among: ScoreItem.all.map(\.code))
      }
      proposal.item = item.code
    }
    if kind == .deduction, proposal.points == nil {
      body.missing("points", chinese: "写明提请扣多少分", english: "say how many points")
    }
    if kind == .referral { body.requireDepartment() }
    if !kind.advices.isEmpty { proposal.advice = body.advice(for: kind) }
    if let first = body.sink.problems.first { throw first }
    proposal.evidence = try evidence(body.at("evidence"))
    guard proposals.count < 100_000 else { throw RuleProblem.fault(
        "too-many", chinese: "一次运行的提请超过 100000 项", english: "more than 100,000 proposals in one run") }
    proposals.append(proposal)
  }

  /// An enterprise, or for some kinds an estate with the enterprise that serves it.
  private func subject(_ call: inout Call, _ proposal: inout Proposal) throws {
    if proposal.kind.allowsProject, let kind = kinds.record(Project.schema.name), let row = kind.row(of: try call.value(2)) {
      let projects = store.snapshot.table(Project.schema)
      guard Int(row) < projects.count else { throw call.wrong(2, "an enterprise or a project") }
      proposal.project = Int(row)
      proposal.enterprise = try projects.column(Project.enterprise).reference(Int(row))
    } else {
      proposal.enterprise = try enterprise(call, 2)
    }
  }

  /// A query, or the table that a candidate brings along.
  private func evidence(_ value: LuaValue?) throws -> Proposal.Evidence? {
    guard let value else { return nil }
    if let row = kinds.query.row(of: value) {
      let query = try queries.query(at: row)
      return .init(table: query.schema.name, rows: try queries.selected(query).rows)
    }
    if case .table(let table) = value, case .string(let name)? = table.at("table"), case .table(let rows)? = table.at("rows") {
      return .init(table: name, rows: rows.array.compactMap { $0.integer.map { UInt32(clamping: $0) } })
    }
    throw RuleProblem.wrongType(["evidence"], expected: .init(chinese: "查询结果", english: "a query"), found: value.shown(kinds))
  }

  private func candidates(_ list: Proposal.Kind, _ call: inout Call) throws {
    let period = try call.table(1)
    guard let first = kinds.day.value(of: period["first_day"]), let last = kinds.day.value(of: period["last_day"]) else {
      throw call.wrong(1, "a period")
    }
    guard let advisor, let kind = kinds.record(Enterprise.schema.name) else {
      throw RuleProblem.fault(
        "not-here", chinese: "这里不能询问市级规则", english: "the city's rules cannot be asked here")
    }
    var found: [LuaValue] = []
    for candidate in try advisor.candidates(list, from: Quantities.day(first), to: Quantities.day(last))
    where store.visited.contains(candidate.enterprise) {
      var table: LuaTable = [
        "enterprise": try kinds.engine.row(kind, candidate.enterprise), "because": .string(candidate.because),
        "grounds": .table(LuaTable(array: candidate.grounds.map { .string($0) })),
      ]
      if let evidence = candidate.evidence {
        table["evidence"] = .table([
          "table": .string(evidence.table), "rows": .table(LuaTable(array: evidence.rows.map { .integer(Int64($0)) })),
        ])
      }
      found.append(.table(table))
    }
    try call.return(.table(LuaTable(array: found)))
  }

  private func why(_ call: inout Call) throws {
    let figure = call.count > 1 ? try call.string(2) : "score"
    guard ["score", "得分", "分值"].contains(figure) else {
      throw RuleProblem.fault(
        "unknown-figure", chinese: "这里只说明得分，不说明 `\(figure)`", english: "the score is explained here, not `\(figure)`",
        help: Wording(chinese: "名单、等级和投诉用命令 xize why", english: "lists, grades and complaints: the command xize why"))
    }
    guard let advisor else { throw RuleProblem.fault(
        "not-here", chinese: "这里不能询问市级规则", english: "the city's rules cannot be asked here") }
    let table = try advisor.why(enterprise: try enterprise(call, 1))
    try call.return(kinds.engine.object(kinds.result, try store.add(table)))
  }

  /// `what_if "file.lua"`, or several in braces; behind them the period, `what_if("file.lua", "2026-08")`.
  private func whatIf(_ call: inout Call) throws {
    let files = call.isTable(1) ? try call.table(1).array.compactMap(\.string) : [try call.string(1)]
    guard !files.isEmpty else { throw call.wrong(1, "a file") }
    guard let advisor, rule.isEmpty else {
      throw RuleProblem.fault(
        "not-here", chinese: "规则运行时不能问 `假如`", english: "a rule that is run cannot ask `what_if`",
        help: Wording(chinese: "在 xize repl 里问，或用命令 xize preview", english: "ask at xize repl, or use the command xize preview"))
    }
    let period = call.count > 1 ? try self.period(try call.string(2)) : nil
    try call.return(kinds.engine.object(kinds.result, try store.add(try advisor.whatIf(files, period: period))))
  }

  private func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw RuleProblem.fault(
        "wrong-type", chinese: "`\(text)` 不是期间", english: "`\(text)` is no period",
        help: Wording(chinese: "写作 \"2026-08\"、\"2026-Q3\" 或 \"2026\"", english: "write \"2026-08\", \"2026-Q3\" or \"2026\""))
    }
    return period
  }
}
