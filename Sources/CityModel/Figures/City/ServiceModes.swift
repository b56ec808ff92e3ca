internal import Columns

/// A10: 通过社区居委会暂时托管、社会组织代管、业委会（物管会）自管等方式
/// Reading: how an estate was served on a day is what the periods say that are kept, so that what was set later changes no earlier day. Parameters: none.
///
/// Of periods that cover the day the latest counts. Before the first period the estate was served as in it, as far as anybody
/// knows; where no period is kept, or one has ended with nothing behind it, the estate's own record stands.
struct ServiceModes {
  private let modes: [String?]
  /// The period of each estate that counts, if one does.
  private(set) var rows: [Int: [Int]] = [:]

  init(_ snapshot: Snapshot, _ projects: TableFacts, on day: Day) throws(RuleError) {
    let periods = try TableFacts(snapshot, ServicePeriod.schema)
    var covering: [Int: (from: Day, mode: String, row: Int)] = [:], first: [Int: (from: Day, mode: String, row: Int)] = [:]
    for row in 0..<periods.count {
      guard let project = periods.reference(ServicePeriod.project, row), let from = periods.day(ServicePeriod.startsOn, row),
        let mode = periods.text(ServicePeriod.serviceMode, row)
      else { continue }
      if first[project].map({ from < $0.from }) ?? true { first[project] = (from, mode, row) }
      guard periods.holds(row, on: day, from: ServicePeriod.startsOn, until: ServicePeriod.endedOn) else { continue }
      if covering[project].map({ from >= $0.from }) ?? true { covering[project] = (from, mode, row) }
    }
    var rows: [Int: [Int]] = [:]
    modes = (0..<projects.count).map { row in
      guard let period = covering[row] ?? first[row].flatMap({ day < $0.from ? $0 : nil }) else {
        return projects.text(Project.serviceMode, row)
      }
      rows[row] = [period.row]
      return period.mode
    }
    self.rows = rows
  }

  subscript(project: Int) -> String? { modes[project] }
}
