public import Columns

/// A procedure of a district's own (程序) as data: whose turn it is, in what time, and what follows when a step is done, refused or
/// late. One engine runs them all; no script runs inside it. Whether a step is late is derived from moments, never stored.
public struct CaseProcedure: Sendable, Hashable {
  /// The tables whose rows go through procedures: A7, A8, A13.
  public static let tables = [Complaint.schema, RectificationOrder.schema, Listing.schema]

  /// What follows a step.
  public enum Next: Sendable, Hashable {
    case step(String)
    /// The case is at its end.
    case finish
    /// It goes to a department, by name, and ends here.
    case refer(String)
  }

  public struct Step: Sendable, Hashable {
    public var name: String
    public var by: Division.Level
    public var within: TimeSpan
    /// Papers that must be at hand; what was handed in at earlier steps counts.
    public var needs: [String]
    /// What is done, in the words of the rule: shown, never carried out.
    public var does: String?
    public var done: Next
    /// `nil`: the step cannot be refused.
    public var refused: Next?
    /// What follows when the time has passed.
    public var late: Next
    /// Steps whose officers may not do this one.
    public var notSamePersonAs: [String]

    public init(
      _ name: String, by: Division.Level, within: TimeSpan, needs: [String] = [], does: String? = nil, done: Next, refused: Next? = nil,
      late: Next, notSamePersonAs: [String] = []
    ) {
      self.name = name
      self.by = by
      self.within = within
      self.needs = needs
      self.does = does
      self.done = done
      self.refused = refused
      self.late = late
      self.notSamePersonAs = notSamePersonAs
    }
  }

  /// What an officer did to the step whose turn it was: an entry of the ledger.
  public struct Act: Sendable, Hashable {
    public var step: String
    public var isRefusal: Bool
    public var officer: Officer
    public var at: Moment
    public var attachments: [String]

    public init(_ step: String, isRefusal: Bool = false, officer: Officer, at: Moment, attachments: [String] = []) {
      self.step = step
      self.isRefusal = isRefusal
      self.officer = officer
      self.at = at
      self.attachments = attachments
    }
  }

  /// The step that waits, and its last moment.
  public struct Turn: Sendable, Hashable {
    public var step: Step
    public var since: Moment
    public var due: Moment
  }

  /// Where a case stands at a moment.
  public struct State: Sendable, Hashable {
    /// `nil` at the end.
    public var turn: Turn?
    /// How it ended, and when.
    public var end: Next?
    public var endedAt: Moment?
    /// Steps whose time passed, with the moment.
    public var lapsed: [Turn]
    public var acts: [Act]
  }

  public var name: String
  /// A case keeps the revision that it began under.
  public var revision: String
  public var steps: [Step]

  public init(name: String, revision: String, steps: [Step]) {
    self.name = name
    self.revision = revision
    self.steps = steps
  }

  public func step(named name: String) -> Step? { steps.first { $0.name == name } }

  /// Replays a case: what was done, and what lapsed meanwhile, up to a moment.
  ///
  /// - Throws: ``Refusal`` where the calendar lacks the year of a time limit in working days, and `case-entry-lost` where an act is
  ///   not of the step that waited: acts that passed ``check(_:in:at:)`` are all of theirs.
  public func state(began: Moment, _ acts: [Act], at now: Moment, _ calendar: WorkingCalendar) throws(Refusal) -> State {
    var state = State(turn: nil, end: nil, endedAt: nil, lapsed: [], acts: [])
    guard let first = steps.first else {
      state.end = .finish
      return state
    }
    state.turn = try turn(first, since: began, calendar)
    for act in acts where act.at <= now {
      try lapse(&state, until: act.at, calendar)
      guard let turn = state.turn, turn.step.name == act.step else {
        throw Refusal(
          "case-entry-lost", article: "D9", zh: "台账中 \(act.at) 的步骤 `\(act.step)` 与程序 `\(name)` 对不上",
          en: "the ledger's step `\(act.step)` of \(act.at) does not fit the procedure `\(name)`")
      }
      state.acts.append(act)
      try follow(act.isRefusal ? turn.step.refused ?? turn.step.done : turn.step.done, at: act.at, &state, calendar)
    }
    try lapse(&state, until: now, calendar)
    return state
  }

