internal import Columns

/// A command together with everything that its invariants look at.
struct FundAttempt {
  let slice: FundSlice
  let command: FundCommand
  let procedure: Procedure
  let rulebook: Rulebook
  let now: Moment
  let submission: FundCase.Submission
  let step: Procedure.Step

  var day: Day { now.day }
  var fundCase: FundCase? { slice.fundCase }
  var officer: Officer { slice.officer }

  /// The papers at hand, with those of this command.
  var attachments: Set<String> { (fundCase?.attachments ?? []).union(command.attachments) }

  /// The amount that is about to be paid, for a payment.
  var payment: Money? {
    switch command.action {
    case .advance(let amount), .balance(let amount): amount
    default: nil
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
      submission = fundCase.submission
    } else {
      throw Refusal("case-missing", article: "A14", zh: "没有这件申请", en: "there is no such request")
    }
    let wanted: Procedure.Step? =
      switch command.action {
      case .submit: procedure.steps.first { $0.action == .submit }
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
