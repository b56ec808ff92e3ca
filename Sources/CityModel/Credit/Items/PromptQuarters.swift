internal import Columns

/// G07, A13: a completed calendar quarter of the period in which the enterprise served throughout and no complaint was overdue
/// by its fault, or by a fault that nobody recorded.
enum PromptQuarters: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let quarters = completedQuarters(facts.window)
    var served: [Int: [Int: [UInt32]]] = [:]
    for contract in facts.contracts {
      for (quarter, days) in quarters
      where contract.from <= days.lowerBound && contract.ended.map({ $0 >= days.upperBound }) ?? true {
        served[contract.enterprise, default: [:]][quarter, default: []].append(UInt32(truncatingIfNeeded: contract.row))
      }
    }
    let readings = try facts.closingReadings()
    for (firm, contracts) in served {
      let slow = facts.complaints.slowQuarters[firm] ?? []
      let prompt = contracts.filter { !slow.contains($0.key) }
      let ends = quarters.filter { prompt[$0.0] != nil }.map(\.1.upperBound)
      tally.add("G07", enterprise: firm, days: ends, table: "contract", rows: Set(prompt.values.joined()).sorted(), readings: readings)
    }
  }

  /// The quarters whose first and last day lie in the period.
  private static func completedQuarters(_ window: ClosedRange<Day>) -> [(Int, ClosedRange<Day>)] {
    var result: [(Int, ClosedRange<Day>)] = []
    var (year, month, _) = window.lowerBound.civil
    month = (month - 1) / 3 * 3 + 1
    while let first = Day(year: year, month: month, day: 1) {
      let last = first.adding(months: 3).adding(days: -1)
      // At the end of the years that days have, adding months stands still.
      guard first <= last, last <= window.upperBound else { break }
      if first >= window.lowerBound { result.append((first.quarter, first...last)) }
      (year, month) = month == 10 ? (year + 1, 1) : (year, month + 3)
    }
    return result
  }
}
