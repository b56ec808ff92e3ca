public import Columns

/// An officer's command on a proposal with everything that its clauses look at.
public struct ProposalAttempt: Sendable {
  public var slice: ProposalSlice
  public var action: ProposalAction
  /// Number of the notice or the decision.
  public var document: String?
  public var now: Moment
  public var rulebook: Rulebook

  public init(_ slice: ProposalSlice, _ action: ProposalAction, document: String?, now: Moment, rulebook: Rulebook) {
    self.slice = slice
    self.action = action
    self.document = document
    self.now = now
    self.rulebook = rulebook
  }

  var proposal: ProposalCase { slice.proposal }
  var officer: Officer { slice.officer }
  var day: Day { now.day }
  var isDecision: Bool { action != .notice }
}

/// One clause that no decision passes: a function, its code and its article.
public struct ProposalInvariant: Sendable {
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  let check: @Sendable (ProposalAttempt) -> Refusal?

  init(_ code: String, _ article: String, zh: String, en: String, check: @escaping @Sendable (ProposalAttempt) -> Refusal?) {
    self.code = code
    self.article = article
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every clause, in the order in which they are checked.
  public static let all: [ProposalInvariant] = [
    .init("proposal-decided", "D11", zh: "已有结果的提请不再决定", en: "a settled proposal is not decided again", check: decided),
    .init("officer-not-in-office", "D13", zh: "经办人须在任", en: "the officer is in office", check: inOffice),
    .init("officer-level", "A7", zh: "由县（区）级决定", en: "the county decides", check: level),
    .init("officer-division", "A7", zh: "属地办理", en: "an officer acts in the own division", check: division),
    .init("proposer-decides", "D13", zh: "提请人不得决定自己的提请", en: "who proposes does not decide", check: proposerDecides),
    .init("document-missing", "D11", zh: "须有文号", en: "a notice and a decision have the number of their document", check: documented),
    .init("reason-missing", "D11", zh: "不予采纳须说明理由", en: "declining has a reason", check: reasoned),
    .init("policy-draft", "D11", zh: "征求意见稿不能据以决定", en: "nothing is decided on a draft", check: adopted),
    .init("evidence-missing", "A7", zh: "提请须有理由和证据；建议业主除外", en: "a proposal has a reason, and rows that it rests on; advice to owners needs none", check: evidenced),
    .init("notice-served", "A7", zh: "只告知一次", en: "the notice is served once", check: noticedOnce),
    .init("notice-missing", "A7, 国办发〔2020〕49号", zh: "列榜、通报、扣分决定前须告知", en: "a listing, a circular and a deduction follow a notice", check: noticed),
    .init("defence-running", "A7, 行政处罚法 45", zh: "申辩期满后决定", en: "the decision follows the days of defence", check: defended),
    .init("red-while-black", "A7", zh: "黑榜企业不得同时在红榜", en: "an enterprise on the black list is not on the red one", check: redWhileBlack),
    .init("red-criterion-unmet", "A7", zh: "红榜企业须符合全部条件", en: "an enterprise of the red list meets every criterion", check: worthy),
    .init("already-listed", "A7", zh: "同一榜单不重复列入", en: "an enterprise is on a list once", check: listedOnce),
  ]

  /// The first clause that speaks against a command, in order; `nil` when none does.
  public static func refusal(_ attempt: ProposalAttempt) -> Refusal? {
    for clause in all {
      if let refusal = clause.check(attempt) { return refusal }
    }
    return nil
  }

  private static func decided(_ attempt: ProposalAttempt) -> Refusal? {
    guard !attempt.proposal.state.isOpen else { return nil }
    let on = attempt.proposal.decidedOn?.description ?? attempt.proposal.state.rawValue
    return Refusal(
      "proposal-decided", article: "D11", zh: "提请 \(attempt.proposal.number) 已有结果（\(on)）",
      en: "proposal \(attempt.proposal.number) is settled (\(on))",
      help: Bilingual(zh: "更正须另行提请", en: "a correction is a proposal of its own"))
  }

  private static func inOffice(_ attempt: ProposalAttempt) -> Refusal? {
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }

  /// 各县（区）要建立……“红黑榜”: the county lists and publishes.
  private static func level(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.officer.level != .county else { return nil }
    return Refusal(
      "officer-level", article: "A7", zh: "提请由县（区）级工作人员决定，\(attempt.officer.name)是\(attempt.officer.level.rawValue)级",
      en: "proposals are decided by officers of the county, \(attempt.officer.name) is of the level \(attempt.officer.level.rawValue)")
  }

  private static func division(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.officer.level == .county, attempt.officer.division != attempt.proposal.county else { return nil }
    return Refusal(
      "officer-division", article: "A7", zh: "提请属于 \(attempt.proposal.county)，\(attempt.officer.name)属于 \(attempt.officer.division)",
      en: "the proposal is of \(attempt.proposal.county), \(attempt.officer.name) is of \(attempt.officer.division)")
  }

  private static func proposerDecides(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.isDecision, attempt.proposal.proposedBy == attempt.officer.id else { return nil }
    return Refusal(
      "proposer-decides", article: "D13", zh: "提请人不得决定自己的提请", en: "who proposes does not decide",
      help: Bilingual(zh: "由另一名县（区）工作人员决定", en: "let another officer of the county decide"))
  }

  private static func documented(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.document?.isEmpty ?? true else { return nil }
    return Refusal(
      "document-missing", article: "D11", zh: "没有文号", en: "no document is named",
      help: Bilingual(zh: "加 --document", en: "give --document"))
  }

  private static func reasoned(_ attempt: ProposalAttempt) -> Refusal? {
    guard case .decline(let reason) = attempt.action, reason.isEmpty else { return nil }
    return Refusal(
      "reason-missing", article: "D11", zh: "不予采纳须说明理由", en: "declining needs a reason",
      help: Bilingual(zh: "加 --reason", en: "give --reason"))
  }

  /// The text is a 征求意见稿: until its adoption is recorded nobody is bound by it.
  private static func adopted(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .accept, attempt.slice.adoptedBy == nil else { return nil }
    return Refusal(
      "policy-draft", article: "D11", zh: "市级文件仍是征求意见稿，不能据以作出决定", en: "the city's text is a draft for comments, on which nothing can be decided",
      help: Bilingual(zh: "文件印发后用 `xize adopt` 登记", en: "once it is issued, record that with `xize adopt`"))
  }

  private static func evidenced(_ attempt: ProposalAttempt) -> Refusal? {
    attempt.action == .accept ? evidenced(attempt.proposal) : nil
  }

  private static func worthy(_ attempt: ProposalAttempt) -> Refusal? {
    attempt.action == .accept ? worthy(attempt.proposal, unmet: attempt.slice.unmet) : nil
  }

  /// The first clause that speaks against a proposal by what it says, whoever will decide it: asked when a job makes it, and again
  /// at the decision.
  ///
  /// - Parameter unmet: the criteria of the red list that the enterprise does not meet, of a proposal for it.
  public static func refusal(ofMaking proposal: ProposalCase, unmet: [Bilingual]) -> Refusal? {
    evidenced(proposal) ?? worthy(proposal, unmet: unmet)
  }

  private static func evidenced(_ proposal: ProposalCase) -> Refusal? {
    guard proposal.because.isEmpty && proposal.grounds.isEmpty || proposal.needsEvidence && proposal.evidence == 0 else { return nil }
    return Refusal(
      "evidence-missing", article: "A7", zh: "提请没有理由或证据", en: "the proposal has no reason or no evidence",
      help: Bilingual(
        zh: "任务以 evidence（证据）写明所依据的记录后再提请", en: "the job names the rows it rests on (`evidence`) and proposes again"))
  }

  private static func worthy(_ proposal: ProposalCase, unmet: [Bilingual]) -> Refusal? {
    guard proposal.kind == "red_list", !unmet.isEmpty else { return nil }
    return Refusal(
      "red-criterion-unmet", article: "A7", zh: "不符合红榜条件：\(unmet.map(\.zh).joined(separator: "；"))",
      en: "the criteria of the red list are not met: \(unmet.map(\.en).joined(separator: "; "))",
      help: Bilingual(zh: "xize why 企业 red_list --district 县区 列出各项条件", en: "`xize why ENTERPRISE red_list --district COUNTY` lists them all"))
  }

  private static func noticedOnce(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .notice, let on = attempt.proposal.noticedOn else { return nil }
    return Refusal("notice-served", article: "A7", zh: "已于 \(on) 告知企业", en: "the enterprise was told on \(on)")
  }

  private static func noticed(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .accept, attempt.proposal.needsNotice, attempt.proposal.noticedOn == nil else { return nil }
    return Refusal(
      "notice-missing", article: "A7, 国办发〔2020〕49号", zh: "作出决定前须告知企业理由、依据和陈述申辩的权利",
      en: "before the decision the enterprise is told the reasons, the basis and its right to a defence",
      help: Bilingual(zh: "先用 `xize notice` 告知", en: "serve the notice first: `xize notice`"))
  }

  private static func defended(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .accept, attempt.proposal.needsNotice, let until = attempt.proposal.defenceUntil, attempt.day <= until
    else { return nil }
    return Refusal(
      "defence-running", article: "A7, 行政处罚法 45", zh: "陈述申辩期限至 \(until) 止", en: "the days of defence run until \(until)",
      help: Bilingual(zh: "期满次日起可以决定", en: "decide on a later day"))
  }

  private static func redWhileBlack(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .accept, attempt.proposal.kind == "red_list", let black = attempt.slice.standing.first(where: \.isBlack)
    else { return nil }
    return Refusal(
      "red-while-black", article: "A7", zh: "企业在本县（区）黑榜（\(black.document)），不得同时列入红榜",
      en: "the enterprise is on this county's black list (\(black.document)) and cannot be on the red one too")
  }

  private static func listedOnce(_ attempt: ProposalAttempt) -> Refusal? {
    guard attempt.action == .accept, attempt.proposal.isListing,
      let same = attempt.slice.standing.first(where: { $0.isBlack == (attempt.proposal.kind == "black_list") })
    else { return nil }
    return Refusal(
      "already-listed", article: "A7", zh: "企业已在该榜（\(same.document)）", en: "the enterprise is on that list already (\(same.document))")
  }
}
