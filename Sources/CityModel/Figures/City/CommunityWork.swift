internal import Columns

/// A1: 社区组建物业管理委员会，负责辖区内物业管理监督工作，配合街道（乡镇）做好业委会（物管会）组建工作。
/// Reading 20: what the text asks of a community, counted for the calendar year up to the day; an urging is unheeded when its deadline has passed. Parameters: none.
///
/// By community: its committee, its estates and their owners' committees, managers who have and have not reported in, urgings, and who came to
/// its meetings.
public enum CommunityWork {
  public static let figure = Figure(
    name: "communities", title: Bilingual(zh: "社区履职", en: "work of the communities"), article: "A1", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("street", "街道"), ("community", "社区"), ("committee", "物业管理委员会"), ("estates", "项目数"), ("owners_committees", "已有业委会"),
        ("managers", "在任负责人"), ("reported_in", "已到社区报到"), ("urgings", "督促次数"), ("unheeded", "逾期未改"), ("meetings", "社区会议"),
        ("invited", "应到负责人次"), ("came", "实到负责人次"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, Community.schema), projects = try TableFacts(snapshot, Project.schema)
    let bodies = try TableFacts(snapshot, CommunityCommittee.schema), work = try TableFacts(snapshot, ManagerAssignment.schema)
    let urgings = try TableFacts(snapshot, Urging.schema), meetings = try TableFacts(snapshot, MeetingAttendance.schema)
    let owners = try CommitteeCoverage.Standing(snapshot, on: day)
    let estates = group(projects, by: Project.community) { _ in true }
    let standing = group(bodies, by: CommunityCommittee.community) {
      bodies.holds($0, on: day, from: CommunityCommittee.establishedOn, until: CommunityCommittee.endedOn)
    }
    let serving = group(work, by: ManagerAssignment.project) {
      work.holds($0, on: day, from: ManagerAssignment.startsOn, until: ManagerAssignment.endedOn)
    }
    func isOfYear(_ facts: TableFacts, _ field: Field, _ row: Int) -> Bool { facts.day(field, row).map { $0.year == day.year && $0 <= day } == true }
    let urged = group(urgings, by: Urging.community) { isOfYear(urgings, Urging.madeOn, $0) }
    let met = group(meetings, by: MeetingAttendance.community) { isOfYear(meetings, MeetingAttendance.meetingOn, $0) }
    for row in 0..<table.count {
      let own = estates[row] ?? [], managers = own.flatMap { serving[$0] ?? [] }
      let asked = urged[row] ?? [], invited = met[row] ?? []
      let unheeded = asked.filter { at in
        (urgings.day(Urging.deadline, at).map { $0 < day } ?? false) && (urgings.day(Urging.heededOn, at).map { $0 > day } ?? true)
      }
      sheet.add(
        [
          places.name(table.reference(Community.county, row)), places.name(table.reference(Community.street, row)),
          .optional(table.text(Community.name, row)), .yes(standing[row] != nil), .count(own.count), .count(own.filter { owners.kind[$0] != nil }.count),
          .count(managers.count), .count(managers.filter { work.day(ManagerAssignment.reportedToCommunityOn, $0).map { $0 <= day } == true }.count),
          .count(asked.count), .count(unheeded.count), .count(Set(invited.compactMap { meetings.day(MeetingAttendance.meetingOn, $0) }).count),
          .count(invited.count), .count(invited.filter { meetings.flag(MeetingAttendance.attended, $0) == true }.count),
        ], Evidence(Community.schema, row: row), Evidence(Urging.schema, unheeded),
        counting: [
          Evidence(CommunityCommittee.schema, standing[row] ?? []), Evidence(Project.schema, own), Evidence(ManagerAssignment.schema, managers),
          Evidence(Committee.schema, own.compactMap { owners.row[$0] }), Evidence(Urging.schema, asked), Evidence(MeetingAttendance.schema, invited),
        ])
    }
    return sheet.result
  }

  /// The rows that are taken, by what a field of theirs refers to.
  private static func group(_ facts: TableFacts, by field: Field, _ isTaken: (Int) -> Bool) -> [Int: [Int]] {
    var rows: [Int: [Int]] = [:]
    for row in 0..<facts.count where isTaken(row) { if let at = facts.reference(field, row) { rows[at, default: []].append(row) } }
    return rows
  }
}
