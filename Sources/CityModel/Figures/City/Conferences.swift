internal import Columns

/// A3: 由分管物业管理工作的县（区）领导担任召集人，每季度至少召开一次
/// Reading 27: calendar quarters, by the day held; a conference that another convened does not count. Parameters: `conference.perQuarter`, `conference.warnDay`.
///
/// A quarter without one is warned of from the parameter's day of the quarter.
public enum Conferences {
  public static let figure = Figure(
    name: "conferences", title: Bilingual(zh: "联席会议", en: "joint conferences"), article: "A3", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(snapshot, on: day, QuarterGrid.columns)
    let required = try sheet.read(DutyParameters.conferencesPerQuarter)
    let warnDay = try sheet.read(DutyParameters.quarterWarnDay)
    try grid(snapshot, day).write(Conference.schema, required: required, warnDay: warnDay, places: Places(snapshot), to: &sheet)
    return sheet.result
  }

  static func grid(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> QuarterGrid {
    let table = try TableFacts(snapshot, Conference.schema)
    var grid = QuarterGrid()
    for row in 0..<table.count {
      guard let county = table.reference(Conference.county, row), let held = table.day(Conference.convenedOn, row), held <= day
      else { continue }
      grid.add(row, county: county, on: held, counts: table.flag(Conference.ledByLeader, row) == true)
    }
    return grid
  }
}
