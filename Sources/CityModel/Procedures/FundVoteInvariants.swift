internal import Columns

/// Clauses about the owners' decision: 使用维修资金由业主共同决定 (Civil Code 278(5)); only an emergency may go without (281). A small
/// request rests on a standing resolution, which is such a decision.
enum FundVoteInvariants {
  /// The decision is named.
  static func named(_ attempt: FundAttempt) -> Refusal? {
    guard isNeeded(attempt), document(attempt).isEmpty else { return nil }
    return Refusal(
      "vote-missing", article: "Civil Code 278, 281", zh: "使用维修资金须由业主共同决定，仅应急情形除外",
      en: "the owners decide on the use of the fund, except in an emergency",
      help: Bilingual(
        zh: "写明业主决定或授权决议的文号", en: "name the document of the owners' decision or of their standing resolution"))
  }

  /// The register holds it: of this estate, or of the building that bears the cost, about the use of the fund, taken before the request.
  static func known(_ attempt: FundAttempt) -> Refusal? {
    guard isNeeded(attempt), fitting(attempt).isEmpty else { return nil }
    let help = Bilingual(
      zh: "先用 xize do 记录表决 录入表决结果，或核对文号", en: "record the vote first: xize do record-vote; or check the number")
    guard let other = attempt.slice.votes.first else {
      return Refusal(
        "vote-unknown", article: "Civil Code 278", zh: "台账中没有本项目文号为 `\(document(attempt))` 的业主表决",
        en: "the register has no vote of this estate's owners under `\(document(attempt))`", help: help)
    }
    let matter = OwnerVote.matters.index(of: other.matter).map { OwnerVote.matters.values[$0].chinese } ?? other.matter
    return Refusal(
      "vote-unknown", article: "Civil Code 278",
      zh: "`\(document(attempt))` 不是本次使用的业主决定：\(other.votedOn) 就“\(matter)”表决\(other.building.map { "，限 \($0)" } ?? "")",
      en:
        "`\(document(attempt))` does not decide on this use: on \(other.votedOn) the owners\(other.building.map { " of \($0)" } ?? "") voted on `\(other.matter)`",
      help: help)
  }

  /// It has the majorities of 278.
  static func carried(_ attempt: FundAttempt) -> Refusal? {
    guard isNeeded(attempt), let first = fitting(attempt).first, decision(attempt) == nil else { return nil }
    return Refusal(
      "vote-not-carried", article: "Civil Code 278", zh: "\(first.votedOn) 的表决未达到法定比例",
      en: "the vote of \(first.votedOn) lacks the majorities of the law",
      help: Bilingual(
        zh: "须面积、人数均有三分之二以上参与，参与者过半数同意", en: "two thirds by area and by head take part, and more than half of them agree"))
  }

  /// A standing resolution holds until its last day: on the day of the submission and on that of the approval.
  static func unexpired(_ attempt: FundAttempt) -> Refusal? {
    guard isNeeded(attempt), amount(attempt) != nil, let last = decision(attempt)?.expiresOn, last < attempt.day else { return nil }
    return Refusal(
      "resolution-expired", article: "Civil Code 278", zh: "授权决议已于 \(last) 到期", en: "the standing resolution ended on \(last)",
      help: Bilingual(zh: "由业主另行决定", en: "the owners decide anew"))
  }

  /// All requests under a standing resolution stay within what it lets be spent.
  static func withinResolution(_ attempt: FundAttempt) -> Refusal? {
    guard isNeeded(attempt), let amount = amount(attempt), let vote = decision(attempt), let limit = vote.amountLimit else { return nil }
    if let sum = vote.used.adding(amount), sum <= limit { return nil }
    return Refusal(
      "resolution-exceeded", article: "Civil Code 278", zh: "授权决议限额\(limit)元，其他申请已用\(vote.used)元，再用\(amount)元将超出",
      en: "the standing resolution allows \(limit) yuan; other requests take \(vote.used), \(amount) more would exceed it",
      help: Bilingual(zh: "由业主另行决定", en: "the owners decide anew"))
  }

  private static func isNeeded(_ attempt: FundAttempt) -> Bool { attempt.submission.kind != .emergency && !attempt.isRefusal }

  private static func document(_ attempt: FundAttempt) -> String { CaseValue.trimmed(attempt.submission.vote ?? "") }

  /// What the command commits: asked for, or approved.
  private static func amount(_ attempt: FundAttempt) -> Money? {
    switch attempt.command.action {
    case .submit(let submission): submission.amount
    case .approve(let amount): amount
    case .confirm, .refuse, .advance, .balance, .substitute: nil
    }
  }

  private static func fitting(_ attempt: FundAttempt) -> [FundSlice.Vote] {
    attempt.slice.votes.filter { vote in
      vote.matter == "fund use" && vote.votedOn <= attempt.began && (vote.building == nil || vote.building == attempt.submission.building)
    }
  }

  private static func decision(_ attempt: FundAttempt) -> FundSlice.Vote? { fitting(attempt).first(where: \.isCarried) }
}
