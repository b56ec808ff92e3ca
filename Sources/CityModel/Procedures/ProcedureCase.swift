public import Columns

/// A complaint or an order on its way through a district's own procedure (程序). It keeps the procedure that it began under: what is
/// enacted, repealed or edited after its first step does not change it.
public struct ProcedureCase: Sendable, Hashable {
  /// The script that the procedure was read from.
  public struct Origin: Sendable, Hashable {
    /// `140423-xiangyuan/complaint-escalation.lua`.
    public var script: String
    public var sha256: String
    /// The division's revision that brought it; `nil` for a script that is not enacted.
    public var revision: Int?

    public init(script: String, sha256: String, revision: Int?) {
      self.script = script
      self.sha256 = sha256
      self.revision = revision
    }
  }

  /// The plural name of the table of its row, and the row's key as the ledger writes it: `complaints`, `T-1 12345`.
  public var table: String
  public var key: String
  public var place: CasePlace
  public var procedure: CaseProcedure
  public var title: String
  /// The document and its article.
  public var basis: String
  public var origin: Origin
  public var began: Moment
  /// Every step that was done or refused, in the ledger's order.
  public var entries: [CaseEvent]

  public init(
    table: String, key: String, place: CasePlace, procedure: CaseProcedure, title: String, basis: String, origin: Origin,
    began: Moment, entries: [CaseEvent] = []
  ) {
    self.table = table
    self.key = key
    self.place = place
    self.procedure = procedure
    self.title = title
    self.basis = basis
    self.origin = origin
    self.began = began
    self.entries = entries
  }

  /// How many steps were done or refused; a command names the one it was made against. Commands of the city on the same row have
  /// their own count.
  public var position: Int { entries.count }

  /// Where it stands at a moment.
  ///
  /// - Throws: ``Refusal`` as ``CaseProcedure/state(began:_:at:_:)``.
  public func state(at now: Moment, _ calendar: WorkingCalendar) throws(Refusal) -> CaseProcedure.State {
    try procedure.state(began: began, entries.map(act), at: now, calendar)
  }

  private func act(_ event: CaseEvent) -> CaseProcedure.Act {
    let level = procedure.step(named: event.step)?.by ?? .community
    // The level and the division were checked when it was done; what is asked afterwards is who it was.
    let officer = Officer(id: event.officer, name: event.officer, level: level, division: "", role: "", from: event.at.day)
    return .init(event.step, isRefusal: event.isRefusal, officer: officer, at: event.at, attachments: event.attachments)
  }
}
