internal import Columns

/// A7: 加快信用体系建设……加快形成优胜劣汰的市场竞争机制
/// Reading: conduct on one estate weighs by its share of the enterprise's households, so that nobody loses points for being large. Parameters: `credit.factWindow`.
struct HouseholdWeights {
  /// The households of an enterprise's estates.
  private struct Portfolio {
    var households: [Int: Int64] = [:]
    var total: Int64 = 0
  }

  private var portfolios: [Int: Portfolio] = [:]

  /// The estates that an enterprise served on any day of the period, and those that its cases concern.
  init(_ facts: ScoreFacts, _ cases: some Collection<ScoreTally.Key>) throws(ColumnError) {
    let households = try facts.snapshot.table(Project.schema).column(Project.households)
    for contract in facts.contracts
    where contract.from <= facts.day && contract.ended.map({ $0 >= facts.window.lowerBound }) ?? true {
      add(contract.enterprise, contract.project, households)
    }
    for key in cases where key.project >= 0 { add(key.enterprise, key.project, households) }
  }

  private mutating func add(_ firm: Int, _ project: Int, _ households: Column) {
    guard project < households.count, portfolios[firm]?.households[project] == nil else { return }
    let count = max(0, min(households.integer(project) ?? 0, 1_000_000_000))
    portfolios[firm, default: Portfolio()].households[project] = count
    portfolios[firm]?.total += count
  }

  /// The estate's households of all; 1 of 1 for the enterprise as a whole. Where no household is known, estates weigh alike.
  func of(_ key: ScoreTally.Key) -> (part: Int64, whole: Int64) {
    guard key.project >= 0, let portfolio = portfolios[key.enterprise] else { return (1, 1) }
    if portfolio.total > 0 { return (portfolio.households[key.project] ?? 0, portfolio.total) }
    return (1, Int64(max(1, portfolio.households.count)))
  }
}
