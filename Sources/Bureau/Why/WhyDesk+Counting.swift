internal import CityModel
internal import Columns
internal import DistrictRules

/// What counting and the points rest on besides the conditions: the fields of which agreeing rows count once, the field whose units are
/// counted, the fields that a function names.
private struct CountingFact {
  var field: Field
  var test: Bilingual
  /// Of the enterprise or estate that rows are taken together by, rather than of the row.
  var subject: TableSchema?

  func name(_ say: (Bilingual) -> String) -> String {
    guard let subject else { return say(Bilingual(zh: field.chinese, en: field.name)) }
    return say(Bilingual(zh: "\(subject.chinese)的\(field.chinese)", en: "\(subject.name).\(field.name)"))
  }
}

extension WhyDesk {
  private func countingFacts(_ adjustment: Adjustment, _ script: ScriptInForce) throws -> [CountingFact] {
    var facts: [CountingFact] = []
    for field in adjustment.counted?.onceFor ?? [] { facts.append(.init(field: field, test: Bilingual(zh: "相同的只计一次", en: "counts once for the same"))) }
    if case .forEach(let each) = adjustment.amount {
      facts.append(.init(field: each.field, test: Bilingual(zh: "按其整数单位计分", en: "points for each whole unit of it")))
    }
    let named = try session.fieldsNamed(by: adjustment, in: script.script)
    let reads = Bilingual(zh: "由函数读取", en: "a function reads it")
    for field in named.rows { facts.append(.init(field: field, test: reads)) }
    if case .group(let group) = adjustment.amount {
      let subject = group.per == .project ? Project.schema : Enterprise.schema
      for field in named.subject { facts.append(.init(field: field, test: reads, subject: subject)) }
    }
    return facts
  }

  /// The facts of one row, each with the value that was read; first the enterprise that it counts for.
  func countingClauses(_ adjustment: Adjustment, _ script: ScriptInForce, _ row: Int) throws -> [[Cell]] {
    var facts = try countingFacts(adjustment, script)
    if let owner = adjustment.table.field("enterprise") { facts.insert(.init(field: owner, test: Bilingual(zh: "计入该企业", en: "counts for it")), at: 0) }
    return try facts.compactMap { fact in
      let (table, at) = try place(of: fact, in: adjustment.table)
      guard let at = at(row) else { return nil }
      let isMissing = try table.column(fact.field).isMissing(at)
      // Who it is stays out of the answer: only whether it is known.
      let value: Cell =
        isMissing ? .empty
        : fact.field.personalData == .none ? try FactWords.shown(table, fact.field, at, snapshot) : .text(say(Bilingual(zh: "有记录", en: "is known")))
      return clause(adjustment, script, fact, value, isMissing ? .unknown : .yes, .empty)
    }
  }

  /// Of how many rows each fact is known and of how many it is missing.
  func countingClauses(_ adjustment: Adjustment, _ script: ScriptInForce, over rows: [Int]) throws -> [[Cell]] {
    try countingFacts(adjustment, script).flatMap { fact -> [[Cell]] in
      let (table, at) = try place(of: fact, in: adjustment.table)
      let column = try table.column(fact.field)
      let places = rows.compactMap(at)
      let missing = places.count { column.isMissing($0) }
      return [(Verdict.yes, places.count - missing), (.unknown, missing)].filter { $0.1 > 0 }.map { verdict, count in
        clause(adjustment, script, fact, .empty, verdict, .integer(Int64(count)))
      }
    }
  }

  /// The table that has the fact, and where it stands there for a row of the rule's own.
  private func place(of fact: CountingFact, in schema: TableSchema) throws -> (table: Table, row: (Int) -> Int?) {
    let own = snapshot.table(schema)
    guard let subject = fact.subject else { return (own, { $0 }) }
    return (snapshot.table(subject), subject.name == Project.schema.name ? try own.projects() : try own.enterprises())
  }

  private func clause(
    _ adjustment: Adjustment, _ script: ScriptInForce, _ fact: CountingFact, _ value: Cell, _ verdict: Verdict, _ rows: Cell
  ) -> [Cell] {
    [.text(adjustment.name), .text(revision(script)), .text(fact.name(say)), .text(say(fact.test)), value, .text(say(verdict.words)), rows]
  }
}
