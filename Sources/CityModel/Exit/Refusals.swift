internal import Columns

/// A8: 且拒不整改 A7: 整改不及时的物业服务企业
/// Reading 8: an order past its deadline that the county, after one reminder in writing, determined to be refused. Parameters: `refusal.requiresDetermination`, `refusal.requiresReminder`.
struct Refusals {
  /// Rows of orders by enterprise.
  private(set) var refused: [Int: [UInt32]] = [:]
  private(set) var looked: [Int: Int] = [:]
  private var days: [UInt32: Day] = [:]
  let readings: [Reading]

  /// The day of a refusal: of its determination, or of the deadline where none is asked for.
  func day(of order: UInt32) -> Day? { days[order] }

  /// The refusals that stand on `day`, or all that were determined in the window where `includingRectified`.
  ///
  /// - Parameter key: the group of an enterprise and the county of its order, or `nil` to leave it out.
  init(
    _ snapshot: Snapshot, window: ClosedRange<Day>, includingRectified: Bool = false, key: (Int, UInt32) -> Int?
  ) throws(RuleError) {
    let parameters = snapshot.rulebook.parameters
    let day = window.upperBound
    let determination = try parameter { () throws(ParameterError) in
      try parameters.read(ExitParameters.refusalRequiresDetermination, on: day)
    }
    let reminder = try parameter { () throws(ParameterError) in
      try parameters.read(ExitParameters.refusalRequiresReminder, on: day)
    }
    readings = [determination.reading, reminder.reading]
    let orders = snapshot.table(RectificationOrder.schema)
    try column { () throws(ColumnError) in
      try orders.load(
        RectificationOrder.enterprise, RectificationOrder.county, RectificationOrder.deadline,
        RectificationOrder.rectifiedOn,
        RectificationOrder.remindedOn, RectificationOrder.refusedOn, RectificationOrder.issuedOn)
      let enterprise = try orders.column(RectificationOrder.enterprise)
      let county = try orders.references(RectificationOrder.county)
      let deadline = try orders.column(RectificationOrder.deadline)
      let done = try orders.column(RectificationOrder.rectifiedOn)
      let reminded = try orders.column(RectificationOrder.remindedOn)
      let refused = try orders.column(RectificationOrder.refusedOn)
      let issued = try orders.column(RectificationOrder.issuedOn)
      for row in 0..<orders.count {
        guard let by = enterprise.reference(row), let group = key(by, county[row]), let due = deadline.day(row),
          issued.day(row).map({ $0 <= day }) ?? true
        else { continue }
        looked[group, default: 0] += 1
        let stands = includingRectified || (done.day(row).map { $0 > day } ?? true)
        guard stands, due < day else { continue }
        let decided = refused.day(row)
        if determination.value {
          guard let decided, window.contains(decided), decided > due else { continue }
          if reminder.value, !(reminded.day(row).map { $0 <= decided } ?? false) { continue }
        } else {
          guard window.contains(decided ?? due) else { continue }
        }
        self.refused[group, default: []].append(UInt32(truncatingIfNeeded: row))
        days[UInt32(truncatingIfNeeded: row)] = decided ?? due
      }
    }
  }
}
