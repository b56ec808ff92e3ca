internal import CityModel
internal import Columns

/// What the counties decided: rectification orders and the credit file.
extension City {
  /// The estates that an enterprise serves at the cut.
  func portfolios() -> [[Int]] {
    var portfolios: [[Int]] = enterprises.map { _ in [] }
    for (position, project) in projects.enumerated() {
      if let last = project.tenures.last, last.ended == nil { portfolios[last.enterprise].append(position) }
    }
    return portfolios
  }

  /// `潞州住建〔2026〕31号`.
  func document(_ county: Int, _ day: Day, _ serial: Int) -> String {
    "\(geography.counties[county].bureau)〔\(day.year)〕\(serial)号"
  }

  func orderRecords() -> [Record] {
    var told: [(enterprise: Int, project: Int, order: Story.Order)] = []
    for (enterprise, estates) in portfolios().enumerated() {
      guard let first = estates.first else { continue }
      if let story = enterprises[enterprise].story {
        for order in Story.all[story].orders { told.append((enterprise, first, order)) }
        continue
      }
      let quality = enterprises[enterprise].quality
      var draws = Draws(seed, .order, enterprise)
      for _ in 0..<draws.within(quality == .awful ? 2 : 0, [0, 1, 2, 3, 4][quality.rawValue]) {
        let issued = cut.adding(days: -draws.within(6, 400)).office
        let deadline = issued.adding(days: draws.pick([7, 10, 15, 15, 30]))
        var order = Story.Order(issued: issued, deadline: deadline)
        if draws.chance(quality <= .middling ? 955 : quality == .poor ? 860 : 600) {
          let late = draws.chance(quality <= .middling ? 60 : 300)
          order.rectified =
            late ? deadline.adding(days: draws.within(4, 20)).office : deadline.adding(days: -draws.within(0, 6))
          if late { order.reminded = min(deadline.adding(days: 1).office, order.rectified ?? deadline) }
        } else if quality >= .poor {
          order.reminded = deadline.adding(days: draws.within(2, 7)).office
          // A determination stays rare: it is half of the exit test.
          if quality == .awful, draws.chance(600) { order.refused = deadline.adding(days: draws.within(18, 34)).office }
        }
        told.append((enterprise, draws.pick(estates), order))
      }
    }
    return told.sorted { ($0.order.issued, $0.enterprise) < ($1.order.issued, $1.enterprise) }
      .filter { known($0.order.issued) != nil }.enumerated().map { serial, item in
        Record(
          RectificationOrder.schema,
          [
            (RectificationOrder.number, "ZG-\(padded(serial + 1, 5))"),
            (RectificationOrder.enterprise, enterprises[item.enterprise].uscc),
            (RectificationOrder.project, projects[item.project].code),
            (RectificationOrder.county, geography.counties[projects[item.project].county].code),
            (RectificationOrder.issuedOn, item.order.issued.description),
            (RectificationOrder.deadline, item.order.deadline.description),
            (RectificationOrder.rectifiedOn, known(item.order.rectified).text),
            (RectificationOrder.remindedOn, known(item.order.reminded).text),
            (RectificationOrder.refusedOn, known(item.order.refused).text),
          ])
      }
  }

  /// Items that come from inspections and decisions; what follows from complaints and dates is never recorded here.
  func creditRecords() -> [Record] {
    var told: [(enterprise: Int, project: Int, credit: Story.Credit)] = []
    for (enterprise, estates) in portfolios().enumerated() {
      guard let first = estates.first else { continue }
      if let story = enterprises[enterprise].story {
        for credit in Story.all[story].credits { told.append((enterprise, first, credit)) }
        continue
      }
      let quality = enterprises[enterprise].quality
      var draws = Draws(seed, .credit, enterprise)
      func add(_ item: String, _ variant: String? = nil, perMille: [Int]) {
        guard draws.chance(perMille[quality.rawValue]) else { return }
        let decided = cut.adding(days: -draws.within(12, 400)).office
        told.append((enterprise, draws.pick(estates), .init(item: item, variant: variant, decided: decided)))
      }
      add("G01", "province", perMille: [70, 5, 0, 0, 0])
      add("G01", "city", perMille: [220, 30, 0, 0, 0])
      add("G01", "county", perMille: [420, 110, 20, 0, 0])
      add("G04", "takeover", perMille: [330, 130, 60, 10, 0])
      add("G06", perMille: [380, 170, 50, 10, 0])
      add("G08", perMille: [520, 240, 70, 10, 0])
      for _ in 0..<draws.below([2, 3, 4, 5, 6][quality.rawValue]) { add("D05", perMille: [300, 500, 800, 900, 950]) }
      add("D06", perMille: [5, 60, 160, 380, 500])
      add("D07", perMille: [0, 8, 40, 110, 260])
      add("D15", "interview", perMille: [0, 15, 110, 350, 600])
      add("D15", "circular", perMille: [0, 4, 40, 160, 380])
      add("D16", perMille: [0, 20, 70, 140, 250])
      add("D17", perMille: [0, 0, 12, 40, 120])
      add("D18", "minor", perMille: [0, 8, 40, 110, 180])
      add("D18", "general", perMille: [0, 0, 12, 70, 150])
      add("D19", perMille: [5, 25, 80, 120, 200])
    }
    return told.sorted {
      ($0.credit.decided, $0.enterprise, $0.credit.item) < ($1.credit.decided, $1.enterprise, $1.credit.item)
    }
    .filter { known($0.credit.decided) != nil }.enumerated().map { serial, item in
      let county = projects[item.project].county
      return Record(
        CreditRecord.schema,
        [
          (CreditRecord.number, "XY-\(padded(serial + 1, 5))"),
          (CreditRecord.enterprise, enterprises[item.enterprise].uscc),
          (CreditRecord.project, projects[item.project].code),
          (CreditRecord.county, geography.counties[county].code), (CreditRecord.item, item.credit.item),
          (CreditRecord.variant, item.credit.variant), (CreditRecord.decidedOn, item.credit.decided.description),
          (CreditRecord.document, document(county, item.credit.decided, 100 + serial % 800)),
        ])
    }
  }
}
