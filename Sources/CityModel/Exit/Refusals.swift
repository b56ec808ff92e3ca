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

  /// The refusals that stand on the window's last day, or all that were determined in it where `includingRectified`.
  ///
  /// - Parameter key: the group of an enterprise and the county of its order, or `nil` to leave it out.
  init(
    _ snapshot: Snapshot, window: ClosedRange<Day>, includingRectified: Bool = false, key: (Int, UInt32) -> Int?
  ) throws(RuleError) {
    let test = try RefusalTest(snapshot, window: window, includingRectified: includingRectified)
    readings = test.readings
    let orders = snapshot.table(RectificationOrder.schema)
    try column { () throws(ColumnError) in
      try orders.load(RectificationOrder.enterprise, RectificationOrder.county)
      let enterprise = try orders.column(RectificationOrder.enterprise)
      let county = try orders.references(RectificationOrder.county)
      let deadline = try orders.column(RectificationOrder.deadline)
      for row in 0..<orders.count {
        guard let by = enterprise.reference(row), let group = key(by, county[row]), deadline.day(row) != nil, test.meets(.issued, row)
        else { continue }
        looked[group, default: 0] += 1
        guard test.holds(row) else { continue }
        refused[group, default: []].append(UInt32(truncatingIfNeeded: row))
        days[UInt32(truncatingIfNeeded: row)] = test.day(row)
      }
    }
  }
}
