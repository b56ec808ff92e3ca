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
  public var every: Job.Cycle
  public var onWorkingDay: Int
  public var missed: Job.Missed
  /// The division's revision; `nil` for a script of the folder.
  public var revision: Int?

  /// The last period that ended before a day, and those before it down to the rule's first day; newest first.
  func periods(before day: Day) -> [Period] {
    var periods: [Period] = []
    var period = Period.containing(day, every)
    while let one = period?.previous(every), one.lastDay >= effective.from, periods.count < 600 {
      if effective.to.map({ $0 >= one.firstDay }) ?? true { periods.append(one) }
      period = one
    }
    return periods
  }

  /// The day on which it is due for a period: so many working days after the period's end.
  public func due(_ period: Period, _ calendar: WorkingCalendar) throws(ParameterError) -> Day {
    try calendar.adding(workingDays: onWorkingDay, to: period.lastDay)
  }
}

extension Period {
  /// The day, month, quarter or year that a day lies in.
  static func containing(_ day: Day, _ cycle: Job.Cycle) -> Period? {
    switch cycle.rawValue {
    case "month": Period("\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)")
    case "quarter": Period("\(day.year)-Q\((day.month + 2) / 3)")
    case "year": Period("\(day.year)")
    case "day": Period(day.description)
    default: nil
    }
  }

  func previous(_ cycle: Job.Cycle) -> Period? { Period.containing(firstDay.adding(days: -1), cycle) }
}

/// The jobs that divisions have declared, and the scripts that could not be read.
public struct JobCatalogue: Sendable {
  public var jobs: [DeclaredJob] = []
  public var unreadable: [UnreadableScript] = []

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
    var catalogue = JobCatalogue()
    let session: ScriptSession
    do {
      session = try ScriptSession(Snapshot(cut: day.end, rulebook: rulebook, tables: []), limits: .init(time: .seconds(10)))
    } catch {
      throw OfficeError(error)
    }
    for division in ["1404"] + Divisions.changzhi.counties.map(\.code) {
      for one in try rules(of: division, days: day...day, choice: choice).scripts {
        do {
          for case .job(let job) in try session.load(one.script) {
            guard let days = one.clip(job.effective), days.to.map({ $0 >= day }) ?? true else { continue }
            catalogue.jobs.append(
              DeclaredJob(
                division: division, name: job.name, title: job.title, basis: job.basis, effective: days, every: job.every,
                onWorkingDay: job.onWorkingDay, missed: job.missed, revision: one.revision))
          }
        } catch {
          let text = String(decoding: one.script.source.bytes, as: UTF8.self)
          catalogue.unreadable.append(UnreadableScript(division: division, name: one.name, error: OfficeError(error), text: text))
        }
      }
    }
    return catalogue
  }

  /// The jobs that are in force on a day, by division and name.
  public func jobs(choice: RulesChoice = .inForce, on day: Day) throws(OfficeError) -> [DeclaredJob] {
    try jobCatalogue(choice: choice, on: day).jobs
  }
}
