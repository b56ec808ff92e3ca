internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布.
///
/// Reading: who stands on a county's red list and fails one of its criteria (``ListRules``) on the month's last day is proposed for
/// removal. A criterion that cannot be judged is not failed, and the county's share of places takes nobody off who is on.
enum RedRemovals {
  /// The code of the reason where there is no score: no estate is served any more.
  static let notServing = "red-not-serving"

  /// In order of enterprise row, each with the criteria that it fails.
  static func proposals(_ facts: ListFacts, _ assessed: [ListProposal]) -> [ListProposal] {
    facts.redList.sorted { $0.key < $1.key }.compactMap { firm, entries in
      // Where a criterion fails for want of any row, the entry is what it speaks against.
      let entry = Evidence("list_entry", rows: entries)
      guard var proposal = assessed.first(where: { $0.enterprise == firm }) else {
        let reason = ListReason(
          code: notServing, verdict: .no,
          sentence: Bilingual(zh: "在本县（区）已无服务项目，也无评分", en: "it serves no estate of the county and has no score there"), basis: "A7",
          readings: [], evidence: [entry])
        return ListProposal(
          enterprise: firm, isBlack: false, reasons: [reason], rank: 0, isWithinShare: false, score: .zero, grade: .unrated, readings: [])
      }
      proposal.reasons.removeAll { $0.verdict != .no }
      for at in proposal.reasons.indices where proposal.reasons[at].evidence.isEmpty { proposal.reasons[at].evidence = [entry] }
      return proposal.reasons.isEmpty ? nil : proposal
    }
  }
}
