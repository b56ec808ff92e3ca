internal import Columns

/// A13: 第一时间回应群众诉求
/// Reading 27: a calendar quarter served throughout, without an overdue complaint that is the enterprise's fault or nobody's on record. Parameters: `credit.G07.points`, `credit.G07.cap`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`, `credit.factWindow`.
enum PromptQuarters: ItemRule {
  static let item = ScoreItem(
    code: "G07", chinese: "季度无超期", english: "quarter without overdue complaints", article: "A13", kind: .addition,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let quarters = completedQuarters(facts.window)
    // By enterprise and quarter, the contracts under which it served from the first day to the last.
    var served: [Int: [Int: [UInt32]]] = [:]
    for contract in facts.contracts {
      for quarter in quarters
      where contract.from <= quarter.first && contract.ended.map({ $0 >= quarter.last }) ?? true {
        served[contract.enterprise, default: [:]][quarter.number, default: []].append(UInt32(truncatingIfNeeded: contract.row))
      }
    }
    let readings = try facts.closingReadings()
    for (firm, contracts) in served {
      let slow = facts.complaints.slowQuarters[firm] ?? []
      let prompt = contracts.filter { !slow.contains($0.key) }
      // A case is a fact of the quarter's last day.
      let ends = quarters.filter { prompt[$0.number] != nil }.map(\.last)
      tally.add(item, enterprise: firm, days: ends, table: "contract", rows: Set(prompt.values.joined()).sorted(), readings: readings)
    }
  }

  private struct CompletedQuarter {
    /// ``Day/quarter``.
    var number: Int
    var first: Day
    var last: Day
  }

  /// The quarters whose first and last day lie in the period.
  private static func completedQuarters(_ window: ClosedRange<Day>) -> [CompletedQuarter] {
    var result: [CompletedQuarter] = []
    var (year, month, _) = window.lowerBound.civil
    month = (month - 1) / 3 * 3 + 1
    while let first = Day(year: year, month: month, day: 1) {
      let last = first.adding(months: 3).adding(days: -1)
      // At the end of the years that days have, adding months stands still.
      guard first <= last, last <= window.upperBound else { break }
      if first >= window.lowerBound { result.append(CompletedQuarter(number: first.quarter, first: first, last: last)) }
      (year, month) = month == 10 ? (year + 1, 1) : (year, month + 3)
    }
    return result
  }
}
