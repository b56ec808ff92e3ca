internal import Columns

/// A12: 要全面摸排，精准评估小区电动自行车充电需求……财政资金兜底，加大小区电动自行车棚和充电桩的建设力度
/// Reading: a gap is what the sockets of the last survey do not charge in a day; where no turnover was measured, the parameter's; 财政资金 is what public funds pay of sheds and charging places, built or being built. Parameters: `charging.turnover`.
///
/// The largest gap comes first; estates without a survey come last, as not surveyed.
public enum ChargingGaps {
  public static let figure = Figure(
    name: "charging-gaps", title: Bilingual(zh: "充电缺口", en: "gaps of e-bike charging"), article: "A12", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("project", "项目"), ("households", "户数"), ("old_estate", "老旧小区"), ("surveyed_on", "摸排日期"),
        ("ebikes", "电动自行车数"), ("sockets", "充电口数"), ("shortfall", "充电缺口"), ("planned", "计划新增"), ("sheds", "车棚数"),
        ("works", "在建和建成的设施"), ("public_funding", "财政资金"),
      ])
    _ = try sheet.read(SafetyParameters.chargingTurnover)
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema)
    let surveys = try TableFacts(snapshot, ChargingSurvey.schema, derived: ChargingSurvey.shortfall)
    var last: [Int: Int] = [:]
    for row in 0..<surveys.count {
      guard let project = surveys.reference(ChargingSurvey.project, row), let on = surveys.day(ChargingSurvey.surveyedOn, row),
        on <= day
      else { continue }
      if last[project].flatMap({ surveys.day(ChargingSurvey.surveyedOn, $0) }).map({ $0 <= on }) ?? true { last[project] = row }
    }
    let works = try TableFacts(snapshot, Improvement.schema)
    var built: [Int: [Int]] = [:]
    for row in 0..<works.count
    where works.text(Improvement.works, row) == "charging facilities" && works.day(Improvement.startsOn, row).map({ $0 <= day }) == true {
      if let project = works.reference(Improvement.project, row) { built[project, default: []].append(row) }
    }
    for project in 0..<projects.count {
      let facilities = built[project] ?? []
      let funds = facilities.reduce(Int64(0)) { sum, row in
        let (total, overflow) = sum.addingReportingOverflow(works.number(Improvement.publicFunding, row) ?? 0)
        return overflow ? .max : total
      }
      let row = last[project]
      func number(_ field: Field) -> Cell { row.flatMap { surveys.number(field, $0) }.map { .integer($0) } ?? .empty }
      sheet.add(
        [
          places.name(projects.reference(Project.county, project)), .optional(projects.text(Project.name, project)),
          projects.number(Project.households, project).map { .integer($0) } ?? .empty,
          .yes(projects.flag(Project.oldEstate, project) == true),
          .optional(row.flatMap { surveys.day(ChargingSurvey.surveyedOn, $0) }), number(ChargingSurvey.ebikes),
          number(ChargingSurvey.sockets), number(ChargingSurvey.shortfall), number(ChargingSurvey.planned),
          number(ChargingSurvey.sheds), .count(facilities.count), .quantity(funds, Money.type),
        ], Evidence(ChargingSurvey.schema, row: row), Evidence(Project.schema, row: project), Evidence(Improvement.schema, facilities))
    }
    sheet.sort { $0[7].order > $1[7].order }
    return sheet.result
  }
}
