internal import DistrictRules

extension Declaration {
  /// `adjustment`, `procedure`, `job`; whatever else the language has, by the name of its case.
  var kindName: String {
    Mirror(reflecting: self).children.first?.label ?? "rule"
  }

  /// The days on which it applies.
  var effectiveDays: Effective? {
    switch self {
    case .adjustment(let adjustment): adjustment.effective
    case .procedure(let change): change.effective
    case .job(let job): job.effective
    }
  }
}

extension Declaration {
  /// The city's item that it stands beside, or the procedure that it amends.
  var relatedItem: String? {
    switch self {
    case .adjustment(let adjustment): adjustment.relates
    case .procedure(let change): change.amends
    case .job: nil
    }
  }
}
