internal import Columns

/// A1: 市住建局负责全市物业管理活动的监督管理、业务指导、督导检查、协调调度等具体工作。 A6: 查处物业服务中的不规范行为 A7: 加强对物业服务企业的动态检查
/// Reading: the text sets no number and no day for the follow-up; inspections of the calendar year, and every one up to the day that found something and was not followed up, or found it unmended. Parameters: none.
///
/// By county. The evidence are the inspections that still wait.
public enum InspectionResults {
  public static let figure = Figure(
    name: "inspections", title: Bilingual(zh: "督导检查结果", en: "results of inspections"), article: "A1, A6, A7", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("inspections", "本年检查"), ("with_problems", "发现问题"), ("problems", "问题数"), ("resolved", "已整改"), ("unmended", "复查未整改"),
        ("waiting", "待复查"), ("oldest", "最早待复查"), ("ordered", "其中已责令整改"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, Inspection.schema)
    for county in places.counties {
      let known = (0..<table.count).filter { row in
        table.reference(Inspection.county, row) == county && table.day(Inspection.inspectedOn, row).map { $0 <= day } == true
      }
      let year = known.filter { table.day(Inspection.inspectedOn, $0)?.year == day.year }
      func found(_ row: Int) -> Bool { (table.number(Inspection.problems, row) ?? 0) > 0 }
      func followedUp(_ row: Int) -> Bool { table.day(Inspection.followedUpOn, row).map { $0 <= day } == true }
      let open = known.filter { found($0) && !(followedUp($0) && table.flag(Inspection.resolved, $0) == true) }
      let waiting = open.filter { !followedUp($0) }
      let problems = year.reduce(Int64(0)) { $0.addingReportingOverflow(max(0, table.number(Inspection.problems, $1) ?? 0)).partialValue }
      sheet.add(
        [
          places.name(county), .count(year.count), .count(year.filter(found).count), .integer(problems),
          .count(year.filter { found($0) && !open.contains($0) }.count), .count(open.count - waiting.count), .count(waiting.count),
          .optional(waiting.compactMap { table.day(Inspection.inspectedOn, $0) }.min()),
          .count(open.filter { table.reference(Inspection.order, $0) != nil }.count),
        ], Evidence(Inspection.schema, open), counting: [Evidence(Inspection.schema, year.filter { !open.contains($0) })])
    }
    return sheet.result
  }
}
