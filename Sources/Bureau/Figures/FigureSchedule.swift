public import CityModel
public import Columns
public import DistrictRules
public import Register

/// A figure of the city for a period, and where it stands: §1 of the text asks for each daily, monthly, quarterly or yearly.
public struct FigureStanding: Sendable {
  public var figure: Figure
  public var period: Period
  public var due: Day?
  /// `done`, `due` or `coming`.
  public var state: JobStanding.State
  /// When it was taken.
  public var at: Moment?
}

extension Office {
  /// The working day after a period's end on which its figures are due; a day's are due on the day after.
  public static let figuresWorkday = 3
  private static let taken = "figure-taken"

  /// Every figure's last period that is over, done or due, and the present one, which is to come.
  ///
  /// Earlier periods are not made good by themselves: any day's figure can be seen with `xize figures NAME --as-of DAY`.
  public func figureStandings(at now: Moment) throws(OfficeError) -> [FigureStanding] {
    let done: [String: Moment]
    do {
      done = Dictionary(
        try register.ledger(table: "job_runs").filter { $0.kind == Office.taken }.map { ($0.key ?? "", $0.moment) },
        uniquingKeysWith: { $1 })
    } catch {
      throw OfficeError(error)
    }
    var standings: [FigureStanding] = []
    for figure in Figure.all {
      guard let cycle = Job.Cycle(rawValue: figure.cycle.rawValue), let present = Period.containing(now.day, cycle),
        let last = present.previous(cycle)
      else { continue }
      // Of a period that the city's parameters do not reach there is nothing to say.
      for period in [present, last] where (try? rulebook.parameters.value(CreditParameters.base, on: period.lastDay)) != nil {
        let due = cycle == .day ? period.lastDay.adding(days: 1) : try? rulebook.calendar.adding(workingDays: Office.figuresWorkday, to: period.lastDay)
        let at = done["\(figure.name) \(period.name)"]
        let isDue = due.map { $0 <= now.day } ?? false
        standings.append(.init(figure: figure, period: period, due: due, state: at != nil ? .done : isDue ? .due : .coming, at: at))
      }
    }
    return standings
  }

  /// The figures that are due, each as of the end of its period; `keep` puts one away, and then the ledger says that it was taken.
  public func takeFigures(
    at now: Moment, by attribution: Attribution, keep: (FigureStanding, FigureResult) throws -> Void
  ) throws -> [FigureStanding] {
    var snapshots: [String: Snapshot] = [:]
    var taken: [FigureStanding] = []
    for var standing in try figureStandings(at: now) where standing.state == .due {
      let name = standing.period.name
      let data = try snapshots[name] ?? snapshot(.city, asOf: standing.period.cut)
      snapshots[name] = data
      let result = try standing.figure.result(data, on: standing.period.lastDay)
      try keep(standing, result)
      try register.recordAlert(
        Office.taken, key: "\(standing.figure.name) \(name)",
        data: ["article": .text(standing.figure.article), "rows": .number(Int64(result.table.rows.count))], by: attribution)
      standing.state = .done
      standing.at = now
      taken.append(standing)
    }
    return taken
  }
}
