internal import Columns

/// A17: 县（区）政府对获得省级以上表彰的物业服务企业和个人，可使用财政资金给予适当的奖励。
/// Reading: 以上 includes the province (Civil Code 1259); a commendation is a ground for so many months; 可 leaves it to the county. Parameters: `award.months`.
///
/// An award that cites a lower commendation, or one of a county or department, is marked.
public enum AwardEligibility {
  public static let figure = Figure(
    name: "award-eligibility", title: Bilingual(zh: "奖励资格", en: "eligibility for awards"), article: "A17", cycle: .year, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("recipient", "表彰对象"), ("level", "表彰级别"), ("commended_on", "表彰日期"), ("eligible", "可予奖励"),
        ("awarded", "已奖励金额"), ("conflict", "奖励依据不足"),
      ])
    let months = try sheet.read(DutyParameters.awardMonths)
    let window = day.window(months: months.count)
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, Commendation.schema), awards = try TableFacts(snapshot, Award.schema)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    for row in 0..<table.count {
      guard let on = table.day(Commendation.commendedOn, row), on <= day else { continue }
      let granted = (0..<awards.count).filter {
        awards.reference(Award.commendation, $0) == row && awards.day(Award.grantedOn, $0).map { $0 <= day } == true
      }
      let kind = table.text(Commendation.recipientKind, row), level = table.text(Commendation.level, row)
      // 省级以上 and 企业和个人.
      let isEligible = ["national", "province"].contains(level) && ["enterprise", "person"].contains(kind)
      // Beyond the months only those are shown on which an award rests.
      guard window.contains(on) || !granted.isEmpty else { continue }
      let amount = granted.reduce(Int64(0)) { $0.addingReportingOverflow(awards.number(Award.amount, $1) ?? 0).partialValue }
      let name = table.reference(Commendation.enterprise, row).flatMap { enterprises.text(Enterprise.name, $0) }
      let county = table.reference(Commendation.county, row) ?? granted.first.flatMap { awards.reference(Award.county, $0) }
      sheet.add(
        [
          places.name(county), .optional(table.text(Commendation.number, row)),
          .optional(
            name ?? table.text(Commendation.person, row) ?? table.text(Commendation.department, row)
              ?? table.chinese(Commendation.recipientKind, row)), .optional(table.chinese(Commendation.level, row)),
          .day(on), .yes(isEligible), granted.isEmpty ? .empty : .quantity(amount, Money.type),
          .yes(!isEligible && !granted.isEmpty),
        ], Evidence(Commendation.schema, row: row), Evidence(Award.schema, granted))
    }
    return sheet.result
  }
}
