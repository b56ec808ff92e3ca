/// A14: 自列入之日起至移出名单期间
/// Reading: the text sets no term; a shortest and a longest one, both longer after a veto or a serious penalty. Parameters: `list.blackMinMonths`, `list.blackMaxMonths`, `list.seriousMinMonths`, `list.seriousMaxMonths`, `credit.recordMonths`.
struct BlackTerm {
  typealias Months = (least: Dated<CalendarMonths>, most: Dated<CalendarMonths>)

  private let facts: ListFacts
  private let general: Months
  private let serious: Months

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    general = (try facts.read(ListParameters.blackMinMonths), try facts.read(ListParameters.blackMaxMonths))
    serious = (try facts.read(ListParameters.seriousMinMonths), try facts.read(ListParameters.seriousMaxMonths))
  }

  /// The months from the decision: before the first there is no repair, after the second the entry ends by itself (NDRC Order 36).
  func months(_ credit: CreditScore) -> Months {
    let isSerious = !credit.vetoes.isEmpty || facts.serious[credit.enterprise]?.isPenalty == true
    return isSerious ? serious : general
  }
}
