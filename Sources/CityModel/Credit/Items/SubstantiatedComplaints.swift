internal import Columns

/// A8: 投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算） A13: 回应群众诉求
/// Reading 3, 4, 5: partly substantiated counts; one case for each distinct complainant of an estate; the anonymous, who cannot be told apart, cost nothing. Parameters: `credit.D10.points`, `credit.D10.cap`, `exit.countPartly`, `credit.factWindow`.
///
/// A case is of the day of that complainant's first complaint in the period.
enum SubstantiatedComplaints: ItemRule {
  static let item = ScoreItem(
    code: "D10", chinese: "属实投诉", english: "substantiated complaints, per distinct complainant", article: "A8, A13", kind: .deduction,
    level: .project, isRecorded: false, variants: ["points"], hasCap: true)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let partly = try facts.read(ExitParameters.countPartly)
    var people = Complainants()
    for (at, pair) in facts.complaints.pairs.enumerated() {
      let rows = facts.complaints.rows(of: at, .substantiated)
      tally.add(
        item, enterprise: pair.enterprise, project: pair.project, days: people.firstDays(rows, in: facts.complaints),
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
