internal import Columns

/// A4: 实行分级定价……制定相应等级的基准价和浮动幅度。
/// Reading: levels are those of the service standard; of an even number of prices the middle one is the lower. Parameters: none.
///
/// Fees in force on the day, by county, regime and agreed level of service: how many estates, and the lowest, middle and highest
/// price; beside the base price that holds there.
public enum PriceLevels {
  public static let figure = Figure(
    name: "price-levels", title: Bilingual(zh: "收费等级分布", en: "fees by level of service"), article: "A4", cycle: .year, compute: compute)

  private struct Group: Hashable {
    var county: Int
    var regime: String
    var level: Int64?
  }

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("regime", "定价方式"), ("service_level", "服务等级"), ("estates", "项目数"), ("lowest", "最低单价"), ("middle", "中间单价"),
        ("highest", "最高单价"), ("base_price", "基准价"),
      ])
    let places = try Places(snapshot)
    let fees = try TableFacts(snapshot, ProjectFee.schema), prices = try TableFacts(snapshot, GuidedPrice.schema)
    let projects = try TableFacts(snapshot, Project.schema)
    var groups: [Group: [Int]] = [:]
    for row in 0..<fees.count where fees.holds(row, on: day, from: ProjectFee.startsOn, until: ProjectFee.endedOn) {
      guard let county = fees.reference(ProjectFee.project, row).flatMap({ projects.reference(Project.county, $0) }),
        let regime = fees.text(ProjectFee.regime, row), fees.number(ProjectFee.price, row) != nil
      else { continue }
      groups[Group(county: county, regime: regime, level: fees.number(ProjectFee.serviceLevel, row)), default: []].append(row)
    }
    for county in places.counties {
      for regime in ProjectFee.regimes.values {
        let mine = groups.filter { $0.key.county == county && $0.key.regime == regime.name }
        for (group, rows) in mine.sorted(by: { ($0.key.level ?? .max) < ($1.key.level ?? .max) }) {
          let sorted = rows.compactMap { fees.number(ProjectFee.price, $0) }.sorted()
          let base = (0..<prices.count).filter { at in
            regime.name == "guided" && group.level != nil && prices.number(GuidedPrice.serviceLevel, at) == group.level
              && prices.holds(at, on: day, from: GuidedPrice.startsOn, until: GuidedPrice.expiresOn)
              && (prices.reference(GuidedPrice.county, at).map { $0 == county } ?? true)
          }.max { prices.reference(GuidedPrice.county, $0) == nil && prices.reference(GuidedPrice.county, $1) != nil }
          sheet.add(
            [
              places.name(county), .text(regime.chinese), group.level.map { .integer($0) } ?? .empty, .count(rows.count),
              .quantity(sorted.first, Money.type), .quantity(sorted[(sorted.count - 1) / 2], Money.type), .quantity(sorted.last, Money.type),
              .quantity(base.flatMap { prices.number(GuidedPrice.basePrice, $0) }, Money.type),
            ], Evidence(ProjectFee.schema, rows), Evidence(GuidedPrice.schema, row: base))
        }
      }
    }
    return sheet.result
  }
}
