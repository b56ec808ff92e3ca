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
  let check: @Sendable (ProposalAttempt) -> Refusal?

  /// Every clause, in the order in which they are checked.
  public static let all: [ProposalInvariant] = [
    .init(code: "proposal-decided", article: "D11", check: decided),
    .init(code: "officer-not-in-office", article: "D13", check: inOffice),
    .init(code: "officer-level", article: "A7", check: level),
    .init(code: "officer-division", article: "A7", check: division),
    .init(code: "proposer-decides", article: "D13", check: proposerDecides),
    .init(code: "document-missing", article: "D11", check: documented),
    .init(code: "reason-missing", article: "D11", check: reasoned),
    .init(code: "policy-draft", article: "D11", check: adopted),
    .init(code: "evidence-missing", article: "A7", check: evidenced),
    .init(code: "notice-served", article: "A7", check: noticedOnce),
    .init(code: "notice-missing", article: "A7, 国办发〔2020〕49号", check: noticed),
    .init(code: "defence-running", article: "A7, 行政处罚法 45", check: defended),
    .init(code: "red-while-black", article: "A7", check: redWhileBlack),
    .init(code: "already-listed", article: "A7", check: listedOnce),
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
    let proposal = attempt.proposal
    guard attempt.action == .accept, proposal.because.isEmpty && proposal.grounds.isEmpty || proposal.needsEvidence && proposal.evidence == 0
    else { return nil }
    return Refusal(
      "evidence-missing", article: "A7", zh: "提请没有理由或证据", en: "the proposal has no reason or no evidence",
      help: Bilingual(
        zh: "不予采纳；任务以 evidence（证据）写明所依据的记录后再提请", en: "decline it; the job names the rows it rests on (`evidence`) and proposes again"))
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
