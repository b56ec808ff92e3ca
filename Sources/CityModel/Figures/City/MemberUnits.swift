internal import Columns

/// A3: 各职能部门根据长治市促进物业管理行业健康发展联席会议机制的职能分工，认真做好履职工作。
/// Reading: a unit is expected at every conference of its county, or of the city, while it is a member; it came when the record names it. Parameters: none.
///
/// By unit, for the calendar year up to the day: conferences, at how many it was, what they gave it to do, and what of that is open. Then who
/// came and is the name of no member unit: another name of one, or a guest.
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
    var names: [Int: UnitNames] = [:], ever: [Int: UnitNames] = [:]
    for row in 0..<units.count where units.reference(MemberUnit.leadingGroup, row) == nil {
      let county = units.reference(MemberUnit.county, row) ?? none
      let own = (units.text(MemberUnit.name, row), units.text(MemberUnit.otherNames, row))
      ever[county, default: UnitNames()].add(row, own.0, others: own.1)
      if isMember(units, row, day) { names[county, default: UnitNames()].add(row, own.0, others: own.1) }
    }
    for row in 0..<units.count where isMember(units, row, day) {
      let county = units.reference(MemberUnit.county, row), name = units.text(MemberUnit.name, row) ?? ""
      let known = names[county ?? none] ?? UnitNames()
      guard county != nil || snapshot.scope == .city else { continue }
      let held = (0..<meetings.count).filter { at in
        guard let on = meetings.day(Conference.convenedOn, at), let joined = units.day(MemberUnit.startsOn, row) else { return false }
        return meetings.reference(Conference.county, at) == county && on.year == day.year && joined <= on && on <= day
      }
      let absent = held.filter { at in !UnitNames.parts(meetings.text(Conference.departments, at)).contains { known.unit(called: $0) == row } }
      let here = Set(held)
      let given = (0..<decisions.count).filter { at in
        decisions.reference(ConferenceDecision.conference, at).map { here.contains($0) } == true
          && UnitNames.parts(decisions.text(ConferenceDecision.responsible, at)).contains { known.unit(called: $0) == row }
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
    for (county, known) in ever.sorted(by: { $0.key < $1.key }) where county != none || snapshot.scope == .city {
      var strangers: [String: [Int]] = [:]
      for at in 0..<meetings.count where (meetings.reference(Conference.county, at) ?? none) == county {
        guard let on = meetings.day(Conference.convenedOn, at), on.year == day.year, on <= day else { continue }
        for word in Set(UnitNames.parts(meetings.text(Conference.departments, at))) where known.unit(called: word) == nil {
          strangers[word, default: []].append(at)
        }
      }
      for (word, came) in strangers.sorted(by: { $0.key < $1.key }) {
        sheet.add(
          [
            county == none ? "长治市" : places.name(county), .text(word), .text("不是成员单位的名称"), .empty, .count(came.count), .empty, .empty, .empty,
            .empty,
          ], Evidence(Conference.schema, came))
      }
    }
    return sheet.result
  }

  /// Stands for no county.
  private static let none = -1

  private static func isMember(_ units: TableFacts, _ row: Int, _ day: Day) -> Bool {
    units.reference(MemberUnit.leadingGroup, row) == nil && units.holds(row, on: day, from: MemberUnit.startsOn, until: MemberUnit.endedOn)
  }
}
