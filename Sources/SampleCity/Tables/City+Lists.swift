internal import CityModel
internal import Columns

/// The red and black lists of the past year, and the grades that were published.
extension City {
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
            (ListEntry.number, "BD-\(padded(serial + 1, 4))"),
            (ListEntry.enterprise, enterprises[item.enterprise].uscc),
            (ListEntry.county, geography.counties[item.county].code), (ListEntry.list, item.entry.list),
            (ListEntry.reason, item.entry.reason), (ListEntry.noticedOn, item.entry.noticed.description),
            (ListEntry.decidedOn, item.entry.decided.description),
            (ListEntry.document, document(item.county, item.entry.decided, 20 + serial % 70)),
            (ListEntry.minimumUntil, item.entry.minimum.description),
            (ListEntry.maximumUntil, item.entry.maximum.description),
            (ListEntry.removedOn, known(item.entry.removed).text),
          ])
      }
  }

  /// Of the best some have been on the red list, of the poor some on the black one; nobody on both.
  private func entry(of enterprise: Int) -> Story.Entry? {
    var draws = Draws(seed, .list, enterprise)
    let month = on(cut.year, cut.month, 1).adding(months: -draws.within(2, 13))
    let decided = month.adding(days: draws.within(3, 9)).office
    // Three weeks hold the five working days of statement and defence, whatever holiday falls into them.
    let notice = decided.adding(days: -draws.within(19, 23)).office
    switch enterprises[enterprise].quality {
    case .excellent where grade(of: enterprise, in: 2025)?.grade == "A" && draws.chance(620):
      let removed = draws.chance(400) ? decided.adding(days: draws.within(60, 200)).office : nil
      return Story.Entry(
        list: "red", reason: "上年度信用等级A级，满意度达标，无超期投诉", noticed: notice, decided: decided,
        minimum: decided.adding(months: 1), maximum: decided.adding(months: 12), removed: removed)
    case .poor where draws.chance(450), .awful where draws.chance(340):
      let removed = draws.chance(700) ? decided.adding(months: 3).adding(days: draws.within(5, 60)).office : nil
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
