internal import CityModel
internal import Columns
internal import DistrictRules

extension [Declaration] {
  /// The stricter thresholds among them, for the days on which their script is in force.
  func thresholds(of script: ScriptInForce) -> [Tightening] {
    compactMap { declaration in
      guard case .tightening(var rule) = declaration, case .threshold = rule.target, let days = script.clip(rule.effective) else { return nil }
      rule.heading.effective = days
      return rule
    }
  }
}

/// What the rules in force change in how figures are made: stricter clocks, thresholds and duties, and criteria of the lists.
public struct DistrictLaw: Sendable {
  /// A declaration with the script that it stands in.
  struct Entry<Declared: Sendable>: Sendable {
    var rule: Declared
    var script: ScriptInForce
  }

  private(set) var tightenings: [Entry<Tightening>] = []
  private(set) var criteria: [Entry<Criterion>] = []

  /// - Parameter scripts: the city's and the district's; each rule holds on the days on which its script is in force.
  init(_ scripts: [ScriptInForce], in session: ScriptSession) throws {
    for one in scripts {
      for declaration in try session.load(one.script) {
        switch declaration {
        case .tightening(var rule):
          guard let days = one.clip(rule.effective) else { continue }
          rule.heading.effective = days
          tightenings.append(Entry(rule: rule, script: one))
        case .criterion(var rule):
          guard let days = one.clip(rule.effective) else { continue }
          rule.heading.effective = days
          criteria.append(Entry(rule: rule, script: one))
        default: continue
        }
      }
    }
  }

  /// Clocks change no fact: their outcome is looked at beside the facts.
  var clocks: [Entry<Tightening>] { tightenings.filter { if case .clock = $0.rule.target { true } else { false } } }
  private var thresholds: [Tightening] {
    tightenings.map(\.rule).filter { if case .threshold = $0.target { true } else { false } }
  }
  private var requirements: [DutyRequirement] { tightenings.flatMap(\.rule.requirements) }

  /// Whether nothing but a script itself says how its figures are made.
  public var isEmpty: Bool { tightenings.isEmpty && criteria.isEmpty }
  var hasThresholds: Bool { !thresholds.isEmpty }
  var hasDuties: Bool { !requirements.isEmpty }

  /// Names and texts of the rules, to tell two laws apart.
  var identity: Set<String> {
    Set(
      (tightenings.map { ($0.script, $0.rule.heading) } + criteria.map { ($0.script, $0.rule.heading) }).map { script, heading in
        "\(script.name) \(script.sha256) \(heading.effective.from) \(heading.effective.to?.description ?? "")"
      })
  }

  /// The facts as these rules see them; the same snapshot where they change nothing in it.
  func applied(to base: Snapshot) -> Snapshot {
    var snapshot = base
    if hasThresholds { snapshot = snapshot.with(rulebook: thresholds.reduce(base.rulebook) { $1.applied(to: $0) }) }
    return hasDuties ? snapshot.with(requirements: requirements) : snapshot
  }
}
