internal import CityModel
internal import Columns
internal import DistrictRules

// Rows that the previewed rules cannot judge, and the facts that are missing in them.
extension PreviewDesk {
  /// Rows that rules cannot judge, and by rule and fact how many rows lack it.
  private struct Unjudged {
    var rows = 0
    var facts: [Key: Int] = [:]

    struct Key: Hashable {
      var rule: String
      var zh: String
      var en: String
    }

    mutating func add(_ rule: String, _ rows: [Int], _ missing: () throws -> MissingFacts) throws {
      guard !rows.isEmpty else { return }
      self.rows += rows.count
      let missing = try missing()
      for row in rows {
        for name in missing.names(row) { facts[Key(rule: rule, zh: name.zh, en: name.en), default: 0] += 1 }
      }
    }
  }

  /// How many rows the previewed rules cannot judge before and after, and why.
  func missing(
    _ oldScores: DistrictScores, _ newScores: DistrictScores
  ) throws -> (before: Int, after: Int, facts: [DistrictPreview.MissingFact]) {
    let was = try unjudged(old, before, oldScores), will = try unjudged(new, after, newScores)
    let facts = Set(was.facts.keys).union(will.facts.keys).map { key in
      DistrictPreview.MissingFact(
        rule: key.rule, fact: Bilingual(zh: key.zh, en: key.en), before: was.facts[key] ?? 0, after: will.facts[key] ?? 0)
    }
    return (was.rows, will.rows, facts.sorted { ($1.after, $1.before, $0.rule, $0.fact.en) < ($0.after, $0.before, $1.rule, $1.fact.en) })
  }

  private func unjudged(_ ruled: RuledSession, _ scripts: [ScriptInForce], _ scores: DistrictScores) throws -> Unjudged {
    var result = Unjudged()
    let snapshot = ruled.snapshot
    let names = Set(declared.map(\.name)), days = request.period.yearToDate, last = request.period.lastDay
    // In the order in which the scores ran them.
    for (one, outcome) in zip(try DistrictScores.adjustments(own(scripts), ruled.session, days), scores.outcomes) where names.contains(one.rule.name) {
      try result.add(one.rule.title, outcome.unknownRows.map { Int($0) }) { try MissingFacts(one.rule, in: snapshot) }
    }
    for one in scripts {
      for declaration in try ruled.session.load(one.script) where names.contains(declaration.name) {
        switch declaration {
        case .procedure(let rule):
          guard one.isInForce(on: last) else { continue }
          let table = snapshot.table(rule.table), condition = rule.scopeAtSubmission
          let rows = try condition.verdicts(over: table, in: snapshot).rows(.unknown).map { Int($0) }
          let open = try rule.table.name == FundRequest.schema.name ? FundRequest.open(rows, table) : rows
          try result.add(rule.title, open) { try MissingFacts(condition, over: table, in: snapshot) }
        case .ownProcedure(let rule):
          let table = snapshot.table(rule.table)
          let rows = try rule.scope.verdicts(over: table, in: snapshot).rows(.unknown).map { Int($0) }.filter { row in
            try rule.reaches(row, of: table, one)
          }
          try result.add(rule.title, rows) { try MissingFacts(rule.scope, over: table, in: snapshot) }
        case .job(let job):
          guard one.isInForce(on: last), case .table(let work) = job.work, !job.heading.days(within: last...last).isEmpty else { continue }
          let rows = try ruled.session.outcome(of: job, period: request.period, in: one.script).unknownRows.map { Int($0) }
          try result.add(job.title, rows) { try MissingFacts(work, in: snapshot) }
        case .adjustment, .tightening, .criterion, .report: continue
        }
      }
    }
    for (entry, outcome) in try ruled.clocks(days) where names.contains(entry.rule.name) {
      guard case .clock(let clock) = entry.rule.target else { continue }
      try result.add(entry.rule.title, outcome.unknownRows.map { Int($0) }) { try MissingFacts(clock, in: snapshot) }
    }
    if ruled.law.criteria.contains(where: { names.contains($0.rule.name) }) {
      let table = snapshot.table(Enterprise.schema)
      for (criterion, outcome) in try ruled.advisor.lists(request.period.firstDay...last).outcomes where names.contains(criterion.name) {
        let rows = outcome.unknown + outcome.dropped.filter { $0.reason == .unknown }.map(\.enterprise)
        try result.add(criterion.title, rows) { try MissingFacts(criterion.scope, over: table, in: snapshot) }
      }
    }
    return result
  }
}

extension FundRequest {
  /// Of some rows those that are in hand.
  fileprivate static func open(_ rows: [Int], _ table: Table) throws(ColumnError) -> [Int] {
    let statuses = try table.column(status)
    return rows.filter { !["refused", "paid"].contains(statuses.text($0) ?? "") }
  }
}
