internal import Columns

/// A command together with everything that its invariants look at.
struct FundAttempt {
  let slice: FundSlice
  let command: FundCommand
  let procedure: Procedure
  let rulebook: Rulebook
  let now: Moment
  /// As it would stand with the command.
  let submission: FundCase.Submission
  let step: Procedure.Step

  var day: Day { now.day }
  /// The day of the submission.
  var began: Day { slice.fundCase?.done.first?.at.day ?? day }
  var fundCase: FundCase? { slice.fundCase }
  var officer: Officer { slice.officer }

  /// The papers at hand, with those of this command.
  var attachments: Set<String> { (fundCase?.attachments ?? []).union(command.attachments) }

  /// The amount that is asked for, approved or paid.
  var amount: Money? {
    switch command.action {
    case .submit(let submission): submission.amount
    case .approve(let amount), .advance(let amount), .balance(let amount): amount
    case .confirm, .refuse, .substitute: nil
    }
  }

  /// The amount that is about to be paid, for a payment.
  var payment: Money? {
    switch command.action {
    case .advance(let amount), .balance(let amount): amount
    default: nil
    }
  }

  var isSubstitution: Bool {
    if case .substitute = command.action { return true }
    return false
  }

  /// What each account bears of what is approved, or pays of a payment; empty where the register has no account of the estate,
  /// `nil` where it cannot be divided.
  var parts: [FundEvent.Part]? {
    guard !slice.accounts.isEmpty else { return [] }
    switch command.action {
    case .submit, .confirm, .refuse, .substitute: return []
    case .approve(let amount):
      // One that came in divided stays so.
      guard slice.shares.isEmpty else { return [] }
      let areas = slice.accounts.count == 1 ? [1] : slice.accounts.map { $0.area ?? 0 }
      guard areas.allSatisfy({ $0 > 0 }), let parts = CostAllocation.divide(amount, by: areas) else { return nil }
      return zip(slice.accounts, parts).map { .init(account: $0.code, area: $0.area, amount: $1) }
    case .advance(let amount), .balance(let amount):
      // By what each has left to bear, so that no account ever pays more than its share.
      let left = slice.shares.map { max(0, $0.share.fen - min($0.drawn.fen, $0.share.fen)) }
      guard left.reduce(Int128(0), { $0 + Int128($1) }) >= Int128(amount.fen),
        let parts = CostAllocation.divide(amount, by: left)
      else { return nil }
      return zip(slice.shares, parts).filter { $1 > .zero }.map { .init(account: $0.account, amount: $1) }
    }
  }

  var isRefusal: Bool {
    if case .refuse = command.action { return true }
    return false
  }

  var isDecision: Bool {
    switch command.action {
    case .approve, .refuse: true
    default: false
    }
  }

  /// - Throws: ``Refusal`` where the case or the step does not exist.
  init(
    _ slice: FundSlice, _ command: FundCommand, _ procedure: Procedure, _ rulebook: Rulebook, _ now: Moment
  ) throws(Refusal) {
    self.slice = slice
    self.command = command
    self.procedure = procedure
    self.rulebook = rulebook
    self.now = now
    if case .submit(let submission) = command.action {
      guard slice.fundCase == nil else {
        throw Refusal(
          "case-exists", article: "A14", zh: "申请 `\(submission.number)` 已经存在",
          en: "the request `\(submission.number)` exists already")
      }
      self.submission = submission
    } else if let fundCase = slice.fundCase {
      var submission = fundCase.submission
      if case .substitute(let parties) = command.action {
        (submission.applicantKind, submission.applicant, submission.user) = (parties.applicantKind, parties.applicant, parties.user)
      }
      self.submission = submission
    } else {
      throw Refusal("case-missing", article: "A14", zh: "没有这件申请", en: "there is no such request")
    }
    let wanted: Procedure.Step? =
      switch command.action {
      // Who may submit may name another applicant.
      case .submit, .substitute: procedure.steps.first { $0.action == .submit }
      case .confirm(let name): procedure.step(named: name)
      case .approve, .refuse: procedure.steps.first { $0.action == .decide }
      case .advance: procedure.steps.first { $0.action == .advance }
      case .balance: procedure.steps.first { $0.action == .balance }
      }
    guard let wanted else {
      throw Refusal(
        "step-unknown", article: "A14", zh: "流程 `\(procedure.name)` 没有这一步骤",
        en: "the procedure `\(procedure.name)` has no such step")
    }
    step = wanted
  }

  func read<V>(_ key: ParameterKey<V>) throws(Refusal) -> V {
    do { return try rulebook.parameters.value(key, on: day) } catch { throw Refusal(error) }
  }
}
