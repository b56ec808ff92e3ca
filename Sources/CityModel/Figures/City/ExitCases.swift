internal import Columns

/// A8: 属地住建部门会同街道（乡镇）依法依规启动物业服务企业退出机制。……按照规定程序予以解聘，并做好退出和移交工作。
/// Reading 6: 会同 means that both confirm; a case that only one of the two has confirmed has not started. Parameters: none.
///
/// Every case that was open at some time of the calendar year, with its stage, its last step and how long it has been open.
public enum ExitCases {
  public static let figure = Figure(
    name: "exit-cases", title: Bilingual(zh: "退出案件进展", en: "exit cases and their stage"), article: "A8", cycle: .month, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("enterprise", "企业"), ("ground", "启动依据"), ("status", "阶段"), ("department_on", "住建确认"),
        ("street_on", "街道确认"), ("started_on", "启动日期"), ("last_step", "最近步骤"), ("last_on", "步骤日期"), ("days", "已历天数"), ("ended_on", "终止日期"),
      ])
    let places = try Places(snapshot)
    let cases = try TableFacts(snapshot, ExitCase.schema), steps = try TableFacts(snapshot, ExitStep.schema)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    var ofCase: [Int: [Int]] = [:]
    for row in 0..<steps.count where steps.day(ExitStep.doneOn, row).map({ $0 <= day }) == true {
      if let at = steps.reference(ExitStep.exitCase, row) { ofCase[at, default: []].append(row) }
    }
    for row in 0..<cases.count {
      let confirmed = [ExitCase.departmentOn, ExitCase.streetOn].map { field in cases.day(field, row).flatMap { $0 <= day ? $0 : nil } }
      let started = cases.day(ExitCase.startedOn, row).flatMap { $0 <= day ? $0 : nil }
      let ended = cases.day(ExitCase.endedOn, row).flatMap { $0 <= day ? $0 : nil }
      guard let first = ([started] + confirmed).compactMap({ $0 }).min(), ended.map({ $0.year == day.year }) ?? true else { continue }
      let done = ofCase[row] ?? []
      let last = done.max { (steps.day(ExitStep.doneOn, $0) ?? day, $0) < (steps.day(ExitStep.doneOn, $1) ?? day, $1) }
      sheet.add(
        [
          places.name(cases.reference(ExitCase.county, row)), .optional(cases.text(ExitCase.number, row)),
          .optional(cases.reference(ExitCase.enterprise, row).flatMap { enterprises.text(Enterprise.name, $0) }),
          .optional(cases.chinese(ExitCase.ground, row)), .optional(cases.chinese(ExitCase.status, row)), .optional(confirmed[0]),
          .optional(confirmed[1]), .optional(started), .optional(last.flatMap { steps.chinese(ExitStep.step, $0) }),
          .optional(last.flatMap { steps.day(ExitStep.doneOn, $0) }), .count(first.days(to: ended ?? day)), .optional(ended),
        ], Evidence(ExitCase.schema, row: row), Evidence(ExitStep.schema, done))
    }
    sheet.sort { $0[10].order > $1[10].order }
    return sheet.result
  }
}
