public import CityModel
public import Columns
public import DistrictRules
public import LuaRuntime
public import Register

/// One job of one district for one period, and where it stands.
public struct JobStanding: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    case done, partly, failed
    /// Its day has come, and it has not run.
    case due
    /// Due, and a later period of it has been due since.
    case missed
    /// Its day is still to come.
    case coming
    /// It was missed, and the job's rule says that what was missed is not made good.
    case skipped
  }

  public var job: DeclaredJob
  public var district: String
  public var period: Period
  public var due: Day?
  public var state: State
  public var run: JobRun?
}

extension Job.Missed {
  /// Where a period stands whose day has come and that has not run.
  func state(isLatest: Bool, isToday: Bool) -> JobStanding.State {
    switch self {
    case .runEach: isLatest ? .due : .missed
    case .runLatest: isLatest ? .due : .skipped
    case .skip: isToday ? .due : .skipped
    }
  }
}

extension Office {
  /// Where every job of every district stands at a moment: all periods since the rule's first day whose run is due, the
  /// recorded ones, and the next to come.
  public func standings(at now: Moment, choice: RulesChoice = .inForce) throws(OfficeError) -> [JobStanding] {
    try standings(of: try jobHistory(choice: choice, upTo: now.day), at: now)
  }

  /// The same for jobs that are known already.
  public func standings(of catalogue: JobCatalogue, at now: Moment) throws(OfficeError) -> [JobStanding] {
    var standings: [JobStanding] = []
    let runs: [JobRun]
    do { runs = try register.runs() } catch { throw OfficeError(error) }
    let known = Dictionary(runs.map { ("\($0.job) \($0.district) \($0.period)", $0) }, uniquingKeysWith: { first, _ in first })
    for revisions in catalogue.revisions {
      guard let first = revisions.first else { continue }
      let districts = first.division == "1404" ? Divisions.changzhi.counties.map(\.code) : [first.division]
      let due = revisions.flatMap { $0.standing(on: now.day) }.sorted { $0.period.lastDay > $1.period.lastDay }
        .map { (job: $0.job, period: $0.period, day: try? $0.job.due($0.period, rulebook.calendar)) }
      for district in districts {
        var isLater = false
        for (job, period, day) in due {
          let run = known["\(job.name) \(district) \(period.name)"]
          let isDue = day.map { $0 <= now.day } ?? false
          let state: JobStanding.State =
            if let run { .init(rawValue: run.outcome) ?? .done } else if !isDue { .coming } else {
              job.missed.state(isLatest: !isLater, isToday: day == now.day)
            }
          if isDue { isLater = true }
          standings.append(.init(job: job, district: district, period: period, due: day, state: state, run: run))
        }
      }
    }
    return standings
  }

  /// What a tick does, and what it could not do.
  public struct TickReport: Sendable {
    /// Another process is at it; that is recorded, and nothing else was done.
    public var isRunningElsewhere = false
    public var recorded: [(period: String, jobs: [RecordedJob])] = []
    public var runs: [PeriodRun] = []
    /// Job, district and the periods that are left because more were missed than one tick makes good.
    public var leftOver: [(job: String, district: String, periods: [String])] = []
    /// Scripts that do not load; nobody knows what jobs they declare.
    public var unreadable: [UnreadableScript] = []

    public init() {}
  }

