internal import Columns

/// A2: 直至列入D级企业 A7: 对信用评价结果分类实施监管
/// Reading: the text names A and D only; four grades by the score, D by a veto whatever the score, none for who has served too short a time. Parameters: `grades.A`, `grades.B`, `grades.C`, `credit.unratedMonths`.
struct Grading {
  private let a: Dated<Points>
  private let b: Dated<Points>
  private let c: Dated<Points>
  private let unrated: Dated<CalendarMonths>

  init(_ facts: ScoreFacts) throws(RuleError) {
    a = try facts.read(CreditParameters.gradeA)
    b = try facts.read(CreditParameters.gradeB)
    c = try facts.read(CreditParameters.gradeC)
    unrated = try facts.read(CreditParameters.unratedMonths)
  }

  var readings: [Reading] { [a.reading, b.reading, c.reading, unrated.reading] }

  /// - Parameter since: the first day of the enterprise's service; `nil` where none is known, which counts as too short.
  func grade(_ score: Points, isVetoed: Bool, since: Day?, on day: Day) -> CreditGrade {
    // A veto counts whatever the length of service.
    if isVetoed { return .d }
    let isShort = since.map { $0.adding(months: unrated.value.count) > day } ?? true
    if isShort { return .unrated }
    if score >= a.value { return .a }
    if score >= b.value { return .b }
    return score >= c.value ? .c : .d
  }
}
