public import CityModel
public import Columns
public import DistrictRules
internal import LuaRuntime

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

extension Office {
  /// The jobs that are in force on a day, by division and name.
  ///
  /// - Parameter sound: whether scripts that do not load are passed over.
  public func jobs(choice: RulesChoice = .inForce, on day: Day, sound: Bool = false) throws(OfficeError) -> [DeclaredJob] {
    do {
      let snapshot = Snapshot(cut: day.end, rulebook: rulebook, tables: [])
      let session = try ScriptSession(snapshot, limits: .init(time: .seconds(10)))
      var jobs: [DeclaredJob] = []
      for division in ["1404"] + Divisions.changzhi.counties.map(\.code) {
        for one in try rules(of: division, days: day...day, choice: choice).scripts {
          let declared = sound ? (try? session.load(one.script)) ?? [] : try session.load(one.script)
          for case .job(let job) in declared {
            guard let days = one.clip(job.effective), days.to.map({ $0 >= day }) ?? true else { continue }
            jobs.append(
              DeclaredJob(
                division: division, name: job.name, title: job.title, basis: job.basis, effective: days, every: job.every,
                onWorkingDay: job.onWorkingDay, missed: job.missed, revision: one.revision))
          }
        }
      }
      return jobs
    } catch {
      throw OfficeError(error)
    }
  }
}
