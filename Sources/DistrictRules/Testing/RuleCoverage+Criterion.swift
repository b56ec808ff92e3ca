internal import CityModel
internal import Columns

extension RuleCoverage {
  /// What orders and narrows the red list: a place with one candidate and with more, and each rank where it decides and where it leaves
  /// the choice to the next, or to the city's order.
  mutating func see(_ criterion: Criterion, _ outcome: CriterionOutcome, in snapshot: Snapshot, line: ([String]) -> Int) throws {
    let better = outcome.dropped.filter { if case .place = $0.reason { true } else { false } }.map(\.enterprise)
    if criterion.onePer != nil {
      let seen = (outcome.kept.isEmpty ? [] : ["kept"]) + (better.isEmpty ? [] : ["left out"])
      see("one_per", sides: ["kept", "left out"], line: line(["one_per"]), seen: seen)
    }
    let table = snapshot.table(Enterprise.schema)
    let ranked = outcome.kept + better
    var seen = Array(repeating: Set<String>(), count: criterion.rank.count)
    for (index, a) in ranked.enumerated() {
      for b in ranked[(index + 1)...] {
        for (place, rank) in criterion.rank.enumerated() {
          let isEqual = try table.cell(rank.field.name, row: a) == table.cell(rank.field.name, row: b)
          seen[place].insert(isEqual ? "equal" : "decides")
          if !isEqual { break }
        }
      }
    }
    for (place, rank) in criterion.rank.enumerated() {
      see("rank.\(rank.field.name)", sides: ["decides", "equal"], line: line(["rank", (rank.descending ? "-" : "") + rank.field.name]), seen: seen[place])
    }
  }
}
