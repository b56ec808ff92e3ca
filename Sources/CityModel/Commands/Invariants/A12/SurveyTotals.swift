internal import Columns

/// A12: 精准评估小区电动自行车充电需求
/// Reading: no number is negative or beyond anything an estate can have. Parameters: none.
extension CityInvariant {
  static let surveyTotals = CityInvariant(
    "survey-totals", "A12", on: ChargingSurvey.schema, zh: "摸排数字不得为负，计划口数与现有口数须合理", en: "the numbers of a survey are not negative, and there are no more sockets than could serve all",
    needs: [Need("project", Project.schema, [(Project.code, .subject(ChargingSurvey.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    for field in [ChargingSurvey.ebikes, ChargingSurvey.sockets, ChargingSurvey.sheds, ChargingSurvey.planned, ChargingSurvey.turnover] {
      if let number = changed.row.number(field), number < 0 { return Bilingual(zh: "“\(field.chinese)”为负数", en: "`\(field.name)` is negative") }
    }
    // Ten electric bicycles a household is beyond any estate: a slip of the pen.
    if let households = changed.first("project")?.number(Project.households), households < 1_000_000 {
      for field in [ChargingSurvey.ebikes, ChargingSurvey.sockets] {
        if let number = changed.row.number(field), number > 10 * max(1, households) {
          return Bilingual(zh: "“\(field.chinese)” \(number) 超过户数的十倍", en: "`\(field.name)` \(number) is more than ten times the households")
        }
      }
    }
    return nil
  }
}
