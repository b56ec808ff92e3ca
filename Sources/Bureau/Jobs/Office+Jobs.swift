public import CityModel
internal import Columns
public import DistrictRules
public import LuaRuntime
internal import Register

extension Office {
  /// Runs jobs for a period, county by county: each county's rows alone are loaded for it.
  ///
  /// - Parameters:
  ///   - names: the jobs, city's or district's; each district runs those that it has.
  ///   - counties: the counties' codes, in the order of which the result lists them.
  ///   - choice: which rules.
  ///   - workers: the processes that do it; without them this process does.
  ///   - progress: told the county that is about to be run.
  /// - Returns: what the counties' runs brought; one that came to nothing stands under `failed` and stops no other.
  /// - Throws: ``OfficeError`` when no district has one of the jobs.
  public func runJobs(
    _ names: [String], period: Period, counties: [Division], choice: RulesChoice = .inForce,
    limits: Engine.Limits = .init(time: .seconds(60)), workers: (any DistrictWorkers)? = nil, progress: (Division) -> Void = { _ in }
  ) throws(OfficeError) -> PeriodRun {
    let orders = counties.map { DistrictOrder(county: $0.code, period: period.name, jobs: names, choice: choice) }
    var run = try self.run(orders, period: period, withCity: counties.count > 1, limits: limits, workers: workers, progress: progress)
    try countRows(into: &run)
    var known = Set(run.districts.flatMap(\.known))
    var unread: [UnreadableScript] = []
    if !run.failed.isEmpty {
      // A county that came to nothing does not tell which jobs it has.
      let catalogue = try jobCatalogue(choice: choice, on: period.lastDay)
      known.formUnion(catalogue.jobs.map(\.name))
      unread = catalogue.unreadable
    }
    for name in names where !known.contains(name) && !unread.contains(where: { $0.mentions(name) }) {
      let help =
        known.isEmpty
        ? Bilingual(zh: "该期间没有施行中的任务；xize jobs 列出各县区的任务", en: "no job is in force for the period; xize jobs lists those of the counties")
        : Bilingual(zh: "有 \(known.sorted().joined(separator: "、"))", en: "there are \(known.sorted().joined(separator: ", "))")
      throw OfficeError(
        "unknown-job", Bilingual(zh: "没有任务 `\(name)`\n提示：\(help.zh)", en: "there is no job `\(name)`\nhelp: \(help.en)"))
    }
    return run
  }

  /// Carries out orders, in this process or by workers; the result is the same bytes either way.
  func run(
    _ orders: [DistrictOrder], period: Period, withCity: Bool, limits: Engine.Limits, workers: (any DistrictWorkers)?,
    progress: (Division) -> Void
  ) throws(OfficeError) -> PeriodRun {
    var run = PeriodRun(
      period: period, districts: [], city: [], rowsRead: 0, quarantined: 0,
      parametersRevision: rulebook.parameters.revision(on: period.lastDay))
    if let workers {
      let answers = try workers.carryOut(orders, city: withCity ? period.name : nil, limits: limits, progress: progress)
      run.districts = answers.districts
      run.city = answers.city
      run.failed = answers.failed
      run.cityFailure = answers.cityFailure
      return run
    }
    for order in orders {
      guard let county = Divisions.changzhi[order.county] else { continue }
      progress(county)
      do throws(OfficeError) {
        run.districts.append(try carryOut(order, limits: limits))
      } catch {
        run.failed.append(FailedDistrict(order: order, code: error.code, message: error.message))
      }
    }
    if withCity { run.city = try cityScores(period) }
    return run
  }

  /// One county's order, in this process.
  public func carryOut(_ order: DistrictOrder, limits: Engine.Limits) throws(OfficeError) -> DistrictRun {
    guard let county = Divisions.changzhi[order.county], let period = Period(order.period) else {
      throw OfficeError("bad-order", Bilingual(zh: "县区或期间有误：\(order.county) \(order.period)", en: "no such county or period: \(order.county) \(order.period)"))
    }
    return try DistrictDesk(
      office: self, county: county, period: period, rules: try rules(for: county.code, period: period, choice: order.choice), limits: limits
    ).run(order)
  }

  /// The city's rules and the county's, for a period's run.
  func rules(for county: String, period: Period, choice: RulesChoice) throws(OfficeError) -> [DivisionRules] {
    [
      try rules(of: "1404", days: period.yearToDate, choice: choice), try rules(of: county, days: period.yearToDate, choice: choice),
    ]
  }
}

extension Office {
  private func countRows(into run: inout PeriodRun) throws(OfficeError) {
    do {
      for done in try register.imports() {
        run.rowsRead += done.read
        run.quarantined += done.quarantined
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// What the city publishes: every enterprise over all its estates.
  public func cityScores(_ period: Period) throws(OfficeError) -> [DistrictRun.ScoreFacts] {
    do {
      let snapshot = try snapshot(.city, asOf: period.cut, preload: DistrictDesk.columns)
      let board = try ScoreBoard.compute(snapshot, on: period.lastDay)
      let reader = try ScoreFactsReader(snapshot)
      return board.scores.map { reader.facts($0) }
    } catch {
      throw OfficeError(error)
    }
  }
}

extension Parameters {
  /// A digest of everything in force on a day.
  func revision(on day: Day) -> String {
    var digest = SHA256()
    for description in CityParameters.all {
      let reading = self.reading(description.name, on: day)
      digest.update(Array("\(description.name)=\(reading.map { "\($0.value)" } ?? "");".utf8))
    }
    return String(digest.hexadecimal.prefix(12))
  }
}
