public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime

extension Office {
  /// The scores of every enterprise of a scope, the best first: the city's figure, the district's own column, grade and last
  /// published grade.
  ///
  /// - Parameter scope: for a county, over its estates and with its adjustments.
  public func scores(_ scope: Scope, asOf cut: Moment) throws(OfficeError) -> ResultTable {
    try scoresInForce(scope, asOf: cut).table
  }

  /// The scores, and where the rules that made them come from; for the city its own rule alone.
  public func scoresInForce(
    _ scope: Scope, asOf cut: Moment, choice: RulesChoice = .inForce
  ) throws(OfficeError) -> (table: ResultTable, rules: [DivisionRules]) {
    let (desk, rules) = try ruled(scope, asOf: cut, choice: choice)
    let snapshot = desk.snapshot
    do {
      let reader = try ScoreFactsReader(snapshot)
      var facts: [DistrictRun.ScoreFacts]
      if case .county(let code) = scope {
        let first = Day(year: snapshot.day.year, month: 1, day: 1) ?? snapshot.day
        let scores = try DistrictScores.compute(
          desk.session, county: try CityAdvisor.countyRow(of: snapshot), scripts: rules.filter { $0.division == code }.flatMap(\.scripts),
          year: first...snapshot.day)
        facts = scores.entries.map { reader.facts($0.city, adjustment: $0.adjustment, score: $0.score, grade: $0.grade) }
      } else {
        facts = try ScoreBoard.compute(snapshot, on: snapshot.day).scores.map { reader.facts($0) }
      }
      facts.sort { ($1.score, $0.uscc) < ($0.score, $1.uscc) }
      return (ScoreTable.table(facts, hasAdjustment: scope != .city), rules)
    } catch {
      throw OfficeError(error)
    }
  }
}

extension ScoreTable {
  static func table(_ facts: [DistrictRun.ScoreFacts], hasAdjustment: Bool) -> ResultTable {
    var columns: [ResultTable.Column] = [
      .init("uscc", title: "统一社会信用代码"), .init("enterprise", title: "企业"), .init("city", title: "市级分"),
      .init("adjustment", title: "县区调整"), .init("score", title: "得分"), .init("grade", title: "等级"),
      .init("published", title: "上次公布等级"),
    ]
    if !hasAdjustment { columns.removeSubrange(2...3) }
    return ResultTable(
      columns: columns,
      rows: facts.map { fact in
        let ends: [Cell] = [points(fact.score), .text(fact.grade.rawValue), .text(fact.publishedGrade ?? "")]
        let own = hasAdjustment ? [points(fact.city), points(fact.adjustment)] : []
        return [.text(fact.uscc), .text(fact.name)] + own + ends
      })
  }
}
