internal import Columns

/// A1: 各县（区）人民政府是辖区物业管理的责任主体
/// Reading: an officer acts in the own division, in one above it or in one below. Parameters: none.
extension CommandClause {
  static let officerDivision = CommandClause(
    "officer-division", "A1", zh: "属地办理", en: "an officer acts in the own division"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let own = attempt.officer.division
    let place = attempt.place
    guard !place.isEmpty, own.isEmpty || !(own.hasPrefix(place) || place.hasPrefix(own)) else { return nil }
    return Refusal(
      "officer-division", article: attempt.description.article, zh: "\(attempt.officer.name)（\(own)）不是属地（\(place)）的工作人员",
      en: "\(attempt.officer.name) (\(own)) is not an officer of the place (\(place))")
  }
}
