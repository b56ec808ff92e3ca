public import CityModel
internal import Columns

extension Tightening {
  /// The rulebook with a stricter threshold in it, from the rule's first day to its last, or in its season of each year; anything else
  /// leaves it as it is.
  ///
  /// Where the value is not stricter than the city's on the first day it changes nothing: loosening is not the district's (DESIGN D10).
  public func applied(to rulebook: Rulebook) -> Rulebook {
    guard case .threshold(let threshold) = target, let strictness = threshold.parameter.strictness else { return rulebook }
    let name = threshold.parameter.name
    var result = rulebook
    for (first, last) in stretches {
      guard let city = rulebook.parameters.reading(name, on: first), let order = strictness.compare(threshold.value, with: city.value), order > 0
      else { continue }
      result.parameters = result.parameters.setting(
        name, to: threshold.value, from: first, to: last, source: basis.description, mark: .law)
    }
    return result
  }

  /// The days on which it holds. A season without a last year is written down for as many years as any basis lasts.
  private var stretches: [(first: Day, last: Day?)] {
    guard heading.season != nil else { return [(effective.from, effective.to)] }
    let last = effective.to ?? effective.from.adding(months: 12 * 30)
    return heading.days(within: effective.from...max(last, effective.from)).map { ($0.lowerBound, $0.upperBound) }
  }
}
