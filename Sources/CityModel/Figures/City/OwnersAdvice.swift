internal import Columns

/// A7: 予以约谈、通报、记入信用档案，同步建议业主大会降低其收费标准或予以解聘。
/// Reading: 同步 means that a measure without a recorded advice is incomplete. Parameters: none.
///
/// Measures of the calendar year up to the day and the advice that goes with each.
public enum OwnersAdvice {
  public static let figure = Figure(
    name: "owners-advice", title: Bilingual(zh: "监管措施与同步建议", en: "measures and the advice to owners"), article: "A7", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("enterprise", "企业"), ("measure", "措施"), ("taken_on", "实施日期"), ("advice", "建议"),
        ("outcome", "结果"), ("complete", "已同步建议"),
      ])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, SupervisionMeasure.schema), enterprises = try TableFacts(snapshot, Enterprise.schema)
    for row in 0..<table.count {
      guard let taken = table.day(SupervisionMeasure.takenOn, row), taken.year == day.year, taken <= day else { continue }
      let isAdvised = table.day(SupervisionMeasure.advisedOn, row).map { $0 <= day } ?? false
      sheet.add(
        [
          places.name(table.reference(SupervisionMeasure.county, row)), .optional(table.text(SupervisionMeasure.number, row)),
          .optional(table.reference(SupervisionMeasure.enterprise, row).flatMap { enterprises.text(Enterprise.name, $0) }),
          .optional(table.chinese(SupervisionMeasure.kind, row)), .day(taken),
          .optional(table.chinese(SupervisionMeasure.advice, row)), .optional(table.text(SupervisionMeasure.outcome, row)),
          .yes(isAdvised),
        ], Evidence(SupervisionMeasure.schema, row: row))
    }
    return sheet.result
  }
}
