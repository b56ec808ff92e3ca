import Columns

extension MonthlyText {
  /// `2026 年 9 月`; a period that is no month stays as it is.
  var period: String {
    guard let day = Day(report.period + "-01") else { return report.period }
    return language("\(day.year) 年 \(day.month) 月", "\(MonthlyText.months[day.month - 1]) \(day.year)")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `2026 年 9 月 30 日 24:00`: midnight belongs to the day that it ends.
  var dataCut: String {
    let midnight = report.dataCut.secondOfDay == 0
    let day = midnight ? report.dataCut.day.adding(days: -1) : report.dataCut.day
    let time = midnight ? "24:00" : String(report.dataCut.description.dropFirst(11))
    return language("\(day.year) 年 \(day.month) 月 \(day.dayOfMonth) 日 \(time)", "\(day) \(time)")
  }

  var draftMark: String { language("征求意见稿", "Draft policy") }

  var draftNotice: String {
    language(
      "所依据的《意见》尚为征求意见稿。本报告供预演和核对，不得作为公布、约谈或处罚的依据。",
      "The opinion on which this report rests is a draft for comments. The report serves rehearsal and checking; it is "
        + "no ground for publication, interviews or penalties.")
  }

  /// The month in two to four sentences.
  var summary: [String] {
    var sentences = [
      language(
        "本月提出红榜建议 \(report.redProposals.count) 家、黑榜建议 \(report.blackProposals.count) 家、"
          + "约谈建议 \(report.interviews.count) 项。",
        "Proposed this month: \(counted(report.redProposals.count, "enterprise")) for the red list, "
          + "\(grouped(report.blackProposals.count)) for the black list, "
          + "\(counted(report.interviews.count, "interview"))."
      )
    ]
    let total = report.total(\.closed)
    if total.whole > 0 {
      var sentence = language(
        "三天基本办结率 \(total.percent)（\(total.fraction) 件）",
        "\(total.percent) of complaints were basically closed within three days (\(total.fraction))")
      if let lowest = report.lowest(\.closed) {
        sentence += language(
          "，最低的是\(lowest.county)，\(lowest.closed.percent)（\(lowest.closed.fraction) 件）",
          "; the lowest is \(lowest.county), \(lowest.closed.percent) (\(lowest.closed.fraction))")
      }
      sentences.append(sentence + language("。", "."))
    }
    if let grades = report.grades {
      let now = grades.now
      if let published = grades.published {
        sentences.append(
          language(
            "A 级 \(now.a) 家（\(grades.publishedName)为 \(published.a) 家），"
              + "D 级 \(now.d) 家（\(grades.publishedName)为 \(published.d) 家）。",
            "Grade A: \(now.a) (\(grades.publishedName): \(published.a)). Grade D: \(now.d) "
              + "(\(grades.publishedName): \(published.d))."))
      } else {
        sentences.append(
          language("A 级 \(now.a) 家，D 级 \(now.d) 家。", "Grade A: \(now.a). Grade D: \(now.d)."))
      }
    }
    return sentences
  }

  /// What names the run, with its labels.
  var identity: [(label: String, value: String)] {
    [
      (language("数据截至", "Data cut"), dataCut),
      (language("台账位置", "Ledger position"), String(report.run.ledgerPosition)),
      (language("规则版本", "Rules revision"), report.run.rulesRevision),
      (language("参数版本", "Parameters revision"), report.run.parametersRevision),
      (language("引擎版本", "Engine version"), report.run.engineVersion),
    ]
  }

  /// `−2`, `+1.5`, `0`: points with their sign, without needless zeros.
  static func signed(_ points: Cell) -> String {
    let text = points.plain(decimals: .trimmed())
    if text.hasPrefix("-") { return "−" + text.dropFirst() }
    return text == "0" || text.isEmpty ? text : "+" + text
  }

  /// A score with two decimals, cut and not rounded.
  static func score(_ points: Cell) -> String {
    points == .empty ? "–" : points.plain(decimals: .truncated(to: 2))
  }

  /// The exact difference of two scores, where both are decimals of the same digits.
  static func change(from before: Cell, to now: Cell) -> Cell {
    guard case .decimal(let a, let digits) = before, case .decimal(let b, digits) = now else { return .empty }
    let (difference, overflow) = b.subtractingReportingOverflow(a)
    return overflow ? .empty : .decimal(units: difference, digits: digits)
  }

  /// A figure for people: thousands apart in counts, no needless zeros in points.
  static func figure(_ cell: Cell) -> String {
    switch cell {
    case .integer(let value): Chart.grouped(Int(value))
    case .decimal(_, let digits) where digits > 2: cell.plain(decimals: .truncated(to: 2))
    case .empty: "–"
    default: cell.plain
    }
  }
}

extension MonthlyReport.Share {
  /// `92.1%`, or `–` of nothing.
  var percent: String { Cell.ratio(Int64(part), of: Int64(whole)).plain }

  /// `8,123/8,820`.
  var fraction: String { "\(Chart.grouped(part))/\(Chart.grouped(whole))" }

  var isSmall: Bool { whole < MonthlyText.smallSample }

  /// Whether this share is less than another, exactly.
  func isLess(than other: MonthlyReport.Share) -> Bool {
    let a = part.multipliedFullWidth(by: other.whole)
    let b = other.part.multipliedFullWidth(by: whole)
    return a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension MonthlyReport {
  /// The share of all counties together.
  func total(_ share: KeyPath<Response, Share>) -> Share {
    responses.reduce(Share(0, of: 0)) { sum, row in
      Share(
        sum.part.addingReportingOverflow(row[keyPath: share].part).partialValue,
        of: sum.whole.addingReportingOverflow(row[keyPath: share].whole).partialValue)
    }
  }

  /// The county whose share is least, of at least two whose samples are not small; `nil` where the least are equal.
  func lowest(_ share: KeyPath<Response, Share>) -> Response? {
    let counted = responses.filter { !$0[keyPath: share].isSmall }
    guard counted.count > 1, var lowest = counted.first else { return nil }
    for row in counted.dropFirst() where row[keyPath: share].isLess(than: lowest[keyPath: share]) { lowest = row }
    let equals = counted.filter { !lowest[keyPath: share].isLess(than: $0[keyPath: share]) }
    return equals.count == 1 ? lowest : nil
  }
}
