public import CityModel
internal import Columns

extension ListProposals {
  /// Applies a criterion: red candidates are narrowed and ordered, never added, and the city's share is kept.
  ///
  /// A criterion that does not apply on the period's last day changes nothing.
  ///
  /// - Returns: what it did; whom it proposes for the black list stands under ``CriterionOutcome/added``.
  public mutating func narrow(by criterion: Criterion, in snapshot: Snapshot) throws -> CriterionOutcome {
    let last = period.upperBound
    guard !criterion.heading.days(within: last...last).isEmpty else { return CriterionOutcome(kept: red.map(\.enterprise)) }
    let candidates = criterion.list == .red ? red : black
    let outcome = try CriterionRun(criterion: criterion, snapshot: snapshot).outcome(candidates: candidates.map(\.enterprise))
    guard criterion.list == .red else { return outcome }
    red = outcome.kept.compactMap { row in candidates.first { $0.enterprise == row } }
    for at in red.indices { (red[at].rank, red[at].isWithinShare) = (at + 1, at < places) }
    return outcome
  }
}
