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

  private var snapshot: Snapshot { session.snapshot }

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

  private mutating func execute(_ declaration: Declaration) throws {
    switch declaration {
    case .adjustment(let rule):
      let year = (Day("\(test.day.year)-01-01") ?? test.day)...test.day
      let outcome = try session.outcome(of: rule, year: year, in: script)
      actual[.points] = try outcome.effects.filter { $0.points != .zero }.map { effect in
        ActualRecord(label: try names(effect.enterprise, of: Enterprise.schema), list: [[effect.points.description]])
      }
      actual[.unknown] = [ActualRecord(list: [["\(outcome.unknownRows.count)"]])]
      if rule.cap != nil {
        let seen = outcome.effects.filter { $0.beforeCap != .zero }.map { $0.points == $0.beforeCap ? "not reached" : "reached" }
        coverage.see("cap", sides: ["reached", "not reached"], line: line(["cap"], declaration), seen: seen)
      }
    case .job(let job):
      let proposals = try session.run(job, period: period(job), in: script)
      actual[.proposals] = try proposals.map(record)
    case .procedure: break
    }
    let places = self
    for covered in declaration.conditions {
      try coverage.see(covered, in: snapshot) { places.line($0, declaration) }
    }
  }

  /// The period of the job's cycle that the last day seen lies in.
  private func period(_ job: Job) -> Period {
    if let period = test.period { return period }
    let month = "\(test.day)".prefix(7)
    let name: String
    switch job.every {
    case .month: name = String(month)
    case .quarter: name = "\(test.day.year)-Q\((test.day.month + 2) / 3)"
    case .year: name = "\(test.day.year)"
    }
    // The day's own year, month and quarter are always a period; a year before 1992 is none.
    return Period(name) ?? Period.first
  }

  private func line(_ path: [String], _ declaration: Declaration) -> Int {
    guard let chunk = try? session.parsed(script.source) else { return 1 }
    let span = KeyPath(path, of: declaration.name, in: chunk, ofKey: true).span
    return span.map { script.source.lineNumber(at: $0.start) } ?? 1
  }

  /// The names by which a test may call a row: its label, its key.
  private func names(_ row: Int, of schema: TableSchema) throws -> [String] {
    let table = snapshot.table(schema)
    return [try table.cell(schema.label, row: row).plain, try table.cell(schema.key, row: row).plain]
  }

  private func record(_ proposal: Proposal) throws -> ActualRecord {
    ActualRecord(
      list: [[proposal.kind.rawValue, CityVocabulary.chinese(proposal.kind.rawValue)]],
      named: [
        ("enterprise", try names(proposal.enterprise, of: Enterprise.schema)), ("because", [proposal.because]),
      ])
  }
}

extension Declaration {
  /// The conditions whose clauses tests must see met and not met.
  var conditions: [CoveredCondition] {
    switch self {
    case .adjustment(let rule):
      [
        CoveredCondition(path: ["where"], condition: rule.scope, table: rule.table),
        CoveredCondition(path: ["when"], condition: rule.when, table: rule.table, given: rule.scope),
      ]
    case .procedure(let rule): [CoveredCondition(path: ["where"], condition: rule.scope, table: rule.table)]
    case .job: []
    }
  }
}
