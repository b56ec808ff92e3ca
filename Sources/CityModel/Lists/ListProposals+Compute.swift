public import Columns

extension ListProposals {
  /// The proposals of a county for a month.
  ///
  /// - Parameters:
  ///   - county: the county's row in the divisions table.
  ///   - period: the month; facts are judged as of its last day.
  /// - Throws: ``RuleError``.
  public static func compute(
    _ snapshot: Snapshot, county: Int, period: ClosedRange<Day>
  ) throws(RuleError) -> ListProposals {
    let facts = try ListFacts(snapshot, county: county, period: period)
    var criteria: [any RedCriterion] = []
    for rule in ListRules.red { criteria.append(try rule.init(facts)) }
    var grounds: [any BlackGround] = []
    for rule in ListRules.black { grounds.append(try rule.init(facts)) }
    let term = try BlackTerm(facts), places = try RedPlaces(facts)
    let black = facts.board.scores.compactMap { ListProposals.black($0, facts, grounds, term) }
    let proposedBlack = Set(black.map(\.enterprise))
    let assessed = facts.board.scores.map { credit in
      ListProposal(
        enterprise: credit.enterprise, isBlack: false, reasons: criteria.map { $0.judge(credit.enterprise, credit) }, rank: 0,
        isWithinShare: false, score: facts.published[credit.enterprise]?.score ?? credit.score,
        grade: facts.published[credit.enterprise]?.grade ?? credit.grade, readings: [places.reading])
    }
    let rated = facts.board.scores.count { $0.grade != .unrated }
    let count = places.count(rated: rated)
    let red = assessed.filter { proposal in
      !proposedBlack.contains(proposal.enterprise) && proposal.reasons.allSatisfy { $0.verdict == .yes }
    }
    return ListProposals(
      county: county, period: period, red: places.rank(red, places: count), black: black,
      redRemovals: RedRemovals.proposals(facts, assessed), assessed: assessed, rated: rated, places: count, board: facts.board)
  }

  /// The proposal, or `nil` when no ground is met or this county's entry stands already.
  private static func black(
    _ credit: CreditScore, _ facts: ListFacts, _ grounds: [any BlackGround], _ term: BlackTerm
  ) -> ListProposal? {
    let firm = credit.enterprise
    guard facts.black(firm, here: true).isEmpty else { return nil }
    let reasons = grounds.flatMap { $0.reasons(firm, credit) }
    guard !reasons.isEmpty else { return nil }
    let months = term.months(credit)
    return ListProposal(
      enterprise: firm, isBlack: true, reasons: reasons, rank: 0, isWithinShare: true, score: credit.score, grade: credit.grade,
      minimumMonths: months.least.value.count, maximumMonths: months.most.value.count,
      readings: [months.least.reading, months.most.reading])
  }
}
