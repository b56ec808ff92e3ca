internal import CityModel
internal import Columns

/// A clause of the city's text asked of rows as they stand, wherever they came from: one SQL condition over a whole table, so that
/// a file of a million rows is judged in one look.
///
/// A command that would break a clause is refused by ``CityInvariant``. A file reports what has happened, and that may have been
/// against the law: such a row is kept, and the breach is listed. Only a row that cannot be true (a sum that does not add up, votes
/// beyond the register, an enterprise red and black at once, a meeting held on a day that has not come) does not get in.
struct StandingClause: Sendable {
  /// The code of the invariant that refuses the same to commands.
  let code: String
  let table: TableSchema
  /// Whether the row contradicts itself or the register, and goes to quarantine.
  let isContradiction: Bool
  /// True of a row `t` that breaks it. `:day` is the day on which it is asked, `:exit_limit` how many complainants are not enough.
  let breach: String

  init(_ code: String, on table: TableSchema, refusesEntry: Bool = false, _ breach: String) {
    self.code = code
    self.table = table
    isContradiction = refusesEntry
    self.breach = breach
  }

  /// The clause of commands that says the same: what a row must be, or who may have signed it.
  var law: (article: String, sentence: Bilingual)? {
    CityInvariant.all.first { $0.code == code }.map { ($0.article, $0.sentence) }
      ?? CommandClause.all.first { $0.code == code }.map { ($0.article, $0.sentence) }
      ?? CommandAdvice.all.first { $0.code == code }.map { ($0.article, $0.sentence) }
  }

  func condition(on day: Day, exitLimit: Int = 0) -> String {
    breach.split(separator: ":day", omittingEmptySubsequences: false).joined(separator: String(day.ordinal))
      .split(separator: ":exit_limit", omittingEmptySubsequences: false).joined(separator: String(exitLimit))
  }

  /// Signed by nobody who was in office then. A register that has no officers yet cannot tell.
  static func unsigned(_ person: String, at moment: String) -> String {
    """
    t.\(person) IS NOT NULL AND EXISTS (SELECT 1 FROM officers) AND NOT EXISTS (SELECT 1 FROM officers o WHERE o.code = t.\(person)
      AND coalesce(o."from" * 86400 - 28800 <= t.\(moment), 1) AND coalesce((o.until + 1) * 86400 - 28800 > t.\(moment), 1))
    """
  }

  /// Both of two rows of one table that share a column and overlap in time.
  static func overlap(
    _ table: TableSchema, sharing columns: [String], from: String, until: String, also: String = "1"
  ) -> String {
    let never = "2147483647"
    func last(_ row: String) -> String { until.split(separator: "|").map { "\(row).\($0)" }.joined(separator: ", ") + ", \(never)" }
    return """
      t.id IN (SELECT a.id FROM \(table.plural) a JOIN \(table.plural) b ON \(columns.map { "a.\($0) IS b.\($0)" }.joined(separator: " AND ")) \
      AND a.id <> b.id WHERE a.\(from) <= coalesce(\(last("b"))) AND b.\(from) <= coalesce(\(last("a"))) AND (\(also)))
      """
  }

  /// Every clause that rows as they stand can break, by article. What is told of a change alone (that a record is not edited) is
  /// asked where a file changes a row, in ``RowStore``.
  static let all: [StandingClause] = authorities + enterprises + prices + tenders + lists + exits + owners + enforcement + complaints + money
}
