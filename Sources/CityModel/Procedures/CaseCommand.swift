public import Columns

/// What an officer asks to be done to a case of a district's own procedure: the step that waits is done, or refused.
public struct CaseCommand: Sendable, Hashable {
  public var step: String
  public var isRefusal: Bool
  /// Why it is refused; a refusal has one.
  public var reason: String?
  /// The position of the case that the officer saw; 0 before its first step.
  public var expectedPosition: Int
  /// Papers handed in with it.
  public var attachments: [String]
  /// Number of the document behind it.
  public var document: String?

  public init(
    _ step: String, isRefusal: Bool = false, reason: String? = nil, expectedPosition: Int, attachments: [String] = [],
    document: String? = nil
  ) {
    self.step = step
    self.isRefusal = isRefusal
    self.reason = reason
    self.expectedPosition = expectedPosition
    self.attachments = attachments
    self.document = document
  }
}

/// A step that was done or refused: an entry of the ledger.
public struct CaseEvent: Sendable, Hashable {
  /// The position of the case after it.
  public var position: Int
  public var step: String
  public var isRefusal: Bool
  public var reason: String?
  /// The officer's id.
  public var officer: String
  public var at: Moment
  public var document: String?
  public var attachments: [String]

  public init(
    position: Int, step: String, isRefusal: Bool, reason: String?, officer: String, at: Moment, document: String?, attachments: [String]
  ) {
    self.position = position
    self.step = step
    self.isRefusal = isRefusal
    self.reason = reason
    self.officer = officer
    self.at = at
    self.document = document
    self.attachments = attachments
  }
}

extension ProcedureCase {
  /// What a command leads to. Pure: position, time, whose turn it is, the officer's level and place, papers, persons.
  ///
  /// - Throws: the first ``Refusal``.
  public func decide(
    _ command: CaseCommand, by officer: Officer, _ calendar: WorkingCalendar, now: Moment
  ) throws(Refusal) -> CaseEvent {
    guard command.expectedPosition == position else {
      throw Refusal(
        "case-position-stale", article: "D13", zh: "案件已有变动：看到的是第\(command.expectedPosition)步，现为第\(position)步",
        en: "the case has moved on: seen at \(command.expectedPosition), now at \(position)",
        help: Bilingual(zh: "用 xize do case show 重新查看后再办理", en: "look at it again with xize do case show, then decide"))
    }
    if let last = entries.map(\.at).max(), now < last {
      throw Refusal(
        "time-runs-backwards", article: "D13", zh: "时间早于案件的上一步（\(last)）", en: "earlier than the case's last entry (\(last))")
    }
    guard procedure.step(named: command.step) != nil else {
      throw Refusal(
        "unknown-step", article: "D10", zh: "程序 `\(procedure.name)` 没有步骤 `\(command.step)`",
        en: "the procedure `\(procedure.name)` has no step `\(command.step)`",
        help: Bilingual(
          zh: "步骤：\(procedure.steps.map(\.name).joined(separator: "、"))", en: "its steps: \(procedure.steps.map(\.name).joined(separator: ", "))"))
    }
    let act = CaseProcedure.Act(
      command.step, isRefusal: command.isRefusal, officer: officer, at: now, attachments: command.attachments)
    let state = try state(at: now, calendar)
    do throws(Refusal) {
      try procedure.check(act, in: state, at: place)
    } catch {
      // What the district's own text asks is refused in its name.
      var refusal = error
      if refusal.article == "D10" { refusal.article = basis }
      throw refusal
    }
    if command.isRefusal, CaseValue.trimmed(command.reason ?? "").isEmpty {
      throw Refusal(
        "reason-missing", article: "D11", zh: "不予办理须写明理由", en: "who refuses a step says why",
        help: Bilingual(zh: "加 --reason", en: "give --reason"))
    }
    return CaseEvent(
      position: position + 1, step: command.step, isRefusal: command.isRefusal, reason: command.isRefusal ? command.reason : nil,
      officer: officer.id, at: now, document: command.document, attachments: command.attachments)
  }
}