  /// Runs what is due, the oldest period first: what cron or a systemd timer calls.
  ///
  /// - Parameters:
  ///   - bound: how many periods of one job and district are run at most; what is left is alerted and waits for the next tick.
  /// - Throws: ``OfficeError``.
  public func tick(
    at now: Moment, bound: Int = 3, choice: RulesChoice = .inForce, limits: Engine.Limits = .init(time: .seconds(60)),
    workers: (any DistrictWorkers)? = nil, by attribution: Attribution
  ) throws(OfficeError) -> TickReport {
    var report = TickReport()
    guard let lock = try JobLock(register: register.path) else {
      try alert("job-second-start", "tick", ["at": .text(now.description)], attribution)
      report.isRunningElsewhere = true
      return report
    }
    defer { withExtendedLifetime(lock) {} }
    var byPeriod: [String: [String: [String]]] = [:]
    let catalogue = try jobHistory(choice: choice, upTo: now.day)
    report.unreadable = catalogue.unreadable
    let waiting = try standings(of: catalogue, at: now).filter { $0.state == .due || $0.state == .missed }
    for (_, periods) in Dictionary(grouping: waiting, by: { "\($0.job.name) \($0.district)" }).sorted(by: { $0.key < $1.key }) {
      let oldest = periods.sorted { $0.period.lastDay < $1.period.lastDay }
      for one in oldest.prefix(bound) { byPeriod[one.period.name, default: [:]][one.district, default: []].append(one.job.name) }
      if let first = oldest.first, oldest.count > bound {
        let left = oldest.dropFirst(bound).map(\.period.name)
        report.leftOver.append((job: first.job.name, district: first.district, periods: left))
        try alert(
          "job-missed", "\(first.job.name) \(first.district) \(left.last ?? "")", ["periods": .array(left.map { .text($0) })], attribution)
      }
    }
    let periods = byPeriod.keys.compactMap(Period.init).sorted { ($0.lastDay, $0.name) < ($1.lastDay, $1.name) }
    for period in periods {
      let orders = (byPeriod[period.name] ?? [:]).sorted { $0.key < $1.key }.map {
        DistrictOrder(county: $0.key, period: period.name, jobs: $0.value, choice: choice, figures: false)
      }
      let run = try run(orders, period: period, withCity: false, limits: limits, workers: workers, progress: { _ in })
      report.recorded.append((period: period.name, jobs: try record(run, by: attribution)))
      report.runs.append(run)
    }
    return report
  }

  /// Does again what failed: the enterprises at which a run failed, or the whole of one that failed altogether.
  public func resume(
    _ names: [String], period: Period, counties: [Division], choice: RulesChoice = .inForce,
    limits: Engine.Limits = .init(time: .seconds(60)), workers: (any DistrictWorkers)? = nil, by attribution: Attribution
  ) throws(OfficeError) -> [RecordedJob] {
    var orders: [DistrictOrder] = []
    do {
      for county in counties {
        var order = DistrictOrder(county: county.code, period: period.name, jobs: [], choice: choice, figures: false)
        for name in names {
          guard let run = try register.run(of: name, district: county.code, period: period.name), run.outcome != "done" else { continue }
          order.jobs.append(name)
          let last = try register.attempts(ofRun: run.number).last
          let failed = last?.failures.elements.map(JobFailure.init) ?? []
          if !failed.contains(where: { $0.enterprise == nil }) { order.subjects[name] = failed.compactMap(\.enterprise) }
        }
        if !order.jobs.isEmpty { orders.append(order) }
      }
    } catch {
      throw OfficeError(error)
    }
    guard !orders.isEmpty else { return [] }
    let run = try run(orders, period: period, withCity: false, limits: limits, workers: workers, progress: { _ in })
    return try record(run, kind: .resume, by: attribution)
  }

  /// Records a run under the lock; a second start at the same time is recorded as that, and is no error.
  ///
  /// - Returns: `nil` when another process is at it.
  public func withJobLock<Result>(
    _ key: String, by attribution: Attribution, _ body: () throws -> Result
  ) throws -> Result? {
    guard let lock = try JobLock(register: register.path) else {
      try alert("job-second-start", key, [:], attribution)
      return nil
    }
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  /// An alert stands in the ledger once for the same thing.
  private func alert(
    _ kind: String, _ key: String, _ data: [String: JSONValue], _ attribution: Attribution
  ) throws(OfficeError) {
    do {
      if kind == "job-missed", try register.ledger(table: "job_runs", key: key).contains(where: { $0.kind == kind }) { return }
      try register.recordAlert(kind, key: key, data: data, by: attribution)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Records of the days that a run has read (its period, the year so far, and the months that a recorded fact counts) that came into
  /// the register after it: listed, never mixed into the run.
  public func lateRecords(of run: JobRun) throws(OfficeError) -> [LateRecord] {
    do {
      guard let period = Period(run.period), let marks = try register.attempts(ofRun: run.number).last?.marks else { return [] }
      let counts = try rulebook.parameters.value(CreditParameters.recordMonths, on: period.lastDay)
      let first = min(period.firstDay, period.yearToDate.lowerBound, period.lastDay.window(months: counts.count).lowerBound)
      return try register.lateRecords(district: run.district, marks: marks, from: first, cut: period.cut)
    } catch {
      throw OfficeError(error)
    }
  }
}
