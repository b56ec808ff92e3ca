internal import CityModel
internal import Columns

extension RuleCoverage {
  /// What orders and cuts a report: each column of its order where it decides and, but for the last, where it leaves the choice to the
  /// next; its limit where rows are left out and where none are.
  mutating func see(_ report: Report, in snapshot: Snapshot, line: ([String]) -> Int) throws {
    guard let table = report.content.table, !table.order.isEmpty || table.limit != nil else { return }
    let whole = try ReportRun(report: report, snapshot: snapshot).whole()
    let columns = table.order.map { word in (word: word, name: word.hasPrefix("-") ? String(word.dropFirst()) : word) }
    var seen = Array(repeating: Set<String>(), count: columns.count)
    for (index, a) in whole.rows.enumerated() {
      for b in whole.rows[(index + 1)...] {
        for (place, column) in columns.enumerated() {
          guard let at = whole.column(named: column.name) else { continue }
          let isEqual = a[at] == b[at]
          seen[place].insert(isEqual ? "equal" : "decides")
          if !isEqual { break }
        }
      }
    }
    // Chinese scripts write `sort` (排序).
    let key = line(["sort"]) == line([]) ? "order" : "sort"
    for (place, column) in columns.enumerated() {
      let sides = place == columns.count - 1 ? ["decides"] : ["decides", "equal"]
      see("order.\(column.name)", sides: sides, line: line([key, column.word]), seen: seen[place].filter(sides.contains))
    }
    if let limit = table.limit {
      see("limit", sides: ["reached", "not reached"], line: line(["limit"]), seen: [whole.rows.count > limit ? "reached" : "not reached"])
    }
  }
}

extension Report.Content {
  /// `nil` for a function, which orders and cuts by itself.
  fileprivate var table: ReportTable? {
    switch self {
    case .rows(let table), .groups(let table, _, _), .events(let table, _): table
    case .function: nil
    }
  }
}
