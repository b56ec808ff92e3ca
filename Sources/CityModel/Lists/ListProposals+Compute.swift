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
    let criteria = try RedCriteria(facts)
    let grounds = try BlackGrounds(facts)
    let uscc = try column { () throws(ColumnError) in try snapshot.table(Enterprise.schema).column(Enterprise.uscc) }
    let black = facts.board.scores.compactMap { grounds.proposal($0) }
    let proposedBlack = Set(black.map(\.enterprise))
    let assessed = facts.board.scores.map { credit in
      ListProposal(
        enterprise: credit.enterprise, isBlack: false, reasons: criteria.reasons(credit), rank: 0, isWithinShare: false,
        score: facts.published[credit.enterprise]?.score ?? credit.score,
        grade: facts.published[credit.enterprise]?.grade ?? credit.grade, readings: [criteria.share.reading])
    }
    let rated = facts.board.scores.count { $0.grade != .unrated }
    let places = rated == 0 ? 0 : max(1, Int(criteria.share.value.of(Int64(rated))))
    var red = assessed.filter { proposal in
      !proposedBlack.contains(proposal.enterprise) && proposal.reasons.allSatisfy { $0.verdict == .yes }
    }
    // Better score first, then the greater share of satisfied answers; the code decides what remains equal.
    func satisfaction(_ firm: Int) -> (Int64, Int64) {
      let limb = facts.exits[firm]?.limb(.satisfaction)
      return (Int64(limb?.part ?? 0), Int64(max(1, limb?.whole ?? 1)))
    }
    red.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      let (x, y) = (satisfaction(a.enterprise), satisfaction(b.enterprise))
      let (left, right) = (x.0.multipliedFullWidth(by: y.1), y.0.multipliedFullWidth(by: x.1))
      if left.high != right.high { return left.high > right.high }
      if left.low != right.low { return left.low > right.low }
      return (uscc.text(a.enterprise) ?? "") < (uscc.text(b.enterprise) ?? "")
    }
    for at in red.indices {
      red[at].rank = at + 1
      red[at].isWithinShare = at < places
    }
    return ListProposals(
      county: county, period: period, red: red, black: black, redRemovals: removals(facts, assessed), assessed: assessed, rated: rated, places: places,
      board: facts.board)
  }

  /// 每月实时调整: who stands on the red list and does not meet its criteria any more.
  private static func removals(_ facts: ListFacts, _ assessed: [ListProposal]) -> [ListProposal] {
    facts.redList.sorted { $0.key < $1.key }.compactMap { firm, entries in
      // Where a criterion fails for want of any row, the entry is what it speaks against.
      let entry = Evidence("list_entry", rows: entries)
      guard var proposal = assessed.first(where: { $0.enterprise == firm }) else {
        let reason = ListReason(
          code: "red-not-serving", verdict: .no,
          sentence: Bilingual(zh: "在本县（区）已无服务项目，也无评分", en: "it serves no estate of the county and has no score there"), basis: "A7", readings: [],
          evidence: [entry])
        return ListProposal(
          enterprise: firm, isBlack: false, reasons: [reason], rank: 0, isWithinShare: false, score: .zero, grade: .unrated, readings: [])
      }
      proposal.reasons.removeAll { $0.verdict != .no }
      for at in proposal.reasons.indices where proposal.reasons[at].evidence.isEmpty { proposal.reasons[at].evidence = [entry] }
      return proposal.reasons.isEmpty ? nil : proposal
    }
  }
}
