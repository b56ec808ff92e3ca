internal import Columns

/// A3: 各职能部门根据长治市促进物业管理行业健康发展联席会议机制的职能分工，认真做好履职工作。
/// Reading: a unit is expected at every conference of its county, or of the city, while it is a member; it came when the record names it. Parameters: none.
///
/// By unit, for the calendar year up to the day: conferences, at how many it was, what they gave it to do, and what of that is open.
public enum MemberUnits {
  public static let figure = Figure(
    name: "member-units", title: Bilingual(zh: "成员单位履职", en: "work of the member units"), article: "A3", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("unit", "成员单位"), ("duty", "职能分工"), ("conferences", "应到会议"), ("came", "到会"), ("absent", "缺席"), ("given", "承担议定事项"),
        ("open", "未办结"), ("late", "逾期未办结"),
      ])
    let places = try Places(snapshot)
    let units = try TableFacts(snapshot, MemberUnit.schema), meetings = try TableFacts(snapshot, Conference.schema)
    let decisions = try TableFacts(snapshot, ConferenceDecision.schema)
    for row in 0..<units.count
    where units.reference(MemberUnit.leadingGroup, row) == nil && units.holds(row, on: day, from: MemberUnit.startsOn, until: MemberUnit.endedOn) {
      let county = units.reference(MemberUnit.county, row), name = units.text(MemberUnit.name, row) ?? ""
      guard county != nil || snapshot.scope == .city else { continue }
      let held = (0..<meetings.count).filter { at in
        guard let on = meetings.day(Conference.convenedOn, at), let joined = units.day(MemberUnit.startsOn, row) else { return false }
        return meetings.reference(Conference.county, at) == county && on.year == day.year && joined <= on && on <= day
      }
      let absent = held.filter { at in !parts(meetings.text(Conference.departments, at)).contains { $0 == name } }
      let here = Set(held)
      let given = (0..<decisions.count).filter { at in
        decisions.reference(ConferenceDecision.conference, at).map { here.contains($0) } == true
          && parts(decisions.text(ConferenceDecision.responsible, at)).contains { $0.hasPrefix(name) && !name.isEmpty }
      }
      let open = given.filter { decisions.day(ConferenceDecision.doneOn, $0).map { $0 > day } ?? true }
      let late = open.filter { decisions.day(ConferenceDecision.due, $0).map { $0 < day } ?? false }
      sheet.add(
        [
          county.map { places.name($0) } ?? "长治市", .text(name), .optional(units.text(MemberUnit.assignedDuty, row)), .count(held.count),
          .count(held.count - absent.count), .count(absent.count), .count(given.count), .count(open.count), .count(late.count),
        ], Evidence(MemberUnit.schema, row: row), Evidence(Conference.schema, absent), Evidence(ConferenceDecision.schema, open),
        counting: [Evidence(Conference.schema, held), Evidence(ConferenceDecision.schema, given)])
    }
    return sheet.result
  }

  /// The names that a text lists.
  private static func parts(_ text: String?) -> [Substring] { (text ?? "").split { "、，,;； ".contains($0) } }
}
