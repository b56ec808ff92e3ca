internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaRuntime
internal import Register

/// What comes next in a request under some rules: whose turn it is, by when, with which papers. A step that was done and may be repeated
/// is nobody's turn.
struct FundForecast {
  let office: Office
  let county: String
  let scripts: [ScriptInForce]
  let session: ScriptSession
  let snapshot: Snapshot

  struct Next: Sendable, Hashable {
    var step: String
    var by: [Division.Level]
    var due: Day?
    /// Why the last day cannot be worked out.
    var dueUnknown: Bilingual?
    var needs: [String]
    /// The procedure with the amendments that it follows, and the clauses that chose each.
    var procedure: Procedure
    var amendments: [ProcedureAmendment]

    static func == (a: Next, b: Next) -> Bool { a.step == b.step && a.due == b.due && a.needs == b.needs }
    func hash(into hasher: inout Hasher) { hasher.combine(step) }
  }

  /// `nil` for a request that was not there before a moment, or was closed.
  func next(_ number: String, asOf now: Moment) throws -> Next? {
    let desk = FundDesk(office)
    guard let fundCase = try desk.request(number, before: now), !fundCase.isClosed else { return nil }
    let began = fundCase.done.first?.at.day ?? now.day
    var procedure = try FundProcedures.city(fundCase.submission.kind, office.rulebook.parameters, on: began)
    var rulebook = office.rulebook
    var used: [ProcedureAmendment] = []
    for one in scripts where one.isInForce(on: began) {
      let declarations = try session.load(one.script)
      rulebook = declarations.thresholds(of: one).reduce(rulebook) { $1.applied(to: $0) }
      for case .procedure(let change) in declarations
      where change.table.name == FundRequest.schema.name && !change.heading.days(within: began...began).isEmpty && change.amends == procedure.name {
        guard try FundDesk.concerns(change, fundCase.submission, in: snapshot) != .no else { continue }
        procedure = try procedure.amended(by: change.amendment)
        used.append(change.amendment)
      }
    }
    procedure = procedure.noLooser(than: try FundProcedures.city(fundCase.submission.kind, rulebook.parameters, on: began))
    guard let step = FundProcedure.turn(fundCase, procedure) else { return nil }
    let due = try FundDesk.due(step, of: fundCase, office.rulebook.calendar)
    return Next(
      step: step.name, by: step.by, due: due.day, dueUnknown: due.unknown,
      needs: step.needs.map { if case .attachment(let kind) = $0 { kind } else { "" } }, procedure: procedure, amendments: used)
  }
}
