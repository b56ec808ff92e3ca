internal import Columns

/// A15: 成立以市政府分管领导为组长，各有关部门和县（区）政府负责人为成员的市物业管理工作领导小组……各县（区）须对照成立相应的组织机构
/// Reading: 对照 means that the county's group is headed by its leader in charge as the city's is; it exists on the day; what it did are the tasks it gave in the calendar year. Parameters: none.
public enum LeadingGroups {
  public static let figure = Figure(
    name: "leading-groups", title: Bilingual(zh: "领导小组", en: "leading groups"), article: "A15", cycle: .year, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("place", "单位"), ("established_on", "成立日期"), ("leader", "组长职务"), ("led_by_deputy", "分管领导任组长"), ("met", "达标"),
        ("members", "成员单位"), ("policies", "研究制定政策"), ("activities", "部署重要活动"), ("problems", "协调重大问题"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, LeadingGroup.schema)
    let standing = (0..<table.count).filter {
      table.holds($0, on: day, from: LeadingGroup.establishedOn, until: LeadingGroup.endedOn)
    }
    let units = try TableFacts(snapshot, MemberUnit.schema), tasks = try TableFacts(snapshot, WorkTask.schema)
    func add(_ place: Cell, _ rows: [Int]) {
      let row = rows.first { table.flag(LeadingGroup.ledByDeputy, $0) == true } ?? rows.first
      let members = (0..<units.count).filter { at in
        units.reference(MemberUnit.leadingGroup, at).map { rows.contains($0) } == true
          && units.holds(at, on: day, from: MemberUnit.startsOn, until: MemberUnit.endedOn)
      }
      let given = (0..<tasks.count).filter { at in
        tasks.reference(WorkTask.leadingGroup, at).map { rows.contains($0) } == true
          && tasks.day(WorkTask.assignedOn, at).map { $0.year == day.year && $0 <= day } == true
      }
      func count(_ matter: String) -> Cell { .count(given.filter { tasks.text(WorkTask.matter, $0) == matter }.count) }
      let isLed = row.map { table.flag(LeadingGroup.ledByDeputy, $0) == true } ?? false
      sheet.add(
        [
          place, .optional(row.flatMap { table.day(LeadingGroup.establishedOn, $0) }),
          .optional(row.flatMap { table.text(LeadingGroup.leader, $0) }), .yes(isLed), .yes(isLed),
          .count(members.count), count("policy"), count("activity"), count("great problem"),
        ], Evidence(LeadingGroup.schema, rows), counting: [Evidence(MemberUnit.schema, members), Evidence(WorkTask.schema, given)])
    }
    if snapshot.scope == .city { add("长治市", standing.filter { table.text(LeadingGroup.level, $0) == "city" }) }
    for county in places.counties {
      add(places.name(county), standing.filter { table.reference(LeadingGroup.county, $0) == county })
    }
    return sheet.result
  }
}
