internal import Columns

/// A3: 协调推进联合执法、疑难纠纷化解等工作。
/// Reading: what a conference decided is carried out by the day agreed on; late from the day after. Parameters: none.
///
/// What nobody has carried out by the day, oldest first.
public enum OpenDecisions {
  public static let figure = Figure(
    name: "open-decisions", title: Bilingual(zh: "未办结议定事项", en: "open decisions of conferences"), article: "A3", cycle: .quarter,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("decision", "议定内容"), ("dispute", "疑难纠纷"), ("responsible", "责任单位"),
        ("due", "应完成日期"), ("age", "已历天数"), ("late_by", "逾期天数"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, ConferenceDecision.schema), meetings = try TableFacts(snapshot, Conference.schema)
    for row in 0..<table.count {
      guard let meeting = table.reference(ConferenceDecision.conference, row),
        let held = meetings.day(Conference.convenedOn, meeting), held <= day,
        table.day(ConferenceDecision.doneOn, row).map({ $0 > day }) ?? true
      else { continue }
      let due = table.day(ConferenceDecision.due, row)
      sheet.add(
        [
          places.name(meetings.reference(Conference.county, meeting)), .optional(table.text(ConferenceDecision.number, row)),
          .optional(table.text(ConferenceDecision.decision, row)), .yes(table.flag(ConferenceDecision.dispute, row) == true),
          .optional(table.text(ConferenceDecision.responsible, row)), .optional(due), .count(held.days(to: day)),
          .count(max(0, due?.days(to: day) ?? 0)),
        ], Evidence(ConferenceDecision.schema, row: row), Evidence(Conference.schema, row: meeting))
    }
    sheet.sort { $0[6].order > $1[6].order }
    return sheet.result
  }
}
