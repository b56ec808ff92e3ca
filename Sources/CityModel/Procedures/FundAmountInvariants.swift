internal import Columns

/// Clauses about money, exact to the fen.
enum FundAmountInvariants {
  static func positive(_ attempt: FundAttempt) -> Refusal? {
    let amount: Money
    switch attempt.command.action {
    case .submit(let submission): amount = submission.amount
    case .approve(let money), .advance(let money), .balance(let money): amount = money
    case .confirm, .refuse, .substitute: return nil
    }
    guard amount <= .zero else { return nil }
    return Refusal("amount-not-positive", article: "A14", zh: "金额须大于零", en: "the amount is not more than zero")
  }

  /// 小额使用维修资金的简易流程: what counts as small.
  static func small(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard attempt.submission.kind == .small, case .submit(let submission) = attempt.command.action else { return nil }
    let limit = try attempt.read(FundParameters.smallMax)
    guard submission.amount > limit else { return nil }
    return Refusal(
      "small-over-limit", article: "A14", zh: "小额流程不超过\(limit)元，申请\(submission.amount)元",
      en: "a small request is at most \(limit) yuan, not \(submission.amount)",
      help: Bilingual(zh: "改走一般流程", en: "use the general procedure"))
  }

  /// An estate's small requests of a year together.
  static func smallYear(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard attempt.submission.kind == .small, case .submit(let submission) = attempt.command.action else { return nil }
    let limit = try attempt.read(FundParameters.smallYearMax)
    if let sum = attempt.slice.smallThisYear.adding(submission.amount), sum <= limit { return nil }
    return Refusal(
      "small-over-year", article: "A14", zh: "本年度小额申请合计不超过\(limit)元，已有\(attempt.slice.smallThisYear)元",
      en:
        "an estate's small requests of a year are at most \(limit) yuan; \(attempt.slice.smallThisYear) are there already",
      help: Bilingual(zh: "改走一般流程", en: "use the general procedure"))
  }

  /// Nothing is asked, approved or paid beyond the accounts' balance.
  static func withinBalance(_ attempt: FundAttempt) -> Refusal? {
    let amount: Money
    switch attempt.command.action {
    case .submit(let submission): amount = submission.amount
    case .approve(let money), .advance(let money), .balance(let money): amount = money
    case .confirm, .refuse, .substitute: return nil
    }
    let balance = attempt.slice.balance ?? .zero
    guard amount > balance else { return nil }
    return Refusal(
      "amount-over-balance", article: "A14", zh: "账户余额\(balance)元，不足\(amount)元",
      en: "the accounts hold \(balance) yuan, less than \(amount)")
  }

  /// What is approved is at most what was asked for.
  static func withinAsked(_ attempt: FundAttempt) -> Refusal? {
    guard case .approve(let amount) = attempt.command.action, amount > attempt.submission.amount else { return nil }
    return Refusal(
      "approved-over-asked", article: "A14", zh: "批准\(amount)元超过申请\(attempt.submission.amount)元",
      en: "\(amount) yuan is more than the \(attempt.submission.amount) asked for")
  }

  /// What is paid in all is at most what was approved.
  static func withinApproved(_ attempt: FundAttempt) -> Refusal? {
    guard let amount = attempt.payment else { return nil }
    let approved = attempt.fundCase?.approved ?? .zero
    let paid = attempt.fundCase?.paid ?? .zero
    if let sum = paid.adding(amount), sum <= approved { return nil }
    return Refusal(
      "payment-over-approved", article: "A14", zh: "已拨付\(paid)元，再拨\(amount)元将超过批准的\(approved)元",
      en: "\(paid) yuan are paid; \(amount) more would exceed the \(approved) approved")
  }

  /// Payments before the works are accepted stay within the step's share of the approved amount.
  static func advance(_ attempt: FundAttempt) -> Refusal? {
    guard case .advance(let amount) = attempt.command.action, let share = attempt.step.atMost else { return nil }
    let approved = attempt.fundCase?.approved ?? .zero
    let paid = attempt.fundCase?.paid ?? .zero
    let limit = Money(fen: share.of(approved.fen))
    if let sum = paid.adding(amount), sum <= limit { return nil }
    return Refusal(
      "advance-over-limit", article: "A14", zh: "验收前拨付不超过批准金额的\(share)，即\(limit)元；已拨\(paid)元，再拨\(amount)元",
      en:
        "at most \(share) of the approved amount, \(limit) yuan, is paid before acceptance; \(paid) are paid, \(amount) more asked"
    )
  }

  /// Larger works are settled on an audit.
  static func audit(_ attempt: FundAttempt) throws(Refusal) -> Refusal? {
    guard case .balance = attempt.command.action, let approved = attempt.fundCase?.approved else { return nil }
    let free = try attempt.read(FundParameters.auditFreeMax)
    guard approved > free, !attempt.attachments.contains("audit") else { return nil }
    return Refusal(
      "audit-missing", article: "A14", zh: "批准金额超过\(free)元，结算须附审计 `audit`",
      en: "more than \(free) yuan were approved: the settlement needs `audit`")
  }
}
