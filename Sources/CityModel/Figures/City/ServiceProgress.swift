internal import Columns

/// A10: 多渠道筹措资金改善小区基础设施建设……吸收“4050”人员参与物业管理服务，逐步引入第三方物业服务企业入驻。……解决老旧小区无人管、收费率低的问题。
/// Reading: 逐步 is a movement of the calendar year, from another way of serving to a professional one; what an assessment found fit and no enterprise serves is waiting. Parameters: none.
///
/// By county, up to the day: staff of the 4050 group by the last count of each enterprise, the mean of the collection rates that are
/// known, works on basic facilities and their public funds, old estates that went over to a professional service, old estates in
/// shared services, and estates that an assessment found fit for a professional service and that have none. The evidence are the movements, the works and the counts.
public enum ServiceProgress {
  public static let figure = Figure(
    name: "service-progress", title: Bilingual(zh: "全覆盖推进情况", en: "progress of service for every estate"), article: "A10",
    cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("persons_4050", "4050人员"), ("employers", "吸纳企业数"), ("collection_rate", "平均收费率"), ("rates_known", "收费率已知项目"),
        ("works", "改造项目"), ("works_done", "已完工"), ("public_funding", "财政资金"), ("moved", "老旧小区转专业服务"), ("shared", "共享服务老旧小区"), ("fit_waiting", "具备条件待引入"),
      ])
    let places = try Places(snapshot)
    let projects = try TableFacts(snapshot, Project.schema)
    let counts = try TableFacts(snapshot, Reemployment.schema), fees = try TableFacts(snapshot, ProjectFee.schema)
    let works = try TableFacts(snapshot, Improvement.schema), shared = try TableFacts(snapshot, SharedService.schema)
    let modes = try ServiceModes(snapshot, projects, on: day)
    let moved = try movements(TableFacts(snapshot, ServicePeriod.schema), projects, through: day)
    for county in places.counties {
      func isHere(_ project: Int?) -> Bool { project.map { projects.reference(Project.county, $0) == county } ?? false }
      var last: [Int: Int] = [:]
      for row in 0..<counts.count where counts.reference(Reemployment.county, row) == county {
        guard let by = counts.reference(Reemployment.enterprise, row), let on = counts.day(Reemployment.countedOn, row), on <= day else { continue }
        if last[by].flatMap({ counts.day(Reemployment.countedOn, $0) }).map({ $0 <= on }) ?? true { last[by] = row }
      }
      let persons = last.values.reduce(Int64(0)) { $0 &+ max(0, min(1_000_000, counts.number(Reemployment.persons, $1) ?? 0)) }
      let rated = (0..<fees.count).filter {
        isHere(fees.reference(ProjectFee.project, $0)) && fees.holds($0, on: day, from: ProjectFee.startsOn, until: ProjectFee.endedOn)
          && fees.number(ProjectFee.collectionRate, $0).map { (0...10_000).contains($0) } == true
      }
      let rates = rated.compactMap { fees.number(ProjectFee.collectionRate, $0) }
      let begun = (0..<works.count).filter { row in
        isHere(works.reference(Improvement.project, row)) && works.day(Improvement.startsOn, row).map { $0 <= day } == true
          && (works.day(Improvement.doneOn, row).map { $0.year == day.year } ?? true)
      }
      let funds = begun.reduce(Int64(0)) { sum, row in
        let (total, overflow) = sum.addingReportingOverflow(works.number(Improvement.publicFunding, row) ?? 0)
        return overflow ? .max : total
      }
      let here = moved.filter { isHere($0.project) }
      let sharing = (0..<shared.count).filter { row in
        let project = shared.reference(SharedService.project, row)
        return shared.holds(row, on: day, from: SharedService.startsOn, until: SharedService.endedOn) && isHere(project)
          && project.flatMap { projects.flag(Project.oldEstate, $0) } == true
      }
      let fit = (0..<projects.count).filter { projects.reference(Project.county, $0) == county && projects.flag(Project.fit, $0) == true }
      let waiting = fit.filter { modes[$0] != "professional" }
      let together = Set(sharing.compactMap { shared.reference(SharedService.project, $0) })
      sheet.add(
        [
          places.name(county), .integer(persons), .count(last.count),
          mean(rates), .count(rates.count), .count(begun.count),
          .count(begun.filter { works.day(Improvement.doneOn, $0).map { $0 <= day } == true }.count), .quantity(funds, Money.type),
          .count(here.count), .count(together.count), .count(waiting.count),
        ], Evidence(ServicePeriod.schema, here.map(\.row)), Evidence(Improvement.schema, begun), Evidence(Reemployment.schema, Array(last.values)),
        Evidence(Project.schema, waiting),
        counting: [
          Evidence(ServicePeriod.schema, Array(Set(here.map(\.before) + fit.flatMap { modes.rows[$0] ?? [] }))),
          Evidence(ProjectFee.schema, rated), Evidence(SharedService.schema, sharing),
        ])
    }
    return sheet.result
  }

  /// The mean of rates in hundredths of a percent, as the exact fraction.
  private static func mean(_ rates: [Int64]) -> Cell {
    rates.isEmpty ? .empty : .ratio(rates.reduce(0, +), of: Int64(rates.count) * 10_000)
  }

  /// Periods of professional service that began in the day's year on an old estate which was served in another way before, and the
  /// period of that.
  private static func movements(_ periods: TableFacts, _ projects: TableFacts, through day: Day) -> [(row: Int, before: Int, project: Int)] {
    var before: [Int: [(from: Day, mode: String, row: Int)]] = [:]
    for row in 0..<periods.count {
      if let project = periods.reference(ServicePeriod.project, row), let from = periods.day(ServicePeriod.startsOn, row),
        let mode = periods.text(ServicePeriod.serviceMode, row)
      {
        before[project, default: []].append((from, mode, row))
      }
    }
    return (0..<periods.count).compactMap { row in
      guard periods.text(ServicePeriod.serviceMode, row) == "professional", let project = periods.reference(ServicePeriod.project, row),
        projects.flag(Project.oldEstate, project) == true, let from = periods.day(ServicePeriod.startsOn, row), from.year == day.year, from <= day,
        let last = (before[project] ?? []).filter({ $0.from < from }).max(by: { $0.from < $1.from }), last.mode != "professional"
      else { return nil }
      return (row, last.row, project)
    }
  }
}
