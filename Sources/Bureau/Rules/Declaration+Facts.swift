internal import CityModel
internal import DistrictRules

extension Declaration {
  /// The city's item that it stands beside, the procedure that it amends, or the clock or parameter that it tightens.
  var relatedItem: String? {
    switch self {
    case .adjustment(let adjustment): adjustment.relates
    case .procedure(let change): change.amends
    case .tightening(let rule):
      switch rule.target {
      case .threshold(let threshold): threshold.parameter.name
      case .clock, .duty: nil
      }
    case .ownProcedure, .criterion, .job, .report: nil
    }
  }
}
