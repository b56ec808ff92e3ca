public import Columns

/// In which direction a parameter becomes stricter: a district may go that way and no other (DESIGN D10).
public enum Strictness: String, Sendable, Hashable, CaseIterable {
  /// Less time, a smaller amount, an earlier day.
  case lower
  /// A larger share, more often.
  case higher
}

extension ParameterDescription {
  /// `nil` for what the city alone decides.
  public var strictness: Strictness? { Strictness.table[name] }
}

extension Strictness {
  /// The parameters that a district may tighten. Grades, lists of items and the exit test are the city's alone.
  static let table: [String: Strictness] = {
    let lower = [
      ClockParameters.assign.name, ClockParameters.preliminary.name, ClockParameters.closeDays.name, CreditParameters.contractDays.name,
      DutyParameters.commonRevenueDue.name, ListParameters.redShare.name, FundParameters.smallMax.name, FundParameters.smallYearMax.name,
      FundParameters.emergencyAdvance.name, FundParameters.generalAdvance.name, FundParameters.auditFreeMax.name,
      FundParameters.overrunRatio.name, FundParameters.overrunMin.name, FundParameters.streetReviewWorkdays.name,
      FundParameters.smallReviewWorkdays.name, FundParameters.generalReviewWorkdays.name, FundParameters.decisionWorkdays.name,
      FundParameters.payWorkdays.name,
    ]
    let higher = [
      DutyParameters.countyStaff.name, DutyParameters.streetStaff.name, DutyParameters.conferencesPerQuarter.name,
      DutyParameters.enforcementPerQuarter.name, DutyParameters.commonRevenuePerYear.name, ListParameters.redScore.name,
      ListParameters.redSatisfaction.name, ListParameters.redCleanMonths.name, ListParameters.redPromptMonths.name,
      FundParameters.emergencyReserve.name, FundParameters.topUpBelow.name, FundParameters.publicityDays.name,
    ]
    var table: [String: Strictness] = [:]
    for name in lower { table[name] = .lower }
    for name in higher { table[name] = .higher }
    return table
  }()

  /// Whether `value` is stricter than `city`: below zero when it is looser, 0 when equal; `nil` for values of different kinds.
  public func compare(_ value: ParameterValue, with city: ParameterValue) -> Int? {
    guard let order = Strictness.order(value, city) else { return nil }
    return self == .higher ? order : -order
  }

  private static func order(_ a: ParameterValue, _ b: ParameterValue) -> Int? {
    func sign<Value: Comparable>(_ x: Value, _ y: Value) -> Int { x == y ? 0 : x < y ? -1 : 1 }
    return switch (a, b) {
    case (.integer(let x), .integer(let y)): sign(x, y)
    case (.points(let x), .points(let y)): sign(x, y)
    case (.money(let x), .money(let y)): sign(x.fen, y.fen)
    case (.elapsed(let x), .elapsed(let y)): sign(x, y)
    case (.months(let x), .months(let y)): sign(x, y)
    case (.monthDay(let x), .monthDay(let y)): sign(x.month * 100 + x.day, y.month * 100 + y.day)
    case (.ratio(let x), .ratio(let y)): y.compare(x.part, of: x.whole)
    default: nil
    }
  }
}

extension Parameters {
  /// These parameters with one more value of a parameter known by name; it replaces one that begins on the same day.
  public func setting(
    _ name: String, to value: ParameterValue, from day: Day, to last: Day? = nil, source: String, mark: ParameterMark
  ) -> Parameters {
    var list = history(name).filter { $0.from != day }
    // What held before holds again afterwards.
    if let last, let before = list.last(where: { $0.from <= last }), !list.contains(where: { $0.from == last.adding(days: 1) }) {
      list.append(Entry(before.value, from: last.adding(days: 1), source: before.source, mark: before.mark))
    }
    list.append(Entry(value, from: day, source: source, mark: mark))
    list.sort { $0.from < $1.from }
    return replacing(name, with: list)
  }
}
