internal import CityModel
internal import DistrictRules

extension Declaration {
  /// `adjustment`, `tighten`, `procedure`, `criterion`, `job`, `report`.
  var kindName: String { kind.rawValue }

  /// The days on which it applies.
  var effectiveDays: Effective? { heading.effective }

  /// The city's item that it stands beside, the procedure that it amends, or the parameter that it tightens.
  var relatedItem: String? {
    switch self {
    case .adjustment(let adjustment): adjustment.relates
    case .procedure(let change): change.amends
    case .tightening(let rule): if case .threshold(let threshold) = rule.target { threshold.parameter.name } else { nil }
    default: nil
    }
  }
}
