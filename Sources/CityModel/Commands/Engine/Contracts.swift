internal import Columns

/// Reading contracts as the second flow finds them.
enum Contracts {
  /// Whether the enterprise serves under it on a day: it has begun and has not ended. A contract that ran out and goes on is
  /// open-ended (Civil Code 948).
  static func isActive(_ contract: CaseRow, on day: Day) -> Bool {
    guard let from = contract.day(Contract.from), from <= day else { return false }
    return contract.day(Contract.endedOn).map { day <= $0 } ?? true
  }

  /// Whether a contract covers days that it did not cover before.
  static func reachesFurther(_ row: CaseRow, than before: CaseRow) -> Bool {
    guard let from = row.day(Contract.from), let earlier = before.day(Contract.from), from >= earlier else { return true }
    guard let until = before.day(Contract.endedOn) ?? before.day(Contract.until) else { return false }
    return (row.day(Contract.endedOn) ?? row.day(Contract.until)).map { $0 > until } ?? true
  }

  /// Whether two contracts of one estate run at the same time.
  static func overlap(_ a: CaseRow, _ b: CaseRow) -> Bool {
    guard let fromA = a.day(Contract.from), let fromB = b.day(Contract.from) else { return false }
    let untilA = a.day(Contract.endedOn) ?? a.day(Contract.until)
    let untilB = b.day(Contract.endedOn) ?? b.day(Contract.until)
    return (untilB.map { fromA <= $0 } ?? true) && (untilA.map { fromB <= $0 } ?? true)
  }
}
