public import CityModel
internal import Columns
internal import GRDB

/// An enterprise's grade of a year, as it is published.
public struct AnnualGrade: Sendable, Hashable {
  public var uscc: String
  public var grade: CreditGrade
  public var score: Points

  public init(uscc: String, grade: CreditGrade, score: Points) {
    self.uscc = uscc
    self.grade = grade
    self.score = score
  }
}

extension Register {
  /// Publishes the grades of a year (A7), once and all together: the year's record, one row an enterprise, one ledger entry.
  ///
  /// - Throws: ``RegisterError`` `already-published`, `draft-binds-nobody`.
  public func publish(_ grades: [AnnualGrade], in publication: Publication, year: Int, by attribution: Attribution) throws(RegisterError) {
    try write { database in
      guard try DecisionRecords(database: database, path: path).adoption() != nil else {
        throw RegisterError(
          "draft-binds-nobody", path: path,
          .init("the city's text is a draft for comments: no grade is published under it", "实施意见仍是征求意见稿，不能据以公布信用等级"),
          help: .init("the city records its adoption: xize adopt", "由市级记录通过：xize adopt"))
      }
      if try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM published_grades WHERE year = ?)", arguments: [year]) == true {
        throw RegisterError(
          "already-published", path: path, .init("the grades of \(year) are published", "\(year) 年的信用等级已公布"),
          help: .init("a published year stays as it is: correct it in a later one", "已公布的年度保持原样，更正列入以后的年度"))
      }
      try record(publication, by: attribution, with: ["grades": .number(Int64(grades.count))], in: database)
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO published_grades (enterprise, year, grade, score, published_on)
          SELECT id, ?, ?, ?, ? FROM enterprises WHERE uscc = ?
          """)
      for one in grades {
        try insert.execute(arguments: [
          year, one.grade.rawValue, one.score.thousandths, publication.publishedOn.ordinal, one.uscc,
        ])
      }
    }
  }
}
