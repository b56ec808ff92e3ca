internal import Columns

/// A4: 制定相应等级的基准价和浮动幅度。……超出政府指导价制定价格
/// Reading: guided prices bind preliminary service of ordinary housing; a county's own table goes before the city's; ``GuidedPriceLimit`` is the most. Parameters: none.
///
/// A guided fee in force on the day against the table of its level. Estates whose regime is guided and that no table covers are listed
/// as such.
public enum OverPriceList {
  public static let figure = Figure(
    name: "over-price", title: Bilingual(zh: "超指导价清单", en: "fees above the guided price"), article: "A4", cycle: .month, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("project", "项目"), ("service_level", "服务等级"), ("price", "收费单价"), ("base_price", "基准价"),
        ("float_up", "上浮幅度%"), ("ceiling", "最高限价"), ("state", "情况"),
      ])
    let places = try Places(snapshot)
    let fees = try TableFacts(snapshot, ProjectFee.schema), prices = try TableFacts(snapshot, GuidedPrice.schema)
    let projects = try TableFacts(snapshot, Project.schema)
    for row in 0..<fees.count
    where fees.text(ProjectFee.regime, row) == "guided"
      && fees.holds(row, on: day, from: ProjectFee.startsOn, until: ProjectFee.endedOn)
    {
      guard let project = fees.reference(ProjectFee.project, row), let price = fees.number(ProjectFee.price, row) else { continue }
      let county = projects.reference(Project.county, project)
      let level = fees.number(ProjectFee.serviceLevel, row)
      let table = (0..<prices.count).filter { at in
        level != nil && prices.number(GuidedPrice.serviceLevel, at) == level
          && prices.holds(at, on: day, from: GuidedPrice.startsOn, until: GuidedPrice.expiresOn)
          && (prices.reference(GuidedPrice.county, at).map { $0 == county } ?? true)
      }.max { a, b in
        // The county's own table goes before the city's, the later before the earlier.
        let (x, y) = (prices.reference(GuidedPrice.county, a) != nil, prices.reference(GuidedPrice.county, b) != nil)
        return x != y ? !x : (prices.day(GuidedPrice.startsOn, a) ?? day) < (prices.day(GuidedPrice.startsOn, b) ?? day)
      }
      let base = table.flatMap { prices.number(GuidedPrice.basePrice, $0) }
      let float = table.flatMap { prices.number(GuidedPrice.floatUp, $0) }
      guard let limit = GuidedPriceLimit(base: base, float: float) else {
        sheet.add(
          [
            places.name(county), .optional(projects.text(Project.name, project)), level.map { .integer($0) } ?? .empty,
            .quantity(price, Money.type), .empty, .empty, .empty, "无对应价目",
          ], Evidence(ProjectFee.schema, row: row))
        continue
      }
      guard limit.isExceeded(by: price) else { continue }
      sheet.add(
        [
          places.name(county), .optional(projects.text(Project.name, project)), level.map { .integer($0) } ?? .empty,
          .quantity(price, Money.type), .quantity(base, Money.type), .quantity(float, Percentage.type),
          .quantity(limit.ceiling, Money.type), "超出",
        ], Evidence(ProjectFee.schema, row: row), Evidence(GuidedPrice.schema, row: table))
    }
    return sheet.result
  }
}
