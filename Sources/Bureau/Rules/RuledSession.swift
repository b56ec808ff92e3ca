public import CityModel
public import Columns
public import DistrictRules
public import LuaRuntime

/// A scope's facts under the rules in force, and a session over them whose scripts can ask the city's rules.
public struct RuledSession {
  public let snapshot: Snapshot
  public let law: DistrictLaw
  /// The session knows it weakly.
  public let advisor: CityAdvisor
  public let session: ScriptSession

  init(_ base: Snapshot, scripts: [ScriptInForce], limits: Engine.Limits) throws(OfficeError) {
    do {
      // Names in conditions are looked up in the facts, which a stricter threshold does not change.
      let first = try ScriptSession(base, limits: limits)
      law = try DistrictLaw(scripts, in: first)
      snapshot = law.applied(to: base)
      advisor = CityAdvisor(snapshot, criteria: law.criteria.map(\.rule))
      session = snapshot === base ? first : try ScriptSession(snapshot, limits: limits)
      session.advisor = advisor
    } catch {
      throw OfficeError(error)
    }
  }

  /// What each stricter clock makes of the rows of some days.
  func clocks(_ days: ClosedRange<Day>) throws -> [(entry: DistrictLaw.Entry<Tightening>, outcome: DeadlineOutcome)] {
    try law.clocks.compactMap { entry in
      try session.outcome(of: entry.rule, days: days, in: entry.script.script).map { (entry, $0) }
    }
  }
}

extension Office {
  /// A scope's facts under the rules in force in the year to a moment, with the divisions that they come from.
  public func ruled(
    _ scope: Scope, asOf cut: Moment, choice: RulesChoice = .inForce, limits: Engine.Limits = .init(time: .seconds(60))
  ) throws(OfficeError) -> (desk: RuledSession, rules: [DivisionRules]) {
    let base = try snapshot(scope, asOf: cut, preload: DistrictDesk.columns)
    let first = Day(year: base.day.year, month: 1, day: 1) ?? base.day
    let days = first...max(first, base.day)
    var rules = [try rules(of: "1404", days: days, choice: choice)]
    if case .county(let code) = scope { rules.append(try self.rules(of: code, days: days, choice: choice)) }
    return (try RuledSession(base, scripts: rules.flatMap(\.scripts), limits: limits), rules)
  }
}

extension DivisionRules {
  /// Where the rules come from, for whoever reads a figure.
  public var origin: Bilingual {
    let name = Divisions.changzhi[division]?.name ?? division
    switch source {
    case .enacted(let revision): return Bilingual(zh: "\(name)：已施行的规则，至第\(revision)号修订", en: "\(name): enacted rules, up to revision \(revision)")
    case .notEnacted: return Bilingual(zh: "\(name)：没有施行任何规则，取自文件夹", en: "\(name): nothing is enacted, the folder is used")
    case .asked: return Bilingual(zh: "\(name)：按要求取自文件夹", en: "\(name): the folder, as asked")
    }
  }
}
