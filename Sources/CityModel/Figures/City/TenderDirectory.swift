internal import Columns

/// A5: 必须在已备案的企业名单中选聘。……从“红榜”企业名录和信用评价A级的企业中优先选聘。
/// Reading 15, 16, 17: a directory a county, of who is filed there on the day, with what ``TenderStanding`` says for each kind of tenderer. Parameters: `tender.eligible`, `tender.banBindsDevelopers`, `list.blackScope`.
public enum TenderDirectory {
  public static let figure = Figure(
    name: "tender-directory", title: Bilingual(zh: "选聘企业名录", en: "directories of bidders"), article: "A5", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("enterprise", "企业"), ("uscc", "统一社会信用代码"), ("red", "红榜"), ("grade", "信用等级"), ("preferred", "优先选聘"),
        ("developers", "可参加建设单位招标"), ("public", "可参加机关国企招标"), ("bars", "限制"),
      ])
    _ = try sheet.read(ListParameters.tenderEligible)
    _ = try sheet.read(ListParameters.tenderBanBindsDevelopers)
    _ = try sheet.read(ListParameters.blackScope)
    let places = try Places(snapshot)
    let standing = try TenderEligibility.Standing(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    for county in places.counties {
      for firm in 0..<enterprises.count where standing.isFiled(firm, county: county, on: day) {
        let developer = try standing.judge(firm, county: county, tenderer: "developer", on: day)
        let institution = try standing.judge(firm, county: county, tenderer: "public institution", on: day)
        var bars: [String] = []
        for bar in (institution.bars + developer.bars + developer.warnings).map(\.zh) where !bars.contains(bar) { bars.append(bar) }
        sheet.add(
          [
            places.name(county), .optional(enterprises.text(Enterprise.name, firm)), .optional(enterprises.text(Enterprise.uscc, firm)),
            .yes(standing.isRed(firm, on: day)), .optional(standing.grade(firm, on: day)), .yes(developer.isPreferred),
            .yes(developer.isEligible), .yes(institution.isEligible), .text(bars.joined(separator: "；")),
          ], standing.basis(firm, county: county, on: day))
      }
    }
    return sheet.result
  }
}
