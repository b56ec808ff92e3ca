internal import Columns

/// 行政处罚法 44: 应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。
/// Reading 25: one notice, from which the days for defence run. Parameters: none.
extension ProposalInvariant {
  static let noticeServed = ProposalInvariant(code: "notice-served", article: "A7",
    zh: "只告知一次", en: "the notice is served once"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .notice, let on = attempt.proposal.noticedOn else { return nil }
    return Refusal("notice-served", article: "A7", zh: "已于 \(on) 告知企业", en: "the enterprise was told on \(on)")
  }
}
