internal import Columns

/// Clauses about the case and its order.
enum FundCaseInvariants {
  /// Nobody decides on a case that has moved on since it was read.
  static func position(_ attempt: FundAttempt) -> Refusal? {
    let now = attempt.fundCase?.position ?? 0
    guard attempt.command.expectedPosition != now else { return nil }
    return Refusal(
      "case-position-stale", article: "D13", zh: "案件已有变动：看到的是第\(attempt.command.expectedPosition)步，现为第\(now)步",
      en: "the case has moved on: seen at \(attempt.command.expectedPosition), now at \(now)",
      help: Bilingual(zh: "重新查看后再办理", en: "look at it again, then decide"))
  }

  /// A case keeps the revision of the procedure that it began under.
  static func revision(_ attempt: FundAttempt) -> Refusal? {
    let isRight: Bool
    if let fundCase = attempt.fundCase {
      isRight = fundCase.procedure == attempt.procedure.name && fundCase.revision == attempt.procedure.revision
    } else {
      isRight = attempt.submission.kind.procedureName == attempt.procedure.name
    }
    guard !isRight else { return nil }
    return Refusal(
      "procedure-revision", article: "D10",
      zh:
        "案件适用 `\(attempt.fundCase?.procedure ?? attempt.submission.kind.procedureName)` \(attempt.fundCase?.revision ?? "")，不是 `\(attempt.procedure.name)` \(attempt.procedure.revision)",
      en:
        "the case runs under `\(attempt.fundCase?.procedure ?? attempt.submission.kind.procedureName)` \(attempt.fundCase?.revision ?? ""), not under `\(attempt.procedure.name)` \(attempt.procedure.revision)"
    )
  }

  /// Steps follow one another in time.
  static func time(_ attempt: FundAttempt) -> Refusal? {
    guard let last = attempt.fundCase?.done.last, attempt.now < last.at else { return nil }
    return Refusal(
      "time-runs-backwards", article: "A14", zh: "时间早于上一步骤（\(last.at)）",
      en: "earlier than the step before it (\(last.at))")
  }

  /// 审批流程: each step in its turn, none left out, none after the end.
  static func order(_ attempt: FundAttempt) -> Refusal? {
    let next = FundProcedure.next(attempt.fundCase, attempt.procedure)
    // Another applicant may come in at any time before the end.
    if attempt.isSubstitution, !next.isEmpty { return nil }
    guard !next.contains(where: { $0.name == attempt.step.name }) else { return nil }
    return Refusal(
      "step-out-of-order", article: "A14",
      zh: next.isEmpty
        ? "案件已经办结，不能再办 `\(attempt.step.chinese)`"
        : "现在应办 `\(next.map(\.chinese).joined(separator: "、"))`，不是 `\(attempt.step.chinese)`",
      en: next.isEmpty
        ? "the case is closed; `\(attempt.step.name)` cannot follow"
        : "`\(next.map(\.name).joined(separator: "`, `"))` comes next, not `\(attempt.step.name)`")
  }

  /// A decision has a document with a number (D11).
  static func document(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.isDecision, !(attempt.command.document ?? "").contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return Refusal(
      "document-missing", article: "D11", zh: "作出决定须有文号", en: "a decision needs the number of its document")
  }

  /// The text is a 征求意见稿: a decision rests on it once the city has recorded its adoption, or names another text in force.
  static func draft(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.isDecision, !PolicyDraft.allows(basis: attempt.command.basis, versions: attempt.slice.policies, on: attempt.day)
    else { return nil }
    return PolicyDraft.refusal(article: "§1.4", of: attempt.step.chinese, attempt.step.name)
  }

  static func basis(_ attempt: FundAttempt) -> Refusal? { PolicyDraft.unclear(attempt.command.basis) }

  /// 公示不少于七日: before the last payment the settlement is shown to the owners, the day on which that begins not counted
  /// (Civil Code 201).
  static func publicity(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard case .balance = attempt.command.action,
      let shown = attempt.fundCase?.done.last(where: { $0.step == FundProcedures.publicity })?.at.day
    else { return nil }
    let days = try attempt.read(FundParameters.publicityDays)
    let last = shown.adding(days: days)
    guard attempt.day <= last else { return nil }
    return Refusal(
      "publicity-running", article: "A14", zh: "结算自 \(shown) 公示，\(days)日至 \(last) 止", en: "the settlement has been public since \(shown); \(days) days end on \(last)",
      help: Bilingual(zh: "期满次日起可以拨付", en: "pay on a later day"))
  }

  /// A district may hold facts of the case against a step, and cap what it asks for, approves or pays; nothing bars a refusal.
  static func notRefused(_ attempt: FundAttempt) -> Refusal? {
    guard !attempt.isRefusal, !attempt.isSubstitution else { return nil }
    if let objection = attempt.step.objections.first {
      return Refusal(
        "step-refused", article: "D10", zh: "\(objection.because.zh)（\(objection.source)）", en: "\(objection.because.en) (\(objection.source))")
    }
    guard let most = attempt.step.atMostAmount else { return nil }
    let amount: Money? =
      switch attempt.command.action {
      case .submit(let submission): submission.amount
      case .approve(let amount): amount
      case .advance(let amount), .balance(let amount): (attempt.fundCase?.paid ?? .zero).adding(amount)
      case .confirm, .refuse, .substitute: attempt.submission.amount
      }
    // A sum beyond all numbers is beyond the bound.
    guard amount.map({ $0 > most }) ?? true else { return nil }
    return Refusal(
      "step-refused", article: "D10", zh: "步骤 `\(attempt.step.chinese)` 最多\(most)元", en: "the step `\(attempt.step.name)` allows \(most) yuan at most")
  }

  /// What the procedure asks for is at hand.
  static func needs(_ attempt: FundAttempt) -> Refusal? {
    guard !attempt.isRefusal, !attempt.isSubstitution else { return nil }
    for case .attachment(let kind) in attempt.step.needs where !attempt.attachments.contains(kind) {
      return Refusal(
        "need-missing", article: "A14", zh: "步骤 `\(attempt.step.chinese)` 缺少材料 `\(kind)`",
        en: "the step `\(attempt.step.name)` needs `\(kind)`, which was not found",
        help: Bilingual(zh: "请补充该材料", en: "hand it in with the command"))
    }
    return nil
  }
}
