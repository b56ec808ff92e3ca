internal import Columns

/// An order that follows an inspection, the check of a season or of fire safety, A1, A8, A12: what was found is what is to be rectified, and
/// the inspection says which order followed it.
enum FollowedInspection {
  private static let inspection = Field("inspection", "督导检查", .reference("inspection"), "The inspection that it follows", source: "A1")
  private static let item = Field("inspection_item", "季节检查", .reference("inspection_item"), "The check of the season that it follows", source: "A1")
  private static let fire = Field("fire_inspection", "消防检查", .reference("fire_inspection"), "The check of fire safety that it follows", source: "A12")

  static let fields = [inspection, item, fire]
  static let needs: [Need] = [
    .row(argument: inspection, in: Inspection.schema), .row(argument: item, in: InspectionItem.schema), .row(argument: fire, in: FireInspection.schema),
  ]

  /// What was found wrong, at the place and with the enterprise of the order, and followed by no order yet.
  static func require(_ attempt: CommandAttempt) throws(Refusal) {
    for row in rows(attempt) {
      let earlier = row["order"]?.text
      try attempt.require(
        earlier == nil, "already-done", zh: "检查 `\(row.key)` 已下达整改通知 `\(earlier ?? "")`", en: "the order `\(earlier ?? "")` followed `\(row.key)` already")
      try attempt.require(isWrong(row), "nothing-wrong", zh: "检查 `\(row.key)` 没有发现问题", en: "`\(row.key)` found nothing wrong")
      let same = [RectificationOrder.county, RectificationOrder.project, RectificationOrder.enterprise].allSatisfy { field in
        row[field.name].map { found in found == attempt[field] || (field == RectificationOrder.project && row.table.name == Inspection.schema.name && !attempt.has(field)) }
          ?? true
      }
      try attempt.require(
        same, "inspection-elsewhere", zh: "检查 `\(row.key)` 的县（区）、项目或企业与整改通知不同", en: "`\(row.key)` was of another county, estate or enterprise than the order")
    }
  }

  /// The inspections with the order's number.
  static func link(_ attempt: CommandAttempt) -> [Change] {
    let number = CaseValue.text(CaseValue.trimmed(attempt.command.subject))
    return rows(attempt).compactMap { row in row.table.field("order").map { .update(row, [($0, number)]) } }
  }

  private static func rows(_ attempt: CommandAttempt) -> [CaseRow] { fields.compactMap { attempt.first($0.name) } }

  private static func isWrong(_ row: CaseRow) -> Bool {
    switch row.table.name {
    case Inspection.schema.name: (row.number(Inspection.problems) ?? 0) > 0
    case InspectionItem.schema.name: row.flag(InspectionItem.met) == false
    default: [FireInspection.laneClear, FireInspection.exitsClear, FireInspection.facilitiesWork].contains { row.flag($0) == false }
    }
  }
}
