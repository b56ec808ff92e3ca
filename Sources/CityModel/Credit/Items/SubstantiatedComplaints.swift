internal import Columns

/// D10, A8, A13: 投诉问题属实……（同一投诉举报人不重复计算）.
///
/// One case for each different complainant with a substantiated complaint about an estate in the period, of the day of the first.
enum SubstantiatedComplaints: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let partly = try facts.read(ExitParameters.countPartly)
    var people = Complainants()
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .substantiated)
      tally.add(
        "D10", enterprise: pair.enterprise, project: pair.project, days: people.firstDays(rows, in: facts.complaints),
        table: "complaint", rows: rows, readings: [partly.reading])
    }
  }
}

/// Tells the people apart who complained.
private struct Complainants {
  private var seen = TokenSet()

  /// The day of the first complaint of each, in that order.
  mutating func firstDays(_ rows: [UInt32], in complaints: ComplaintPass) -> [Day] {
    guard !rows.isEmpty else { return [] }
    seen.removeAll()
    return complaints.inTime(rows).filter { seen.insert(complaints.token($0)) }.map { complaints.day($0) }
  }
}
