/// D10, A8, A13: 投诉问题属实……（同一投诉举报人不重复计算）.
///
/// One case for each different complainant with a substantiated complaint about an estate in the period.
enum SubstantiatedComplaints: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let partly = try facts.read(ExitParameters.countPartly)
    for (at, pair) in facts.complaints.pairs.enumerated() where pair.distinct > 0 {
      tally.add(
        "D10", enterprise: pair.enterprise, project: pair.project, count: pair.distinct, table: "complaint",
        rows: facts.complaints.rows(of: at, .substantiated), readings: [partly.reading])
    }
  }
}
