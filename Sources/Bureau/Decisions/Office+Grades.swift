internal import CityModel
internal import Columns
internal import Register

extension Office {
  /// The grade of every enterprise on the last day of a year, by the city's rule over all its estates (A7).
  func annualGrades(year: Int) throws(OfficeError) -> [AnnualGrade] {
    guard let last = Day(year: year, month: 12, day: 31) else { return [] }
    let snapshot = try snapshot(.city, asOf: last.end)
    do {
      let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
      return try ScoreBoard.compute(snapshot, on: last).scores.compactMap { score in
        codes.text(score.enterprise).map { AnnualGrade(uscc: $0, grade: score.grade, score: score.score) }
      }
    } catch {
      throw OfficeError(error)
    }
  }
}
