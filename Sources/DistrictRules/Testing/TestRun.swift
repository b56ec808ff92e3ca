internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Runs a script over one test's register and writes down what came out, in the words that a test may use.
struct TestRun {
  let session: ScriptSession
  let script: Script
  let test: TestCase
  var coverage: RuleCoverage
  var actual: [Expectation.Kind: [ActualRecord]] = [:]

  var snapshot: Snapshot { session.snapshot }

  mutating func execute() throws(ScriptError) {
    for declaration in try session.load(script) {
      do {
        try execute(declaration)
      } catch {
        if let known = error as? ScriptError { throw known }
        throw session.located(error, in: try session.translate(script.source))
      }
    }
  }

  /// From the first of January to the last day seen.
  private var year: ClosedRange<Day> { (Day("\(test.day.year)-01-01") ?? test.day)...test.day }

  private mutating func execute(_ declaration: Declaration) throws {
    switch declaration {
    case .adjustment(let rule): try execute(rule, declaration)
    case .tightening(let rule): try execute(rule)
    case .procedure(let rule): try execute(rule, declaration)
    case .ownProcedure(let rule): try execute(rule, declaration)
    case .criterion(let rule): try execute(rule, declaration)
    case .job(let job):
      let outcome = try session.outcome(of: job, period: period(job.every), in: script)
      actual[.proposals] = try outcome.proposals.map(record)
      actual[.unknown] = count(outcome.unknownRows.count)
    case .report(let report):
      actual[.rows] = try session.tables(of: report, period: period(.month), in: script).flatMap(records)
      let places = self
      try coverage.see(report, in: snapshot) { places.line($0, declaration) }
    }
    let places = self
    for covered in declaration.conditions {
      try coverage.see(covered, in: snapshot) { places.line($0, declaration) }
    }
  }

  private mutating func execute(_ rule: Adjustment, _ declaration: Declaration) throws {
    let outcome = try session.outcome(of: rule, year: year, in: script)
    actual[.points] = try outcome.effects.filter { $0.points != .zero }.map { effect in
      ActualRecord(label: try names(effect.enterprise, of: Enterprise.schema), list: [[effect.points.description]])
    }
    actual[.unknown] = count(outcome.unknownRows.count)
    if rule.cap != nil {
      let seen = outcome.effects.filter { $0.beforeCap != .zero }.map { $0.points == $0.beforeCap ? "not reached" : "reached" }
      coverage.see("cap", sides: ["reached", "not reached"], line: line(["cap"], declaration), seen: seen)
    }
  }

  private mutating func execute(_ rule: Tightening) throws {
    guard let outcome = try session.outcome(of: rule, days: year, in: script) else {
      if case .duty(let duty) = rule.target { try execute(rule, duty) } else { actual[.deadlines] = [] }
      return
    }
    actual[.unknown] = count(outcome.unknownRows.count)
    actual[.deadlines] = try outcome.rows.map { row in
      ActualRecord(
        label: try names(Int(row.row), of: outcome.table),
        named: [
          ("due", [row.due.description, Moment(seconds: row.due.seconds - 1).day.description]), ("state", TestRun.words(row.state)),
          ("alert", row.alertAt.map { [$0.description] } ?? []),
        ])
    }
  }

  /// The duties that the rule itself asks for, by the day on which they fall due.
  private mutating func execute(_ rule: Tightening, _ duty: DutyTightening) throws {
    let table = snapshot.table(Duty.schema)
    let verdicts = try duty.scope.verdicts(over: table, in: snapshot)
    actual[.unknown] = count(verdicts.rows(.unknown).count)
    let source = try table.column(Duty.requirement), due = try table.column(Duty.due)
    let state = try table.column(Duty.state)
    var records: [ActualRecord] = []
    for row in 0..<table.count where verdicts[row] == .yes && source.text(row) == rule.basis.description {
      guard let day = due.day(row) else { continue }
      let project = try table.column(Duty.project).reference(row)
      records.append(
        ActualRecord(
          label: try names(row, of: Duty.schema),
          named: [
            ("due", [day.description]), ("state", TestRun.duty[state.text(row) ?? ""] ?? []),
            ("late_by", [try table.cell("late_by", row: row).plain]),
            ("project", try project.map { try names($0, of: Project.schema) } ?? []),
          ]))
    }
    actual[.deadlines] = records
  }

  private static let advices = Dictionary(
    SupervisionMeasure.advices.values.map { ($0.name, [$0.name, $0.chinese]) }, uniquingKeysWith: { first, _ in first })
  private static let duty = [
    "done in time": ["in time", "按时"], "done late": ["late", "超期"], "not yet due": ["running", "办理中"], "overdue": ["late", "overdue", "超期"],
  ]

