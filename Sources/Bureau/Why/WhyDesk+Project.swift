internal import CityModel
internal import Columns
internal import DistrictRules

extension WhyDesk {
  /// An estate: its lines in the score of whoever serves it, and the orders that concern it.
  func project(_ row: Int) throws -> Explanation {
    let projects = snapshot.table(Project.schema), enterprises = snapshot.table(Enterprise.schema)
    let scores = try DistrictScores.compute(session, county: county, scripts: own, year: WhyDesk.year(snapshot))
    let serving = try projects.column(Project.enterprise).reference(row)
    let name = try projects.cell("name", row: row).plain, code = try projects.cell("code", row: row).plain
    let value: Bilingual =
      if let serving, let entry = scores[enterprise: serving] {
        Bilingual(
          zh: "由\(try enterprises.cell("name", row: serving).plain)服务，该企业 \(entry.score) 分，等级 \(entry.grade.rawValue)",
          en: "served by \(try enterprises.cell("name", row: serving).plain), which has \(entry.score) points, grade \(entry.grade.rawValue)")
      } else {
        Bilingual(zh: "截至当日没有企业服务", en: "nobody serves it on the day")
      }
    var explanation = Explanation(
      subject: Bilingual(zh: "项目\(name)（\(code)）截至 \(snapshot.day)", en: "estate \(name) (\(code)) as of \(snapshot.day)"), figure: "score", value: value,
      sections: [])
    var lines = ResultTable(columns: [.init("enterprise", title: "企业")] + ScoreTable.empty.columns)
    var readings: [Reading] = []
    for entry in scores.entries {
      let mine = entry.city.lines.filter { $0.project == row }
      guard !mine.isEmpty else { continue }
      let firm = try enterprises.cell("name", row: entry.city.enterprise)
      for line in mine {
        lines.rows.append([firm] + (try ScoreTable.row(line, in: snapshot, say: say)))
        readings += line.readings
      }
    }
    explanation.add("lines", "本项目的得分项", "its lines", lines)
    readings += try addOrders(
      try orders { by, at, _ in at == row || at == nil && by != nil && by == serving }, board: scores.board, to: &explanation)
    explanation.add("parameters", "参数", "parameters", parameterTable(readings))
    explanation.add("facts", "事实", "facts", try facts(row, of: Project.schema))
    return explanation
  }
}
