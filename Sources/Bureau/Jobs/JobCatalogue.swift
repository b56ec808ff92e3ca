public import CityModel
public import Columns
public import DistrictRules
internal import LuaRuntime
internal import LuaSyntax

/// A job that some division has declared.
public struct DeclaredJob: Sendable, Hashable {
  public var division: String
  public var name: String
  public var title: String
  public var basis: Basis
  public var effective: Effective
  /// Last day on which the script that declares it is in force: the next revision, or the repeal, begins on the day after.
  public var scriptUntil: Day?
  public var every: Job.Cycle
  public var onWorkingDay: Int
  public var missed: Job.Missed
  /// The division's revision; `nil` for a script of the folder.
  public var revision: Int?

  /// The last period that ended before a day, and those before it down to the rule's first day; newest first. A period belongs to the
  /// revision that is in force on its last day.
  func periods(before day: Day) -> [Period] {
    var periods: [Period] = []
    var period = Period.containing(day, every)
    while let one = period?.previous(every), one.lastDay >= effective.from, periods.count < 600 {
      if effective.to.map({ $0 >= one.firstDay }) ?? true, scriptUntil.map({ $0 >= one.lastDay }) ?? true { periods.append(one) }
      period = one
    }
    return periods
  }

  /// Its periods that have ended, and the one that a day lies in.
  func standing(on day: Day) -> [(job: DeclaredJob, period: Period)] {
    var periods = periods(before: day)
    if let present = Period.containing(day, every), present.lastDay >= effective.from, effective.to.map({ $0 >= day }) ?? true {
      periods.insert(present, at: 0)
    }
    return periods.map { (self, $0) }
  }

  /// Whether a period is what it is done for: a monthly job is not run for a quarter.
  func isDone(for period: Period) -> Bool { Period.containing(period.firstDay, every) == period }

  /// The day on which it is due for a period: so many working days after the period's end.
  public func due(_ period: Period, _ calendar: WorkingCalendar) throws(ParameterError) -> Day {
    try calendar.adding(workingDays: onWorkingDay, to: period.lastDay)
  }
}

extension Period {
  /// The day, month, quarter or year that a day lies in.
  static func containing(_ day: Day, _ cycle: Job.Cycle) -> Period? {
    switch cycle {
    case .month: Period("\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)")
    case .quarter: Period("\(day.year)-Q\((day.month + 2) / 3)")
    case .year: Period("\(day.year)")
    case .day: Period(day.description)
    }
  }

  func previous(_ cycle: Job.Cycle) -> Period? { Period.containing(firstDay.adding(days: -1), cycle) }
}

/// The jobs that divisions have declared, and the scripts that could not be read.
public struct JobCatalogue: Sendable {
  public var jobs: [DeclaredJob] = []
  public var unreadable: [UnreadableScript] = []

  /// The revisions of each job, in the order in which the jobs are declared.
  var revisions: [[DeclaredJob]] {
    var order: [[String]] = [], found: [[String]: [DeclaredJob]] = [:]
    for job in jobs {
      let key = [job.division, job.name]
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(job)
    }
    return order.compactMap { found[$0] }
  }

  /// Whether a county has a job, or may have it in a script that cannot be read.
  func has(_ job: String, _ county: String) -> Bool {
    let divisions = ["1404", county]
    return jobs.contains { $0.name == job && divisions.contains($0.division) }
      || unreadable.contains { divisions.contains($0.division) && $0.mentions(job) }
  }
}

/// A script of a division that does not load: its county's runs fail until it is mended, the others go on.
public struct UnreadableScript: Sendable {
  public var division: String
  public var name: String
  public var error: OfficeError
  var text: String

  func mentions(_ job: String) -> Bool { text.contains("\"\(job)\"") }
}

extension Office {
  /// The jobs that are in force on a day, by division and name; scripts that do not load are told, and stop nobody else's.
  public func jobCatalogue(choice: RulesChoice = .inForce, on day: Day) throws(OfficeError) -> JobCatalogue {
    try jobCatalogue(choice: choice, within: day...day)
  }

  /// Every job that has been in force up to a day, each revision of it: what it has missed stays due when another takes its place, or
  /// none does.
  public func jobHistory(choice: RulesChoice = .inForce, upTo day: Day) throws(OfficeError) -> JobCatalogue {
    try jobCatalogue(choice: choice, within: min(Period.first.firstDay, day)...day)
  }

  private func jobCatalogue(choice: RulesChoice, within range: ClosedRange<Day>) throws(OfficeError) -> JobCatalogue {
    let day = range.upperBound
    var catalogue = JobCatalogue()
    let session: ScriptSession
    do {
      session = try ScriptSession(Snapshot(cut: day.end, rulebook: rulebook, tables: []), limits: .init(time: .seconds(10)))
    } catch {
      throw OfficeError(error)
    }
    for division in ["1404"] + Divisions.changzhi.counties.map(\.code) {
      for one in try rules(of: division, days: range, choice: choice).scripts {
        do {
          for case .job(let job) in try session.load(one.script) {
            guard let days = one.clip(job.effective), days.to.map({ $0 >= range.lowerBound }) ?? true else { continue }
            catalogue.jobs.append(
              DeclaredJob(
                division: division, name: job.name, title: job.title, basis: job.basis, effective: days, scriptUntil: one.to, every: job.every,
                onWorkingDay: job.onWorkingDay, missed: job.missed, revision: one.revision))
          }
        } catch where one.isInForce(on: day) {
          let text = String(decoding: one.script.source.bytes, as: UTF8.self)
          catalogue.unreadable.append(UnreadableScript(division: division, name: one.name, error: OfficeError(error), text: text))
        } catch {
          // A revision of the past that this version does not read: nobody can mend it.
          continue
        }
      }
    }
    return catalogue
  }

  /// Refuses a run that would stand in the register for a period that is not over, or that is none of the job's: the true one would find
  /// its place taken.
  ///
  /// - Throws: ``OfficeError``: `period-not-over`, `period-not-of-job`.
  public func admit(
    _ names: [String], period: Period, counties: [Division], choice: RulesChoice = .inForce, at now: Moment
  ) throws(OfficeError) {
    guard period.cut <= now else {
      throw OfficeError(
        "period-not-over", Bilingual(
          zh: "\(period.name) 到 \(period.lastDay) 才结束，还不能登记它的运行\n提示：--dry-run 只看不登记",
          en: "\(period.name) ends on \(period.lastDay): a run of it cannot be recorded yet\nhelp: --dry-run looks and records nothing"))
    }
    let divisions = ["1404"] + counties.map(\.code)
    for job in try jobCatalogue(choice: choice, on: period.lastDay).jobs where names.contains(job.name) && divisions.contains(job.division) {
      guard !job.isDone(for: period), let own = Period.containing(period.lastDay, job.every) else { continue }
      throw OfficeError(
        "period-not-of-job", Bilingual(
          zh: "`\(job.name)` \(job.every.chinese)运行一次，\(period.name) 不是它的期间\n提示：写作 --period \(own.name)",
          en: "`\(job.name)` is run every \(job.every.rawValue): \(period.name) is not a period of it\nhelp: write --period \(own.name)"))
    }
  }

  /// The jobs that are in force on a day, by division and name.
  public func jobs(choice: RulesChoice = .inForce, on day: Day) throws(OfficeError) -> [DeclaredJob] {
    try jobCatalogue(choice: choice, on: day).jobs
  }
}
