public import Columns

/// Runs a request through its procedure: `decide` says what happens or why not, `apply` makes it so. Both are pure (A14).
public enum FundProcedure {
  /// The events that a command leads to.
  ///
  /// - Parameters:
  ///   - procedure: the revision that the case began under; for a submission, the one in force.
  ///   - now: the moment of the decision; every gate is looked at as of its day.
  /// - Throws: the first ``Refusal``, in the order of ``FundInvariant/all``.
  public static func decide(
    _ slice: FundSlice, _ command: FundCommand, procedure: Procedure, rulebook: Rulebook, now: Moment
  ) throws(Refusal) -> [FundEvent] {
    let attempt = try FundAttempt(slice, command, procedure, rulebook, now)
    for invariant in FundInvariant.all {
      if let refusal = try invariant.check(attempt) { throw refusal }
    }
    let kind: FundEvent.Kind =
      switch command.action {
      case .submit(let submission): .submitted(submission, procedure: procedure.name, revision: procedure.revision)
      case .confirm: .confirmed
      case .approve(let amount): .approved(amount)
      case .refuse(let reason): .refused(reason: reason)
      case .advance(let amount): .advanced(amount)
      case .balance(let amount): .settled(amount)
      case .substitute(let parties): .substituted(parties)
      }
    return [
      FundEvent(
        number: attempt.submission.number, position: (slice.fundCase?.position ?? 0) + 1,
        step: attempt.isSubstitution ? substitution : attempt.step.name, kind: kind, officer: slice.officer.id, at: now,
        document: command.document, attachments: command.attachments, settlement: command.settlement, basis: command.basis,
        parts: attempt.parts ?? [])
    ]
  }

  /// What the ledger calls the change of who applies or does the works, which is no step of a procedure.
  public static let substitution = "substitute"

  /// The case after an event; an event that does not fit leaves it as it is.
  public static func apply(_ event: FundEvent, to fundCase: FundCase?) -> FundCase? {
    let done = FundCase.Done(step: event.step, officer: event.officer, at: event.at, document: event.document)
    if case .submitted(let submission, let procedure, let revision) = event.kind {
      guard fundCase == nil else { return fundCase }
      return FundCase(
        submission: submission, procedure: procedure, revision: revision, done: [done],
        attachments: Set(event.attachments),
        status: .submitted, position: event.position)
    }
    guard var result = fundCase, !result.isClosed else { return fundCase }
    result.done.append(done)
    result.attachments.formUnion(event.attachments)
    result.position = event.position
    switch event.kind {
    case .submitted: break
    // A check after the decision does not take the approval back.
    case .confirmed: if result.approved == nil { result.status = .reviewed }
    case .approved(let amount):
      result.approved = amount
      result.status = .approved
    case .refused: result.status = .refused
    case .advanced(let amount): result.paid = result.paid.adding(amount) ?? result.paid
    case .settled(let amount):
      result.paid = result.paid.adding(amount) ?? result.paid
      result.status = .paid
    case .substituted(let parties):
      result.submission.applicantKind = parties.applicantKind
      result.submission.applicant = parties.applicant
      result.submission.user = parties.user
    }
    return result
  }

  /// The steps that may come next: the payments in advance that are allowed, and the next step that must be done.
  public static func next(_ fundCase: FundCase?, _ procedure: Procedure) -> [Procedure.Step] {
    guard let fundCase else { return procedure.steps.first.map { [$0] } ?? [] }
    guard !fundCase.isClosed else { return [] }
    let finished = Set(fundCase.done.map(\.step))
    let last = procedure.steps.lastIndex { $0.action != .advance && finished.contains($0.name) } ?? -1
    var steps: [Procedure.Step] = []
    for step in procedure.steps[(last + 1)...] {
      steps.append(step)
      if step.action != .advance { break }
    }
    return steps
  }

  /// The first of them that was not done: whose turn it is. An advance may be repeated, but nobody waits for a second one.
  public static func turn(_ fundCase: FundCase?, _ procedure: Procedure) -> Procedure.Step? {
    let finished = Set(fundCase?.done.map(\.step) ?? [])
    return next(fundCase, procedure).first { !finished.contains($0.name) }
  }

  /// The last day of a step that comes next, or `nil` where it has no time limit.
  ///
  /// - Throws: ``ParameterError`` where the calendar lacks the year.
  public static func due(
    _ step: Procedure.Step, of fundCase: FundCase, _ calendar: WorkingCalendar
  ) throws(ParameterError) -> Day? {
    // Another applicant gives nobody more time.
    guard let days = step.within, let last = fundCase.done.last(where: { $0.step != substitution }) else { return nil }
    return try calendar.adding(workingDays: days, to: last.at.day)
  }
}
