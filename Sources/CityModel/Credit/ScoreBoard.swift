public import Columns

/// The scores of all enterprises on one day, city-wide or over one county's estates, A7.
public struct ScoreBoard: Sendable {
  public var day: Day
  /// Row of the county; `nil` city-wide.
  public var county: Int?
  /// In order of enterprise row.
  public var scores: [CreditScore]
  /// Rows of credit records whose item or case is not known: shown to an officer, counted for nobody.
  public var unreadRecords: [UInt32]
  /// The exit test of the same day, which veto V4 reads; of the county only, where there is one.
  public var exits: [ExitFinding]

  public subscript(enterprise row: Int) -> CreditScore? {
    // Ordered by row and dense city-wide, so this rarely searches.
    if row >= 0, row < scores.count, scores[row].enterprise == row { return scores[row] }
    var low = 0, high = scores.count
    while low < high {
      let middle = (low + high) / 2
      if scores[middle].enterprise < row { low = middle + 1 } else { high = middle }
    }
    return low < scores.count && scores[low].enterprise == row ? scores[low] : nil
  }

  /// Scores every enterprise; for a county, every enterprise that serves or has a line there.
  ///
  /// - Parameter county: the row of the county in the divisions table, `nil` for the city.
  /// - Throws: ``RuleError``.
  public static func compute(_ snapshot: Snapshot, on day: Day, county: Int? = nil) throws(RuleError) -> ScoreBoard {
    let facts = try ScoreFacts(snapshot, on: day, county: county)
    var tally = ScoreTally(try PointsByDay(facts.parameters, over: facts.span))
    for rule in ScoreRules.items { try rule.collect(facts, into: &tally) }
    for rule in ScoreRules.vetoes { try rule.collect(facts, into: &tally) }
    return try ScoreAssembly(facts, tally).board()
  }
}
