internal import CityModel
internal import Columns

/// A clause of the city's text asked of rows as they stand, wherever they came from: one SQL condition over a whole table, so that
/// a file of a million rows is judged in one look.
///
/// A command that would break a clause is refused by ``CityInvariant``. A file reports what has happened, and that may have been
/// against the law: such a row is kept, and the breach is listed. Only a row that cannot be true (a sum that does not add up, votes
/// beyond the register, an enterprise red and black at once) does not get in. What is dated ahead of the import is listed: the clock
/// of another system, or of this machine, may be wrong, and no figure counts a meeting before its day.
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

  var invariant: CityInvariant? { CityInvariant.all.first { $0.code == code } }

  func condition(on day: Day, exitLimit: Int = 0) -> String {
    breach.split(separator: ":day", omittingEmptySubsequences: false).joined(separator: String(day.ordinal))
      .split(separator: ":exit_limit", omittingEmptySubsequences: false).joined(separator: String(exitLimit))
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
