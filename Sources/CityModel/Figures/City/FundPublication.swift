internal import Columns

/// 民法典 281: 建筑物及其附属设施的维修资金的筹集、使用情况应当定期公布。
/// Reading: 定期 is at least yearly (建设部令165号 30), within the twelve months to the day. Parameters: none.
///
/// Accounts that were reconciled with the bank and published to the owners; the evidence are those that were not published.
public enum FundPublication {
  public static let figure = Figure(
    name: "fund-publication", title: Bilingual(zh: "维修资金年度公布", en: "yearly publication of the fund"), article: "A14", cycle: .year,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("accounts", "账户数"), ("reconciled", "一年内已对账"), ("published", "一年内已公布"), ("share", "公布率"), ("oldest", "最早一次公布"),
        ("never", "从未公布"),
      ])
    let places = try Places(snapshot)
    let accounts = try TableFacts(snapshot, FundAccount.schema), projects = try TableFacts(snapshot, Project.schema)
    let window = day.window(months: 12)
    for county in places.counties {
      let mine = (0..<accounts.count).filter { accounts.reference(FundAccount.project, $0).flatMap { projects.reference(Project.county, $0) } == county }
      func within(_ field: Field) -> [Int] { mine.filter { accounts.day(field, $0).map { window.contains($0) } == true } }
      let published = within(FundAccount.publishedOn)
      let dates = mine.compactMap { accounts.day(FundAccount.publishedOn, $0) }.filter { $0 <= day }
      sheet.add(
        [
          places.name(county), .count(mine.count), .count(within(FundAccount.reconciledOn).count), .count(published.count),
          .ratio(Int64(published.count), of: Int64(mine.count)), .optional(dates.min()), .count(mine.count - dates.count),
        ], Evidence(FundAccount.schema, Array(Set(mine).subtracting(published))),
        counting: [Evidence(FundAccount.schema, published)])
    }
    return sheet.result
  }
}
