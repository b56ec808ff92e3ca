internal import Columns

/// A10: 吸收“4050”人员参与物业管理服务
/// Reading: the enterprise's 4050 staff, which G05 reads, are the last count of each county, together. Parameters: none.
enum HeadCountDetermination {
  static func headCount(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    guard let enterprise = attempt.first(Reemployment.enterprise.name) else { return [] }
    var last: [CaseValue: (on: Day, persons: Int64)] = [:]
    func take(_ county: CaseValue, _ on: Day?, _ persons: Int64?) throws(Refusal) {
      guard let on, let persons else { return }
      try attempt.require(
        persons >= 0 && persons < 1_000_000, "count-wrong", zh: "人数 \(persons) 不是一个人数", en: "\(persons) is not a number of persons")
      if last[county].map({ $0.on <= on }) ?? true { last[county] = (on, persons) }
    }
    for row in attempt.rows("counts") {
      try take(row[Reemployment.county], row.day(Reemployment.countedOn), row.number(Reemployment.persons))
    }
    try take(attempt[Reemployment.county], attempt[Reemployment.countedOn].day, attempt[Reemployment.persons].number)
    return [.update(enterprise, [(Enterprise.staff4050, .number(last.values.reduce(0) { $0 + $1.persons }))])]
  }
}
