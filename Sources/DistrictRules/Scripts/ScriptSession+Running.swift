public import CityModel
public import Columns
internal import LuaRuntime
internal import LuaSyntax

// What was declared, run over the snapshot.
extension ScriptSession {
  /// What an adjustment makes of the snapshot.
  ///
  /// - Parameters:
  ///   - year: the days that the evaluation looks at.
  ///   - board: the city's scores, for adjustments that give points back; computed when it is needed and not given.
  public func outcome(
    of adjustment: Adjustment, year: ClosedRange<Day>, in script: Script, board: ScoreBoard? = nil
  ) throws(ScriptError) -> AdjustmentOutcome {
    try locating(script) {
      if case .offset(let items) = adjustment.amount {
        let board = try board ?? ScoreBoard.compute(snapshot, on: year.upperBound)
        return try OffsetRun(adjustment: adjustment, items: items, snapshot: snapshot, year: year, board: board).outcome()
      }
      switch adjustment.amount {
      case .function, .group: store.reset()
      default: break
      }
      return try AdjustmentRun(adjustment: adjustment, snapshot: snapshot, year: year, ask: ask, askGroup: ask).outcome()
    }
  }

  /// What a tightened clock makes of the rows dated in some days: when each is due, and where it stands at the data cut.
  ///
  /// - Returns: `nil` for a threshold, which changes the rulebook (``Tightening/applied(to:)``), and for a duty, which adds rows to
  ///   the table of duties (``Tightening/requirements``).
  public func outcome(of tightening: Tightening, days: ClosedRange<Day>, in script: Script) throws(ScriptError) -> DeadlineOutcome? {
    try locating(script) {
      switch tightening.target {
      case .clock(let clock): try ClockRun(rule: tightening, clock: clock, snapshot: snapshot, days: days).outcome()
      case .duty, .threshold: nil
      }
    }
  }

  /// What a criterion makes of the city's candidates, best first.
  public func outcome(of criterion: Criterion, candidates: [Int], in script: Script) throws(ScriptError) -> CriterionOutcome {
    try locating(script) { try CriterionRun(criterion: criterion, snapshot: snapshot).outcome(candidates: candidates) }
  }

  /// A county's proposals with its criteria applied: red candidates narrowed and ordered, never added, and the city's share kept.
  ///
  /// - Parameter criteria: those that do not apply on the period's last day are passed over.
  /// - Returns: also what each criterion did; whom one proposes for the black list stands under its ``CriterionOutcome/added``.
  public func narrowed(
    _ lists: ListProposals, by criteria: [(criterion: Criterion, script: Script)]
  ) throws(ScriptError) -> (lists: ListProposals, outcomes: [CriterionOutcome]) {
    var lists = lists
    var outcomes: [CriterionOutcome] = []
    for (criterion, script) in criteria {
      let made = try locating(script) { try lists.narrow(by: criterion, in: snapshot) }
      outcomes.append(made)
    }
    return (lists, outcomes)
  }

  /// The tables of a report.
  ///
  /// - Parameter period: what a report's function is given.
  public func tables(of report: Report, period: Period?, in script: Script) throws(ScriptError) -> [ResultTable] {
    desk.begin()
    store.reset()
    return try locating(script) {
      switch report.content {
      case .function(let function):
        let period = try period.map { LuaValue.table(try table(for: $0)) } ?? .nil
        let values = try engine.call(function, [period])
        do {
          return try resultTables(values)
        } catch let problem as RuleProblem {
          // What a report returned is wrong where it returns it.
          let chunk = try parsed(script.source), place = KeyPath.returned(by: "rows", of: report.name, in: chunk)
          throw ScriptError(Diagnostic(problem.code, at: place, problem.message, help: problem.help), in: script.source)
        }
      case .rows, .groups, .events: return [try ReportRun(report: report, snapshot: snapshot).table()]
      }
    }
  }

  /// Runs a job for a period.
  ///
  /// - Parameter visited: the enterprises that its loops go through.
  /// - Returns: what it proposes, in the order of proposing.
  public func run(_ job: Job, period: Period, in script: Script, visiting visited: Visited = .all) throws(ScriptError) -> [Proposal] {
    try outcome(of: job, period: period, in: script, visiting: visited).proposals
  }

