internal import Columns

/// A1: 明确专门机构负责物业管理工作，配备5名以上专职工作人员。街道（乡镇）要设立物业服务中心……配备1名以上专职工作人员。社区组建物业管理委员会
/// Reading 20: 以上 includes the number (Civil Code 1259); only full-time work counts, a person once; a community's committee supervises and is no owners' committee. Parameters: `staff.county`, `staff.street`.
///
/// A gap is what is missing on the day; a county or street without a record of its authority lacks everything.
public enum StaffingGaps {
  public static let figure = Figure(
    name: "staffing-gaps", title: Bilingual(zh: "人员配备缺口", en: "staffing gaps"), article: "A1", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("level", "层级"), ("county", "县区"), ("place", "单位"), ("required", "应配专职"), ("actual", "实配专职"), ("gap", "缺口"),
        ("body", "专门机构/服务中心/委员会"), ("met", "达标"),
      ])
    let county = try sheet.read(DutyParameters.countyStaff), street = try sheet.read(DutyParameters.streetStaff)
    let places = try Places(snapshot)
    let staff = try Staff(snapshot, on: day)
    for row in places.counties { staff.add(row, in: row, "县（区）", county, places, to: &sheet) }
    for place in places.streets { staff.add(place.row, in: place.county, "街道（乡镇）", street, places, to: &sheet) }
    let communities = try TableFacts(snapshot, Community.schema)
    let committees = try TableFacts(snapshot, CommunityCommittee.schema)
    var bodies: [Int: [Int]] = [:]
    for row in 0..<committees.count
    where committees.holds(row, on: day, from: CommunityCommittee.establishedOn, until: CommunityCommittee.endedOn) {
      if let at = committees.reference(CommunityCommittee.community, row) { bodies[at, default: []].append(row) }
    }
    for row in 0..<communities.count {
      let known = bodies[row] ?? []
      sheet.add(
        [
          "社区", places.name(communities.reference(Community.county, row)), .optional(communities.text(Community.name, row)),
          .empty, .empty, .empty, .yes(!known.isEmpty), .yes(!known.isEmpty),
        ], Evidence(Community.schema, row: row), Evidence(CommunityCommittee.schema, known))
    }
    return sheet.result
  }

  /// The authorities of each division and their full-time staff on a day.
  private struct Staff {
    private var authorities: [Int: [Int]] = [:]
    private var assignments: [Int: [Int]] = [:]
    private var persons: [Int: Set<String>] = [:]
    private var bodies: Set<Int> = []

    init(_ snapshot: Snapshot, on day: Day) throws(RuleError) {
      let table = try TableFacts(snapshot, Authority.schema)
      for row in 0..<table.count {
        guard let division = table.reference(Authority.division, row) else { continue }
        authorities[division, default: []].append(row)
        let hasCentre = table.day(Authority.serviceCentreOn, row).map { $0 <= day } ?? false
        if table.text(Authority.level, row) == "county" ? table.flag(Authority.dedicatedAgency, row) == true : hasCentre {
          bodies.insert(division)
        }
      }
      let work = try TableFacts(snapshot, StaffAssignment.schema)
      for row in 0..<work.count
      where work.flag(StaffAssignment.fullTime, row) == true
        && work.holds(row, on: day, from: StaffAssignment.startsOn, until: StaffAssignment.endedOn)
      {
        guard let authority = work.reference(StaffAssignment.authority, row),
          let division = table.reference(Authority.division, authority)
        else { continue }
        assignments[division, default: []].append(row)
        persons[division, default: []].insert(work.text(StaffAssignment.person, row) ?? "")
      }
    }

    func add(_ division: Int, in county: Int, _ level: String, _ required: Int, _ places: Places, to sheet: inout FigureSheet) {
      let actual = persons[division]?.count ?? 0
      let hasBody = bodies.contains(division)
      sheet.add(
        [
          .text(level), places.name(county), places.name(division), .count(required), .count(actual),
          .count(max(0, required - actual)), .yes(hasBody), .yes(hasBody && actual >= required),
        ], Evidence(Authority.schema, authorities[division] ?? []),
        Evidence(StaffAssignment.schema, assignments[division] ?? []))
    }
  }
}