  static func words(_ state: ResponseClock.State) -> [String] {
    switch state {
    case .inTime: ["in time", "按时"]
    case .late: ["late", "超期"]
    case .running: ["running", "办理中"]
    case .overdue: ["late", "overdue", "超期"]
    case .lapsed: ["lapsed", "已终止"]
    case .unknown: ["unknown", "待定"]
    }
  }

  /// All enterprises of the test are the city's candidates, in the order in which they are given.
  private mutating func execute(_ rule: Criterion, _ declaration: Declaration) throws {
    let outcome = try session.outcome(of: rule, candidates: rule.list == .red ? Array(0..<snapshot.table(Enterprise.schema).count) : [], in: script)
    actual[.ranking] = try outcome.kept.map { ActualRecord(list: [try names($0, of: Enterprise.schema)]) }
    actual[.proposals] = try outcome.added.map { added in
      ActualRecord(
        list: [["black_list", CityVocabulary.chinese("black_list")]],
        named: [("enterprise", try names(added.enterprise, of: Enterprise.schema)), ("because", [added.because])])
    }
    let dropped = outcome.dropped.count { $0.reason == .unknown }
    actual[.unknown] = count(dropped + outcome.unknown.count)
    let places = self
    if rule.list == .red { try coverage.see(rule, outcome, in: snapshot) { places.line($0, declaration) } }
  }

  // MARK: Words

  func count(_ number: Int) -> [ActualRecord] { [ActualRecord(list: [["\(number)"]])] }

  /// The period of a cycle that the last day seen lies in.
  private func period(_ cycle: Job.Cycle) -> Period {
    if let period = test.period { return period }
    let name: String =
      switch cycle {
      case .day: test.day.description
      case .month: String("\(test.day)".prefix(7))
      case .quarter: "\(test.day.year)-Q\((test.day.month + 2) / 3)"
      case .year: "\(test.day.year)"
      }
    // The day's own year, month and quarter are always a period; a year before 1992 is none.
    return Period(name) ?? Period(String("\(test.day)".prefix(7))) ?? Period.first
  }

  func line(_ path: [String], _ declaration: Declaration) -> Int {
    guard let chunk = try? session.parsed(script.source) else { return 1 }
    let span = KeyPath(path, of: declaration.name, in: chunk, ofKey: true).span
    return span.map { script.source.lineNumber(at: $0.start) } ?? 1
  }

  /// The names by which a test may call a row: its label, its key.
  func names(_ row: Int, of schema: TableSchema) throws -> [String] {
    let table = snapshot.table(schema)
    return [try table.cell(schema.label, row: row).plain, try table.cell(schema.key, row: row).plain]
  }

  private func record(_ proposal: Proposal) throws -> ActualRecord {
    var record = ActualRecord(list: [[proposal.kind.rawValue, CityVocabulary.chinese(proposal.kind.rawValue)]])
    if let enterprise = proposal.enterprise { record.named.append(("enterprise", try names(enterprise, of: Enterprise.schema))) }
    if let project = proposal.project { record.named.append(("project", try names(project, of: Project.schema))) }
    if let due = proposal.due { record.named.append(("due", [due.english, due.chinese])) }
    if let to = proposal.to { record.named.append(("to", [to, CityVocabulary.chinese(to)])) }
    if let advice = proposal.advice { record.named.append(("advice", TestRun.advices[advice] ?? [advice])) }
    if let points = proposal.points { record.named.append(("points", [points.description])) }
    if let item = proposal.item { record.named.append(("item", [item])) }
    if let evidence = proposal.evidence { record.named.append(("evidence", ["\(evidence.rows.count)"])) }
    record.named.append(("because", [proposal.because]))
    return record
  }

  private func records(_ table: ResultTable) -> [ActualRecord] {
    table.rows.map { row in
      let cells = row.map(TestRun.texts)
      let names = zip(table.columns, cells).flatMap { column, texts in
        Set([column.name, column.title, CityVocabulary.english(column.title)]).sorted().map { (name: $0, texts: texts) }
      }
      return ActualRecord(list: cells, named: names)
    }
  }

  /// A cell in the words that a test may use for it.
  static func texts(_ cell: Cell) -> [String] {
    switch cell {
    case .decimal(let units, let digits): [cell.plain, ExactDecimal.trimmed(units, digits: digits)]
    case .text(let text): [text] + (twins[text].map { [$0] } ?? [])
    case .flag(let flag): [cell.plain, flag ? "是" : "否"]
    default: [cell.plain]
    }
  }

  /// English words of enumerations and their Chinese twins.
  private static let twins: [String: String] = {
    var twins: [String: String] = [:]
    for field in CitySchema.tables.flatMap(\.fields) {
      guard case .enumeration(let enumeration) = field.type else { continue }
      for value in enumeration.values where twins[value.name] == nil { twins[value.name] = value.chinese }
    }
    return twins
  }()
}
