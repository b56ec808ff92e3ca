internal import CityModel
internal import Columns

/// What the counties decided: rectification orders, the credit file, the lists, the grades of the years before.
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
        let issued = cut.adding(days: -draws.within(6, 330))
        let deadline = issued.adding(days: draws.pick([7, 10, 15, 15, 30]))
        var order = Story.Order(issued: issued, deadline: deadline)
        if draws.chance(quality <= .middling ? 955 : quality == .poor ? 860 : 600) {
          let late = draws.chance(quality <= .middling ? 60 : 300)
          order.rectified = late ? deadline.adding(days: draws.within(2, 20)) : deadline.adding(days: -draws.within(0, 6))
          if late { order.reminded = deadline.adding(days: 1) }
        } else if quality >= .poor {
          order.reminded = deadline.adding(days: draws.within(2, 7))
          // A determination stays rare: it is half of the exit test.
          if quality == .awful, draws.chance(600) { order.refused = deadline.adding(days: draws.within(14, 30)) }
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
        let decided = cut.adding(days: -draws.within(12, 400))
        told.append((enterprise, draws.pick(estates), .init(item: item, variant: variant, decided: decided)))
      }
      add("G01", "provincial", perMille: [70, 5, 0, 0, 0])
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
    return told.sorted { ($0.credit.decided, $0.enterprise, $0.credit.item) < ($1.credit.decided, $1.enterprise, $1.credit.item) }
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

  func listRecords() -> [Record] {
    var told: [(enterprise: Int, county: Int, entry: Story.Entry)] = []
    for (enterprise, estates) in portfolios().enumerated() {
      guard let first = estates.first else { continue }
      if let story = enterprises[enterprise].story {
        for entry in Story.all[story].entries { told.append((enterprise, projects[first].county, entry)) }
        continue
      }
      if let entry = entry(of: enterprise) { told.append((enterprise, projects[first].county, entry)) }
    }
    return told.sorted { ($0.entry.decided, $0.enterprise) < ($1.entry.decided, $1.enterprise) }
      .filter { known($0.entry.decided) != nil }.enumerated().map { serial, item in
        Record(
          ListEntry.schema,
          [
            (ListEntry.number, "BD-\(padded(serial + 1, 4))"), (ListEntry.enterprise, enterprises[item.enterprise].uscc),
            (ListEntry.county, geography.counties[item.county].code), (ListEntry.list, item.entry.list),
            (ListEntry.reason, item.entry.reason), (ListEntry.noticedOn, item.entry.noticed.description),
            (ListEntry.decidedOn, item.entry.decided.description),
            (ListEntry.document, document(item.county, item.entry.decided, 20 + serial % 70)),
            (ListEntry.minimumUntil, item.entry.minimum.description),
            (ListEntry.maximumUntil, item.entry.maximum.description), (ListEntry.removedOn, known(item.entry.removed).text),
          ])
      }
  }

  /// Of the best some have been on the red list, of the poor some on the black one; nobody on both.
  private func entry(of enterprise: Int) -> Story.Entry? {
    var draws = Draws(seed, .list, enterprise)
    let month = on(cut.year, cut.month, 1).adding(months: -draws.within(2, 13))
    let decided = month.adding(days: draws.within(3, 9))
    let notice = decided.adding(days: -draws.within(9, 14))
    switch enterprises[enterprise].quality {
    case .excellent where grade(of: enterprise, in: 2025)?.grade == "A" && draws.chance(620):
      let removed = draws.chance(400) ? decided.adding(days: draws.within(60, 200)) : nil
      return Story.Entry(
        list: "red", reason: "上年度信用等级A级，满意度达标，无超期投诉", noticed: notice, decided: decided,
        minimum: decided.adding(months: 1), maximum: decided.adding(months: 12), removed: removed)
    case .poor where draws.chance(450), .awful where draws.chance(340):
      let removed = draws.chance(700) ? decided.adding(months: 3).adding(days: draws.within(5, 60)) : nil
      return Story.Entry(
        reason: draws.pick(["两次拒不整改", "服务质量严重不达标", "侵占公共收益经查实", "行政处罚情节严重"]), noticed: notice,
        decided: decided, minimum: decided.adding(months: 3), maximum: decided.adding(months: 12), removed: removed)
    default: return nil
    }
  }

  /// The grade of a year before, in tenths of a point; none for who did not serve then.
  func grade(of enterprise: Int, in year: Int) -> (grade: String, tenths: Int)? {
    if let story = enterprises[enterprise].story {
      guard let grade = Story.all[story].grade, Story.all[story].since < on(year, 10, 1) else { return nil }
      return year == 2025 ? grade : (grade.grade, grade.tenths + 3)
    }
    let since = enterprises[enterprise].since
    guard since < on(year, 12, 31) else { return nil }
    guard since < on(year, 10, 1) else { return ("unrated", 800) }
    // One number for the firm and a little luck for the year.
    var draws = Draws(seed, .grade, enterprise)
    let quality = enterprises[enterprise].quality
    let usual = quality.lowestScore * 10 + 5 * draws.below(quality.scoreRange * 2 + 1)
    let luck = year == 2025 ? 0 : 5 * draws.within(-4, 4)
    let tenths = min(1000, max(0, usual + luck))
    return (tenths >= 900 ? "A" : tenths >= 750 ? "B" : tenths >= 600 ? "C" : "D", tenths)
  }

  func gradeRecords() -> [Record] {
    [(2024, on(2025, 3, 18)), (2025, on(2026, 3, 16))].flatMap { year, published -> [Record] in
      guard known(published) != nil else { return [] }
      return enterprises.indices.compactMap { enterprise in
        guard let (grade, tenths) = grade(of: enterprise, in: year) else { return nil }
        return Record(
          PublishedGrade.schema,
          [
            (PublishedGrade.enterprise, enterprises[enterprise].uscc), (PublishedGrade.year, String(year)),
            (PublishedGrade.grade, grade),
            (PublishedGrade.score, Points(thousandths: Int64(tenths) * 100).description),
            (PublishedGrade.publishedOn, published.description),
          ])
      }
    }
  }
}