  /// Runs a job for a period, and says which rows it could not judge.
  public func outcome(of job: Job, period: Period, in script: Script, visiting visited: Visited = .all) throws(ScriptError) -> JobOutcome {
    // Nothing is due where the rule or its season does not reach.
    guard !job.heading.days(within: period.firstDay...period.lastDay).isEmpty else { return JobOutcome() }
    desk.begin(rule: job.name, basis: job.basis)
    store.reset(visiting: visited)
    defer { if visited != .all { store.reset() } }
    return try locating(script) {
      var outcome: JobOutcome
      switch job.work {
      case .function(let function):
        _ = try engine.call(function, [.table(try table(for: period))])
        outcome = JobOutcome(proposals: desk.takeProposals())
      case .table(let work):
        outcome = try JobRun(job: job, work: work, snapshot: snapshot, period: period).outcome()
      }
      outcome.proposals.removeAll { !visited.contains($0.enterprise) }
      return outcome
    }
  }

  private func ask(_ function: LuaFunction, about schema: TableSchema, row: UInt32) throws -> Points {
    guard let kind = kinds.record(schema.name) else { return .zero }
    return try points(try engine.call(function, [try engine.row(kind, Int(row))]))
  }

  private func ask(_ function: LuaFunction, about group: AdjustmentRun.Group) throws -> Points {
    guard let kind = kinds.record(group.subject.name) else { return .zero }
    let rows = engine.object(kinds.query, try store.add(CityQuery(schema: group.table, rows: group.rows)))
    return try points(try engine.call(function, [try engine.row(kind, Int(group.row)), rows]))
  }

  private func points(_ values: [LuaValue]) throws -> Points {
    guard let value = values.first, let thousandths = kinds.points.value(of: value) ?? value.decimal(digits: 3),
      (0...100_000).contains(thousandths)
    else {
      let found = values.first?.shown(kinds) ?? "nothing"
      throw RuleProblem.fault(
        "bad-number", chinese: "函数应返回 0 到 100 的分值，实为 `\(found)`",
        english: "the function must return points from 0 to 100, found `\(found)`",
        help: Wording(chinese: "写作 return points(0.5)", english: "write return points(0.5)"))
    }
    return Points(thousandths: thousandths)
  }

  private func table(for period: Period) throws(LuaError) -> LuaTable {
    [
      "name": .string(period.name), "first_day": try engine.quantity(kinds.day, Int64(period.firstDay.ordinal)),
      "last_day": try engine.quantity(kinds.day, Int64(period.lastDay.ordinal)),
    ]
  }

  /// What a report's function returned: a result, a query, or a list of them.
  private func resultTables(_ values: [LuaValue]) throws -> [ResultTable] {
    var tables: [ResultTable] = []
    func take(_ value: LuaValue) throws {
      if case .table(let list) = value, !list.array.isEmpty, list.named.isEmpty {
        for item in list.array { try take(item) }
      } else if let row = kinds.query.row(of: value) {
        tables.append(try queries.table(try queries.query(at: row), []))
      } else if let row = kinds.result.row(of: value) {
        tables.append(try queries.result(at: row))
      } else if let row = kinds.grouping.row(of: value) {
        tables.append(try queries.counted(at: row))
      } else {
        throw RuleProblem.fault(
          "report-without-table", chinese: "报表函数应返回查询、分组或结果，实为 `\(value.shown(kinds))`",
          english: "a report's function returns a query, a grouping or a result, found `\(value.shown(kinds))`",
          help: Wording(chinese: "写作 返回 投诉:分组(\"街道\"):计数()", english: "write return complaint:group(\"street\"):count()"))
      }
    }
    for value in values { try take(value) }
    return tables
  }

  private func locating<Value>(_ script: Script, _ body: () throws -> Value) throws(ScriptError) -> Value {
    do {
      return try body()
    } catch {
      throw located(error, in: try translate(script.source))
    }
  }
}
