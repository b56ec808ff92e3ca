internal import Columns

/// 行政处罚法 44: 应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。
/// Reading 25: a black entry weighs like a penalty; the enterprise is told before the decision. Parameters: none.
extension ProposalInvariant {
  static let noticeMissing = ProposalInvariant(code: "notice-missing", article: "A7, 国办发〔2020〕49号",
    zh: "列榜、通报、扣分决定前须告知", en: "a listing, a circular and a deduction follow a notice"
  ) { (attempt: ProposalAttempt) in
    guard attempt.action == .accept, attempt.proposal.needsNotice, attempt.proposal.noticedOn == nil else { return nil }
    return Refusal(
      "notice-missing", article: "A7, 国办发〔2020〕49号", zh: "作出决定前须告知企业理由、依据和陈述申辩的权利",
      en: "before the decision the enterprise is told the reasons, the basis and its right to a defence",
      help: Bilingual(zh: "先用 `xize notice` 告知", en: "serve the notice first: `xize notice`"))
  }
}
