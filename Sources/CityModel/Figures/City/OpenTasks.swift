internal import Columns

/// A16: 加强组织协调，抓重点、补短板、强弱项，着力强化工作措施，合力解决突出问题，切实建立长效机制。
/// Reading: a shortcoming is a task with an owner and a due day; late from the day after. Parameters: none.
///
/// Tasks that were given and are not done by the day, oldest first.
public enum OpenTasks {
  public static let figure = Figure(
    name: "open-tasks", title: Bilingual(zh: "未完成任务", en: "open tasks"), article: "A16", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("title", "任务"), ("responsible", "责任单位"), ("due", "应完成日期"), ("age", "已历天数"),
        ("late_by", "逾期天数"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, WorkTask.schema)
    for row in 0..<table.count {
      guard let given = table.day(WorkTask.assignedOn, row), given <= day, table.day(WorkTask.doneOn, row).map({ $0 > day }) ?? true
      else { continue }
      let due = table.day(WorkTask.due, row)
      sheet.add(
        [
          places.name(table.reference(WorkTask.county, row)), .optional(table.text(WorkTask.number, row)),
          .optional(table.text(WorkTask.title, row)), .optional(table.text(WorkTask.responsible, row)), .optional(due),
          .count(given.days(to: day)), .count(max(0, due?.days(to: day) ?? 0)),
        ], Evidence(WorkTask.schema, row: row))
    }
    sheet.sort { $0[5].order > $1[5].order }
    return sheet.result
  }
}
