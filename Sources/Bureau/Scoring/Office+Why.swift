public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime

/// Why an enterprise has its score: the lines that add up to it, and the parameters they read.
public struct ScoreAnswer: Sendable {
  public var name: String
  public var uscc: String
  public var day: Day
  public var score: Points
  public var grade: CreditGrade
  public var isProvisional: Bool
  /// The city's lines, then the district's.
  public var lines: ResultTable
  public var parameters: ResultTable
}

extension Office {
  /// Explains the score of an enterprise, by code or name.
  ///
  /// - Parameter scope: for a county, over its estates and with its adjustments.
  /// - Throws: ``OfficeError``, `unknown-enterprise` with the nearest names.
  public func why(
    _ word: String, scope: Scope, asOf cut: Moment, say: (Bilingual) -> String = { $0.zh }
  ) throws(OfficeError) -> ScoreAnswer {
    let (desk, rules) = try ruled(scope, asOf: cut)
    let snapshot = desk.snapshot
    let row = try enterprise(word, in: snapshot)
    do {
      let own = rules.dropFirst().flatMap(\.scripts)
      let first = Day(year: snapshot.day.year, month: 1, day: 1) ?? snapshot.day
      let scores = try DistrictScores.compute(
        desk.session, county: try CityAdvisor.countyRow(of: snapshot), scripts: own, year: first...snapshot.day)
      guard let entry = scores[enterprise: row] else {
        throw OfficeError(
          "no-score", Bilingual(zh: "`\(word)` 在此范围内没有得分", en: "`\(word)` has no score in this scope"))
      }
      var lines = try ScoreTable.table(entry.city, in: snapshot, say: say)
      for (position, effect) in entry.effects {
        let outcome = scores.outcomes[position]
        lines.rows.append([
          "district", .text(say(Bilingual(zh: "\(outcome.title)：\(effect.rows.count)项", en: "\(outcome.title): \(effect.rows.count) cases"))), .empty, ScoreTable.points(effect.beforeCap), .empty,
          ScoreTable.points(effect.points), .text(outcome.basis.description), .integer(Int64(effect.rows.count)),
        ])
      }
      let enterprises = snapshot.table(Enterprise.schema)
      return ScoreAnswer(
        name: try enterprises.cell("name", row: row).plain, uscc: try enterprises.cell("uscc", row: row).plain, day: snapshot.day,
        score: entry.score, grade: entry.grade, isProvisional: entry.city.isProvisional, lines: lines,
        parameters: ScoreTable.parameters(entry.city))
    } catch {
      throw OfficeError(error)
    }
  }

  private func enterprise(_ word: String, in snapshot: Snapshot) throws(OfficeError) -> Int {
    do {
      let table = snapshot.table(Enterprise.schema)
      let codes = try table.column(Enterprise.uscc), names = try table.column(Enterprise.name)
      let wanted = word.uppercased()
      if let row = (0..<table.count).first(where: { codes.text($0) == wanted || names.text($0) == word }) { return row }
      let near = (0..<table.count).compactMap { names.text($0) }.filter { $0.contains(word) }.prefix(5).joined(separator: ", ")
      throw OfficeError(
        "unknown-enterprise",
        Bilingual(
          zh: "没有企业 `\(word)`" + "\n提示：" + (near.isEmpty ? "写统一社会信用代码或企业全称" : near),
          en: "there is no enterprise `\(word)`" + "\nhelp: " + (near.isEmpty ? "give its unified social credit code or its whole name" : near)))
    } catch {
      throw OfficeError(error)
    }
  }
}
