public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime
internal import Register

extension CaseDesk {
  /// A case whose turn waits.
  public struct Waiting: Sendable, Hashable {
    public var found: ProcedureCase
    public var turn: CaseProcedure.Turn
    /// The steps whose time passed before.
    public var lapsed: [String]
  }

  /// A case that its procedure has handed to a department, whose turn it is from then on.
  public struct Referred: Sendable, Hashable {
    /// How it came to that.
    public enum Cause: Sendable, Hashable { case late, refused, done }

    public var found: ProcedureCase
    /// Who is to take it, in the words of the rule.
    public var department: String
    public var at: Moment
    /// The step that led there.
    public var step: String
    public var cause: Cause
  }

  /// What waits, and the cases of which that cannot be told.
  public struct Due: Sendable {
    public var waiting: [Waiting] = []
    /// What has been handed to a department and is not over: the longest ago first.
    public var referred: [Referred] = []
    /// Cases with a time limit in a year whose working days the calendar lacks.
    public var undetermined: [(found: ProcedureCase, because: Bilingual)] = []
  }

  /// What waits: every case of a district's own procedure whose step is to be done, the soonest first.
  ///
  /// - Parameters:
  ///   - scope: a county, or the whole city.
  ///   - level: only steps of that level.
  ///   - officer: only what that officer may do: of the level, in the division, and not by a person who may not.
  /// - Throws: ``OfficeError``: `unknown-officer`.
  public func due(
    in scope: Scope = .city, level: Division.Level? = nil, officer code: String? = nil, asOf now: Moment
  ) throws(OfficeError) -> Due {
    do {
      var officer: Officer?
      if let code {
        officer = try office.register.officer(code)
        if officer == nil { throw Refused.unknownOfficer(code) }
      }
      var counties = Divisions.changzhi.counties.map(\.code)
      if case .county(let county) = scope { counties = [county] }
      if let officer, officer.level != .city { counties = counties.filter { officer.division.hasPrefix($0) } }
      var due = Due()
      for county in counties { try add(county, asOf: now, to: &due) }
      due.waiting = due.waiting.filter { one in
        (level.map { $0 == one.turn.step.by } ?? true) && (officer.map { $0.isAwaited(by: one, on: now.day) } ?? true)
      }
      due.waiting.sort { ($0.turn.due, $0.found.key, $0.found.procedure.name) < ($1.turn.due, $1.found.key, $1.found.procedure.name) }
      due.referred.sort { ($0.at, $0.found.key, $0.found.procedure.name) < ($1.at, $1.found.key, $1.found.procedure.name) }
      if let officer { due.referred.removeAll { !$0.found.place.isCovered(by: officer) } }
      if let officer { due.undetermined.removeAll { !$0.found.place.isCovered(by: officer) } }
      return due
    } catch {
      throw OfficeError(error)
    }
  }

  private func add(_ county: String, asOf now: Moment, to due: inout Due) throws {
    let snapshot = try office.snapshot(.county(county), asOf: now)
    let days = Day(ordinal: 0)...now.day
    let scripts = try ["1404", county].flatMap { try office.rules(of: $0, days: days, upTo: snapshot.ledgerPosition).scripts }
    let session = try ScriptSession(snapshot, limits: .init(time: .seconds(10)))
    for one in try CaseRoll(office, snapshot).cases(under: CaseRoll.rules(scripts, session)) {
      do throws(Refusal) {
        let state = try one.found.state(at: now, office.rulebook.calendar)
        guard let turn = state.turn else {
          if !one.isSettled, let referred = Referred(one.found, state) { due.referred.append(referred) }
          continue
        }
        due.waiting.append(Waiting(found: one.found, turn: turn, lapsed: state.lapsed.map(\.step.name)))
      } catch {
        guard error.isMissingYear else { throw error }
        due.undetermined.append((one.found, error.sentence.firstLine))
      }
    }
  }
}

extension CaseDesk.Referred {
  /// `nil` for a case that ended otherwise.
  fileprivate init?(_ found: ProcedureCase, _ state: CaseProcedure.State) {
    guard case .refer(let department)? = state.end, let at = state.endedAt else { return nil }
    (self.found, self.department, self.at) = (found, department, at)
    let act = state.acts.last
    if let lapsed = state.lapsed.last, act.map({ $0.at <= lapsed.due && lapsed.since >= $0.at }) ?? true {
      (step, cause) = (lapsed.step.name, .late)
    } else {
      (step, cause) = (act?.step ?? "", act?.isRefusal == true ? .refused : .done)
    }
  }
}

extension Officer {
  /// Whether a step waits for this officer.
  fileprivate func isAwaited(by one: CaseDesk.Waiting, on day: Day) -> Bool {
    let step = one.turn.step
    return isInOffice(on: day) && level == step.by && one.found.place.isCovered(by: self)
      && !one.found.entries.contains { $0.officer == id && step.notSamePersonAs.contains($0.step) }
  }
}
