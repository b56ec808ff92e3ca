internal import Columns

/// County by quarter: how often something was held of what the parameter asks for.
struct QuarterGrid {
  /// Rows that count, by county and quarter; and those that were held and do not count.
  private var counted: [Int: [Quarter: [Int]]] = [:]
  private var others: [Int: [Quarter: [Int]]] = [:]

  mutating func add(_ row: Int, county: Int, on day: Day, counts: Bool) {
    if counts {
      counted[county, default: [:]][Quarter(day), default: []].append(row)
    } else {
      others[county, default: [:]][Quarter(day), default: []].append(row)
    }
  }

  static let columns: [(name: String, title: String)] = [
    ("county", "县区"), ("quarter", "季度"), ("required", "应开展"), ("held", "已开展"), ("not_counted", "不计入"), ("state", "情况"),
  ]

  /// One meeting counts in the quarter of its day and in no other.
  func write(_ schema: TableSchema, required: Int, warnDay: Int, places: Places, to sheet: inout FigureSheet) {
    for county in places.counties {
      for quarter in Quarter.ofYear(through: sheet.day) {
        let rows = counted[county]?[quarter] ?? [], rest = others[county]?[quarter] ?? []
        let passed = Int(sheet.day.ordinal) - Int(quarter.first.ordinal) + 1
        let state =
          rows.count >= required
          ? "达标" : quarter.last <= sheet.day ? "未达标" : passed >= warnDay ? "预警" : "进行中"
        sheet.add(
          [
            places.name(county), .text(quarter.text), .count(required), .count(rows.count), .count(rest.count), .text(state),
          ], Evidence(schema, rows + rest))
      }
    }
  }

  /// Everything that was held in a county.
  func rows(_ county: Int) -> [Int] { [counted, others].flatMap { $0[county]?.values.flatMap { $0 } ?? [] } }

  /// The quarters of a county that count, of those that are over on a day.
  func fulfilled(_ county: Int, required: Int, through day: Day) -> (met: Int, of: Int) {
    let over = Quarter.ofYear(through: day).filter { $0.last <= day }
    return (over.filter { (counted[county]?[$0]?.count ?? 0) >= required }.count, over.count)
  }
}
