public import Columns

/// What an enterprise says to the notice of a proposal is recorded before the decision (行政处罚法 45; 国办发〔2020〕49号).
public enum ProposalHearing {
  /// Clauses about who acts on what, which hold here as for any act on a proposal.
  private static let clauses: Set<String> = ["proposal-decided", "officer-not-in-office", "officer-level", "officer-division"]

  /// - Throws: ``Refusal``: those clauses, `notice-missing` where nobody was told yet, `statement-missing`.
  public static func hear(_ statement: String, _ slice: ProposalSlice, now: Moment, rulebook: Rulebook) throws(Refusal) -> ProposalEvent {
    let attempt = ProposalAttempt(slice, .notice, document: nil, now: now, rulebook: rulebook)
    for clause in ProposalInvariant.all where clauses.contains(clause.code) {
      if let refusal = clause.check(attempt) { throw refusal }
    }
    guard slice.proposal.noticedOn != nil else {
      throw Refusal(
        "notice-missing", article: "A7", zh: "尚未告知企业，谈不上陈述申辩", en: "the enterprise has not been told yet",
        help: Bilingual(zh: "先用 `xize notice` 告知", en: "serve the notice first: `xize notice`"))
    }
    guard !CaseValue.trimmed(statement).isEmpty else {
      throw Refusal("statement-missing", article: "A7", zh: "没有陈述申辩的内容", en: "there is no statement")
    }
    return ProposalEvent(state: slice.proposal.state, day: now.day)
  }
}
