public import CityModel

extension Tightening {
  /// The rulebook with a stricter threshold in it, from the rule's first day to its last; anything else leaves it as it is.
  ///
  /// A value that is not stricter than the city's on the first day changes nothing: loosening is not the district's (DESIGN D10).
  public func applied(to rulebook: Rulebook) -> Rulebook {
    guard case .threshold(let threshold) = target, let strictness = threshold.parameter.strictness else { return rulebook }
    let name = threshold.parameter.name
    guard let city = rulebook.parameters.reading(name, on: effective.from),
      let order = strictness.compare(threshold.value, with: city.value), order > 0
    else { return rulebook }
    var result = rulebook
    result.parameters = rulebook.parameters.setting(
      name, to: threshold.value, from: effective.from, to: effective.to, source: basis.description, mark: .law)
    return result
  }
}
