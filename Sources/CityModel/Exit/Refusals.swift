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

  /// The refusals that stand on the window's last day, or all that were determined in the window where `includingRectified`.
  ///
  /// - Parameter key: the group of an enterprise and the county of its order, or `nil` to leave it out.
  init(
    _ snapshot: Snapshot, window: ClosedRange<Day>, includingRectified: Bool = false, key: (Int, UInt32) -> Int?
  ) throws(RuleError) {
    let terms = try parameter { () throws(ParameterError) in try Terms(snapshot.rulebook.parameters, window) }
    readings = terms.readings
    let orders = snapshot.table(RectificationOrder.schema)
    try column { () throws(ColumnError) in
      try orders.load(
        RectificationOrder.enterprise, RectificationOrder.county, RectificationOrder.deadline, RectificationOrder.rectifiedOn,
        RectificationOrder.remindedOn, RectificationOrder.refusedOn, RectificationOrder.issuedOn)
      let enterprise = try orders.column(RectificationOrder.enterprise)
      let county = try orders.references(RectificationOrder.county)
      let issued = try orders.column(RectificationOrder.issuedOn)
      let deadline = try orders.column(RectificationOrder.deadline)
      let rectified = try orders.column(RectificationOrder.rectifiedOn)
      let reminded = try orders.column(RectificationOrder.remindedOn)
      let determined = try orders.column(RectificationOrder.refusedOn)
      for row in 0..<orders.count {
        guard let by = enterprise.reference(row), let group = key(by, county[row]), let due = deadline.day(row),
          issued.day(row).map({ $0 <= terms.day }) ?? true
        else { continue }
        looked[group, default: 0] += 1
        let order = Order(
          deadline: due, rectified: rectified.day(row), reminded: reminded.day(row), determined: determined.day(row))
        guard includingRectified || !order.isRectified(on: terms.day), let day = terms.refusal(of: order) else { continue }
        refused[group, default: []].append(UInt32(truncatingIfNeeded: row))
        days[UInt32(truncatingIfNeeded: row)] = day
      }
    }
  }

  /// The days of a rectification order.
  private struct Order {
    var deadline: Day
    var rectified: Day?
    /// Of the written reminder.
    var reminded: Day?
    /// On which the county determined the refusal.
    var determined: Day?

    func isRectified(on day: Day) -> Bool { rectified.map { $0 <= day } ?? false }
  }

  /// What makes an order a refused one, in the days that are looked at.
  private struct Terms {
    private let determination: Dated<Bool>
    private let reminder: Dated<Bool>
    private let window: ClosedRange<Day>

    init(_ parameters: Parameters, _ window: ClosedRange<Day>) throws(ParameterError) {
      determination = try parameters.read(ExitParameters.refusalRequiresDetermination, on: window.upperBound)
      reminder = try parameters.read(ExitParameters.refusalRequiresReminder, on: window.upperBound)
      self.window = window
    }

    var day: Day { window.upperBound }
    var readings: [Reading] { [determination.reading, reminder.reading] }

    /// The day of the refusal; `nil` where the order is not refused.
    func refusal(of order: Order) -> Day? {
      guard order.deadline < day else { return nil }
      guard determination.value else {
        let passed = order.determined ?? order.deadline
        return window.contains(passed) ? passed : nil
      }
      // After the deadline, and after the reminder.
      guard let determined = order.determined, determined > order.deadline, window.contains(determined) else { return nil }
      let isReminded = order.reminded.map { $0 <= determined } ?? false
      return isReminded || !reminder.value ? determined : nil
    }
  }
}
