internal import CityModel
public import Columns
public import DistrictRules
internal import LuaRuntime

extension Office {
  /// What `check` finds in scripts of one division beside its rules in force, under the city's; names are looked up in the register.
  ///
  /// - Parameters:
  ///   - document: the document that enacts them, where it is known.
  ///   - start: the first day in force; `nil` for the rules' own.
  ///   - day: the day on which the rules are judged.
  /// - Throws: ``OfficeError``: the register's errors.
  public func check(
    _ scripts: [Script], enactedBy document: String? = nil, from start: Day? = nil, on day: Day
  ) throws(OfficeError) -> CheckReport {
    do {
      let division = scripts.compactMap(\.division).first { Divisions.changzhi[$0] != nil } ?? "1404"
      let days = (start ?? day)...max(start ?? day, Day.distant)
      var facts = try snapshot(division == "1404" ? .city : .county(division), asOf: day.end)
      if division != "1404" {
        // What the city itself has tightened is the city's word.
        facts = try RuledSession(facts, scripts: inForce("1404", days), limits: .init(time: .seconds(10))).snapshot
      }
      let own = Set(scripts.map { ScriptFolder.shortName($0.name) })
      let others = try inForce(division, days).filter { !own.contains($0.name) }.map(\.script)
      return try ScriptChecker(facts, on: day, limits: .init(time: .seconds(10))).check(scripts, beside: others, enactedBy: document)
    } catch {
      throw OfficeError(error)
    }
  }

  /// What is enacted; a folder's drafts bind nobody.
  private func inForce(_ division: String, _ days: ClosedRange<Day>) throws(OfficeError) -> [ScriptInForce] {
    let rules = try rules(of: division, days: days)
    if case .enacted = rules.source { return rules.scripts }
    return []
  }
}
