internal import CityModel
internal import Columns

/// Puts names and the last published grade beside scores.
struct ScoreFactsReader {
  private let snapshot: Snapshot
  private let codes: Column
  private let names: Column
  private let published: [Int: (year: Int64, row: Int)]
  private let grades: Column
  private let scores: Column

  init(_ snapshot: Snapshot) throws(ColumnError) {
    self.snapshot = snapshot
    let enterprises = snapshot.table(Enterprise.schema), table = snapshot.table(PublishedGrade.schema)
    codes = try enterprises.column(Enterprise.uscc)
    names = try enterprises.column(Enterprise.name)
    grades = try table.column(PublishedGrade.grade)
    scores = try table.column(PublishedGrade.score)
    let owners = try table.column(PublishedGrade.enterprise), years = try table.column(PublishedGrade.year)
    var last: [Int: (year: Int64, row: Int)] = [:]
    for row in 0..<table.count {
      guard let owner = owners.reference(row), let year = years.integer(row) else { continue }
      if last[owner].map({ year > $0.year }) ?? true { last[owner] = (year, row) }
    }
    published = last
  }

  func facts(_ score: CreditScore) -> DistrictRun.ScoreFacts {
    facts(score, adjustment: .zero, score: score.score, grade: score.grade)
  }

  func facts(_ city: CreditScore, adjustment: Points, score: Points, grade: CreditGrade) -> DistrictRun.ScoreFacts {
    let last = published[city.enterprise]?.row
    return DistrictRun.ScoreFacts(
      uscc: codes.text(city.enterprise) ?? "", name: names.text(city.enterprise) ?? "", city: city.score, adjustment: adjustment,
      score: score, grade: grade, publishedGrade: last.flatMap { grades.text($0) },
      publishedScore: last.flatMap { scores.integer($0) }.map { Points(thousandths: $0) })
  }
}
