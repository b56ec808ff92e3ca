public import CityModel
internal import Columns

extension DutyTightening {
  /// Each due day covers the whole months since the one before, up to the end of the month before its own; a single one covers the
  /// calendar year.
  public var periods: [DutyRequirement.Period] {
    let ordered = due.sorted { ($0.month, $0.day) < ($1.month, $1.day) }
    guard ordered.count > 1 else {
      guard let day = ordered.first, let from = MonthDay("01-01"), let until = MonthDay("12-31") else { return [] }
      return [.init(from: from, until: until, due: day)]
    }
    return ordered.indices.compactMap { index in
      let before = ordered[(index + ordered.count - 1) % ordered.count].month
      let own = ordered[index].month
      let last = own == 1 ? 12 : own - 1
      // Two due days in one month share what came before.
      let first = before == own ? last : before
      guard let from = MonthDay(month: first, day: 1), let until = MonthDay(month: last, day: Day.length(ofMonth: last, year: 2023))
      else { return nil }
      return .init(from: from, until: until, due: ordered[index])
    }
  }
}

extension Tightening {
  /// What it asks for beside the city's requirements: `snapshot.with(requirements: rule.requirements)` has the duties of both.
  public var requirements: [DutyRequirement] {
    guard case .duty(let duty) = target else { return [] }
    let requirement = DutyRequirement(
      duty.duty, .each(duty.periods), from: effective.from, until: effective.to, source: basis.description, beside: true)
    return requirement.map { [$0] } ?? []
  }
}
