internal import Columns

/// A11: 各县（区）要加强住建、城管、公安、市场监管、规划和自然资源等部门之间工作衔接……每季度至少开展一次联合执法
/// Reading 27: calendar quarters, by the day; joint is what enough of the five named departments carried out together. Parameters: `enforcement.perQuarter`, `enforcement.minDepartments`, `conference.warnDay`.
public enum JointEnforcements {
  public static let figure = Figure(
    name: "joint-enforcement", title: Bilingual(zh: "联合执法", en: "joint enforcement"), article: "A11", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(snapshot, on: day, QuarterGrid.columns)
    let required = try sheet.read(DutyParameters.enforcementPerQuarter)
    let departments = try sheet.read(DutyParameters.enforcementDepartments)
    let warnDay = try sheet.read(DutyParameters.quarterWarnDay)
    try grid(snapshot, day, departments: departments)
      .write(JointEnforcement.schema, required: required, warnDay: warnDay, places: Places(snapshot), to: &sheet)
    return sheet.result
  }

  static func grid(_ snapshot: Snapshot, _ day: Day, departments: Int) throws(RuleError) -> QuarterGrid {
    let five: Set = ["housing", "urban management", "police", "market regulation", "planning"]
    let table = try TableFacts(snapshot, JointEnforcement.schema)
    var grid = QuarterGrid()
    for row in 0..<table.count {
      guard let county = table.reference(JointEnforcement.county, row), let on = table.day(JointEnforcement.enforcedOn, row),
        on <= day
      else { continue }
      let named = Departments.named(in: table.text(JointEnforcement.departments, row) ?? "").filter(five.contains)
      grid.add(row, county: county, on: on, counts: named.count >= departments)
    }
    return grid
  }
}
