internal import Columns

/// A12: 对管理区域内的共用消防设施、疏散通道、安全出口、消防车通道进行维护管理……劝阻和制止无效的，应及时向街道（乡镇）、消防救援机构报告。
/// Reading: the text sets no number; checks and reports of the calendar year, and every danger found up to the day that is not gone. Parameters: none.
///
/// By county. The evidence are the checks whose defects are still there and the reports that no enforcement has taken up.
public enum FireSafety {
  public static let figure = Figure(
    name: "fire-safety", title: Bilingual(zh: "消防检查与劝阻报告", en: "fire checks and reports"), article: "A12", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("checks", "本年检查"), ("estates", "检查项目数"), ("defects", "发现隐患"), ("open", "隐患未消除"), ("lanes", "消防车通道不畅"),
        ("exits", "安全出口不畅"), ("facilities", "消防设施不完好"), ("oldest", "最早未消除"), ("reports", "本年劝阻报告"), ("untaken", "待执法受理"),
      ])
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema)
    let checks = try TableFacts(snapshot, FireInspection.schema), reports = try TableFacts(snapshot, FireReport.schema)
    func rows(_ table: TableFacts, _ project: Field, _ on: Field) -> [Int: [Int]] {
      Dictionary(
        grouping: (0..<table.count).filter { table.day(on, $0).map { $0 <= day } == true },
        by: { table.reference(project, $0).flatMap { projects.reference(Project.county, $0) } ?? -1 })
    }
    let checked = rows(checks, FireInspection.project, FireInspection.inspectedOn)
    let reported = rows(reports, FireReport.project, FireReport.reportedOn)
    for county in places.counties {
      let all = checked[county] ?? [], told = reported[county] ?? []
      let year = all.filter { checks.day(FireInspection.inspectedOn, $0)?.year == day.year }
      func lacks(_ field: Field, _ row: Int) -> Bool { checks.flag(field, row) == false }
      func hasDefect(_ row: Int) -> Bool {
        [FireInspection.laneClear, FireInspection.exitsClear, FireInspection.facilitiesWork].contains { lacks($0, row) }
      }
      let open = all.filter { hasDefect($0) && checks.day(FireInspection.fixedOn, $0).map { $0 > day } ?? true }
      let untaken = told.filter { reports.day(FireReport.enforcementAcceptedOn, $0).map { $0 > day } ?? true }
      let toldThisYear = told.filter { reports.day(FireReport.reportedOn, $0)?.year == day.year }
      sheet.add(
        [
          places.name(county), .count(year.count), .count(Set(year.compactMap { checks.reference(FireInspection.project, $0) }).count),
          .count(year.filter(hasDefect).count), .count(open.count), .count(open.filter { lacks(FireInspection.laneClear, $0) }.count),
          .count(open.filter { lacks(FireInspection.exitsClear, $0) }.count), .count(open.filter { lacks(FireInspection.facilitiesWork, $0) }.count),
          .optional(open.compactMap { checks.day(FireInspection.inspectedOn, $0) }.min()), .count(toldThisYear.count), .count(untaken.count),
        ], Evidence(FireInspection.schema, open), Evidence(FireReport.schema, untaken),
        counting: [
          Evidence(FireInspection.schema, year.filter { !open.contains($0) }), Evidence(FireReport.schema, toldThisYear.filter { !untaken.contains($0) }),
        ])
    }
    return sheet.result
  }
}
