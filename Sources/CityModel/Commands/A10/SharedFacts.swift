internal import Columns

/// What a count of 4050 staff and a shared service mean for the enterprise's score, A10.
enum SharedFacts {
  /// G05 reads the enterprise's own head-count: the last count of each county, together.
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

  /// G04 when a second old estate joins the cluster: one case for a cluster, however many estates follow.
  static func sharing(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let cluster = CaseValue.trimmed(attempt[SharedService.cluster].text ?? "")
    let others = attempt.rows("cluster").filter { row in
      row[SharedService.project] != attempt[SharedService.project] && row.day(SharedService.endedOn).map { $0 >= attempt.day } ?? true
    }
    guard let project = attempt.first(SharedService.project.name), project.flag(Project.oldEstate) == true, !others.isEmpty,
      attempt.has(SharedService.enterprise)
    else { return [] }
    return CreditEntries.enter(
      .init(
        item: "G04", variant: "shared", enterprise: attempt[SharedService.enterprise], county: project[Project.county], on: attempt.day,
        document: "\(SharedService.schema.chinese) \(cluster)"), attempt)
  }
}
