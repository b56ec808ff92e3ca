internal import CityModel
internal import Columns

/// What estates show: their boards and the accounts of common revenue.
extension City {
  func disclosureRecords() -> [Record] {
    var rows = Rows(DisclosureItem.schema, "GS")
    for (position, project) in projects.enumerated() {
      guard let tenure = serving(project), known(tenure.from) != nil else { continue }
      var draws = Draws(seed, .board, position)
      let kept = project.story != nil ? 1000 : [995, 975, 930, 800, 640][quality(tenure).rawValue]
      for kind in DisclosureItem.kinds.dictionary where kind != "common revenue" {
        guard draws.chance(kept) else { continue }
        let posted = tenure.from.adding(days: draws.chance(kept) ? draws.within(0, 25) : draws.within(35, 120))
        guard known(posted) != nil else { continue }
        let updated = draws.chance(600) ? known(max(posted, ago(draws.within(5, 300)))).text : nil
        // The ways to complain belong at three places (A13), of which the careless leave out some.
        let places = kind == "complaint channels" ? ["notice board", "unit entrance", "lift interior"] : ["notice board"]
        for place in places where place == "notice board" || draws.chance(kept) {
          rows.add([
            (DisclosureItem.project, project.code), (DisclosureItem.kind, kind), (DisclosureItem.place, place),
            (DisclosureItem.postedOn, posted.description), (DisclosureItem.updatedOn, updated),
          ])
        }
      }
    }
    return rows.records
  }

  func revenueRecords() -> [Record] {
    var rows = Rows(CommonRevenueStatement.schema, "SY")
    for (position, project) in projects.enumerated() {
      for year in [cut.year - 2, cut.year - 1, cut.year] {
        var draws = Draws(seed, .board, 1_000_000_000 + position * 8 + year % 8)
        guard let from = Day(year: year, month: 1, day: 1), let until = Day(year: year, month: 12, day: 31),
          let by = project.enterprise(on: min(until, ago(1))), let first = project.tenures.first?.from, first <= until
        else { continue }
        let told = project.story != nil
        // The best publish every quarter, some every half-year, most once.
        let parts = !told && enterprises[by].quality == .excellent && draws.chance(350) ? 4 : draws.chance(120) ? 2 : 1
        let late = !told && !draws.chance([985, 940, 850, 620, 420][enterprises[by].quality.rawValue])
        let never = late && draws.chance(600)
        let income = Int64(project.households) * Int64(draws.within(40, 260)) * 100 / Int64(parts)
        for part in 0..<parts where !never {
          let start = from.adding(months: part * 12 / parts)
          let end = from.adding(months: (part + 1) * 12 / parts).adding(days: -1)
          let published = end.adding(days: late ? draws.within(95, 200) : draws.within(12, 80))
          guard known(published) != nil, end >= first else { continue }
          let cost = income * Int64(draws.within(15, 60)) / 100
          rows.add([
            (CommonRevenueStatement.project, project.code), (CommonRevenueStatement.enterprise, enterprises[by].uscc),
            (CommonRevenueStatement.coversFrom, start.description), (CommonRevenueStatement.coversUntil, end.description),
            (CommonRevenueStatement.income, yuan(fen: income)), (CommonRevenueStatement.cost, yuan(fen: cost)),
            (CommonRevenueStatement.surplus, yuan(fen: income - cost)), (CommonRevenueStatement.publishedOn, published.description),
          ])
        }
      }
    }
    return rows.records
  }
}
