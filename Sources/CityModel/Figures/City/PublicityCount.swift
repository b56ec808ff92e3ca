internal import Columns

/// A18: 各有关部门和新闻媒体要采取多种形式，加强物业管理工作宣传力度
/// Reading: the text sets no number; activities of the calendar year, and in how many forms. Parameters: none.
///
/// By county, up to the day, and whom they reached.
public enum PublicityCount {
  public static let figure = Figure(
    name: "publicity", title: Bilingual(zh: "宣传活动", en: "publicity"), article: "A18", cycle: .year, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day, [("county", "县区"), ("activities", "次数"), ("forms", "形式数"), ("reached", "受众人数")])
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, PublicityActivity.schema)
    for county in places.counties {
      let rows = (0..<table.count).filter { row in
        table.reference(PublicityActivity.county, row) == county
          && table.day(PublicityActivity.activityOn, row).map { $0.year == day.year && $0 <= day } == true
      }
      let reached = rows.reduce(Int64(0)) { sum, row in
        sum.addingReportingOverflow(max(0, table.number(PublicityActivity.reached, row) ?? 0)).partialValue
      }
      sheet.add(
        [
          places.name(county), .count(rows.count), .count(Set(rows.compactMap { table.text(PublicityActivity.form, $0) }).count),
          .integer(reached),
        ], Evidence(PublicityActivity.schema, rows))
    }
    return sheet.result
  }
}