  /// Whether an act is possible where the case stands; the first reason against it is thrown.
  ///
  /// - Parameter place: where the case lies, `nil` where that is not known, as in a script's own tests.
  public func check(_ act: Act, in state: State, at place: CasePlace? = nil) throws(Refusal) {
    guard let turn = state.turn else {
      throw Refusal("case-ended", article: "D10", zh: "程序 `\(name)` 已经结束", en: "the procedure `\(name)` has ended")
    }
    guard turn.step.name == act.step else {
      throw Refusal("step-out-of-order", article: "D10", zh: "现在应办 `\(turn.step.name)`，不是 `\(act.step)`", en: "`\(turn.step.name)` comes next, not `\(act.step)`")
    }
    guard act.at >= turn.since else {
      throw Refusal("time-runs-backwards", article: "D13", zh: "时间早于本步开始（\(turn.since)）", en: "earlier than the beginning of the step (\(turn.since))")
    }
    guard act.officer.isInOffice(on: act.at.day) else {
      throw Refusal("officer-not-in-office", article: "D13", zh: "\(act.officer.name)不在任", en: "\(act.officer.name) is not in office")
    }
    guard act.officer.level == turn.step.by else {
      throw Refusal(
        "officer-level", article: "D10", zh: "步骤 `\(act.step)` 由\(turn.step.by.chinese)办理，\(act.officer.name)属\(act.officer.level.chinese)级",
        en: "the step `\(act.step)` is done at the level \(turn.step.by.rawValue); \(act.officer.name) is of the level \(act.officer.level.rawValue)")
    }
    if let place, !place.isCovered(by: act.officer) {
      throw Refusal(
        "officer-division", article: "A1", zh: "\(act.officer.name)（\(act.officer.division)）不是属地（\(place)）的工作人员",
        en: "\(act.officer.name) (\(act.officer.division)) is not an officer of the place (\(place))")
    }
    if act.isRefusal, turn.step.refused == nil {
      throw Refusal("step-not-refusable", article: "D10", zh: "步骤 `\(act.step)` 不能拒绝", en: "the step `\(act.step)` cannot be refused")
    }
    let papers = Set(state.acts.flatMap(\.attachments) + act.attachments)
    if !act.isRefusal, let missing = turn.step.needs.first(where: { !papers.contains($0) }) {
      throw Refusal(
        "need-missing", article: "D10", zh: "步骤 `\(act.step)` 缺少材料 `\(missing)`", en: "the step `\(act.step)` needs `\(missing)`",
        help: Bilingual(zh: "加 --attach \"\(missing)\"", en: "give --attach \"\(missing)\""))
    }
    if let other = turn.step.notSamePersonAs.first(where: { step in
      state.acts.contains { $0.step == step && $0.officer.id == act.officer.id }
    }) {
      throw Refusal("same-person", article: "D13", zh: "步骤 `\(act.step)` 与 `\(other)` 不得由同一人办理", en: "the steps `\(act.step)` and `\(other)` are not done by one person")
    }
  }

  /// What late steps lead to, one after the other, each beginning when the one before it was due.
  private func lapse(_ state: inout State, until now: Moment, _ calendar: WorkingCalendar) throws(Refusal) {
    // A procedure whose steps are late for one another runs round; a thousand rounds are beyond any case.
    for _ in 0..<1_000 {
      guard let turn = state.turn, now > turn.due else { return }
      state.lapsed.append(turn)
      try follow(turn.step.late, at: turn.due, &state, calendar)
    }
  }

  private func follow(_ next: Next, at moment: Moment, _ state: inout State, _ calendar: WorkingCalendar) throws(Refusal) {
    if case .step(let name) = next, let step = step(named: name) {
      state.turn = try turn(step, since: moment, calendar)
    } else {
      state.turn = nil
      state.end = next
      state.endedAt = moment
    }
  }

  private func turn(_ step: Step, since: Moment, _ calendar: WorkingCalendar) throws(Refusal) -> Turn {
    let count = Int(clamping: step.within.count)
    let due: Moment
    do throws(ParameterError) {
      due =
        switch step.within.unit {
        case .seconds: since.adding(seconds: step.within.count)
        case .workingDays: try calendar.adding(workingDays: count, to: since.day).end
        case .calendarMonths: since.day.adding(months: count).end
        default: since.day.adding(days: count).end
        }
    } catch {
      throw Refusal(error)
    }
    return Turn(step: step, since: since, due: max(due, since))
  }
}
