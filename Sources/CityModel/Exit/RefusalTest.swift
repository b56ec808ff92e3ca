public import Columns

/// 拒不整改 (A7, A8): whether a rectification order counts as refused, clause by clause. The deadline has passed, and the county
/// determined the refusal after a written reminder.
public struct RefusalTest {
  /// One condition; each has a field of the order that it looks at.
  public enum Clause: String, Sendable, Hashable, CaseIterable {
    case issued, overdue, determined, reminded, standing

    public var field: Field {
      switch self {
      case .issued: RectificationOrder.issuedOn
      case .overdue: RectificationOrder.deadline
      case .determined: RectificationOrder.refusedOn
      case .reminded: RectificationOrder.remindedOn
      case .standing: RectificationOrder.rectifiedOn
      }
    }
  }

  /// The days in which the refusal lies.
  public let window: ClosedRange<Day>
  /// Whether an order that was rectified since counts too.
  public let includingRectified: Bool
  public let readings: [Reading]
  private let needsDetermination: Bool
  private let needsReminder: Bool
  private let issued, deadline, done, reminded, refused: Column

  /// - Parameter window: its last day is the day that is looked from.
  public init(_ snapshot: Snapshot, window: ClosedRange<Day>, includingRectified: Bool = false) throws(RuleError) {
    self.window = window
    self.includingRectified = includingRectified
    let parameters = snapshot.rulebook.parameters
    let determination = try parameter { () throws(ParameterError) in
      try parameters.read(ExitParameters.refusalRequiresDetermination, on: window.upperBound)
    }
    let reminder = try parameter { () throws(ParameterError) in
      try parameters.read(ExitParameters.refusalRequiresReminder, on: window.upperBound)
    }
    readings = [determination.reading, reminder.reading]
    (needsDetermination, needsReminder) = (determination.value, reminder.value)
    let orders = snapshot.table(RectificationOrder.schema)
    (issued, deadline, done, reminded, refused) = try column { () throws(ColumnError) in
      try orders.load(
        RectificationOrder.deadline, RectificationOrder.rectifiedOn, RectificationOrder.remindedOn, RectificationOrder.refusedOn,
        RectificationOrder.issuedOn)
      return (
        try orders.column(RectificationOrder.issuedOn), try orders.column(RectificationOrder.deadline),
        try orders.column(RectificationOrder.rectifiedOn), try orders.column(RectificationOrder.remindedOn),
        try orders.column(RectificationOrder.refusedOn)
      )
    }
  }

  /// The test of item D14: the validity of records, whatever was rectified since.
  public static func ofScore(_ snapshot: Snapshot, on day: Day) throws(RuleError) -> (test: RefusalTest, readings: [Reading]) {
    let length = try parameter { () throws(ParameterError) in
      try snapshot.rulebook.parameters.read(CreditParameters.recordMonths, on: day)
    }
    let test = try RefusalTest(snapshot, window: day.window(months: length.value.count), includingRectified: true)
    return (test, test.readings + [length.reading])
  }

  /// The limb of the exit test: a refusal that stands.
  public static func ofExit(_ snapshot: Snapshot, on day: Day) throws(RuleError) -> (test: RefusalTest, readings: [Reading]) {
    let length = try parameter { () throws(ParameterError) in try snapshot.rulebook.parameters.read(ExitParameters.window, on: day) }
    let test = try RefusalTest(snapshot, window: day.window(months: length.value.count))
    return (test, test.readings + [length.reading])
  }

  /// The conditions that are asked, in order.
  public var clauses: [Clause] {
    var clauses: [Clause] = [.issued, .overdue, .determined]
    if needsDetermination, needsReminder { clauses.append(.reminded) }
    if !includingRectified { clauses.append(.standing) }
    return clauses
  }

  /// Whether an order meets a condition.
  public func meets(_ clause: Clause, _ row: Int) -> Bool {
    let day = window.upperBound
    switch clause {
    case .issued: return issued.day(row).map { $0 <= day } ?? true
    case .overdue: return deadline.day(row).map { $0 < day } ?? false
    case .determined:
      guard let due = deadline.day(row) else { return false }
      guard needsDetermination else { return window.contains(refused.day(row) ?? due) }
      return refused.day(row).map { window.contains($0) && $0 > due } ?? false
    case .reminded:
      guard let on = refused.day(row) else { return false }
      return reminded.day(row).map { $0 <= on } ?? false
    case .standing: return done.day(row).map { $0 > day } ?? true
    }
  }

  public func holds(_ row: Int) -> Bool { clauses.allSatisfy { meets($0, row) } }

  /// The day of a refusal: of its determination, or of the deadline where none is asked for.
  public func day(_ row: Int) -> Day? { refused.day(row) ?? deadline.day(row) }
}
