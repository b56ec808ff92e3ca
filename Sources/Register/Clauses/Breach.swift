public import CityModel
public import Columns
internal import GRDB

/// Rows of one table that break one clause.
public struct Breach: Sendable, Hashable {
  /// The invariant's code: `one-enterprise-per-area`.
  public var code: String
  public var article: String
  /// What the clause asks.
  public var sentence: Bilingual
  /// The table's collection name.
  public var table: String
  /// How many rows.
  public var count: Int
  /// The keys of the first of them.
  public var first: [String]
}

extension Register {
  /// The clauses of the city's text that rows of the register break: facts that were reported, and were against the text.
  ///
  /// - Parameters:
  ///   - imports: only the rows that these imports, just made, have stored or changed; `nil` for every row.
  ///   - day: on which it is asked; the parameters are those of that day.
  /// - Throws: ``RegisterError``.
  public func breaches(
    ofImports imports: [ImportSummary]? = nil, on day: Day, rulebook: Rulebook
  ) throws(RegisterError) -> [Breach] {
    let limit: Int
    do { limit = try rulebook.parameters.value(ExitParameters.minDistinctExclusive, on: day) } catch {
      throw RegisterError("bad-parameters", path: path, .init("\(error)", "\(error)"))
    }
    return try read { database in
      var found: [Breach] = []
      for clause in StandingClause.all {
        guard let law = clause.law else { continue }
        if let rows = StandingClause.rows(of: clause.table, imports) {
          let keys = try String.fetchAll(
            database,
            sql: """
              SELECT t.\(Layout.quoted(clause.table.key)) FROM \(Layout.quoted(clause.table.plural)) t
              WHERE \(rows.condition) AND (\(clause.condition(on: day, exitLimit: limit))) ORDER BY t.id
              """, arguments: rows.arguments)
          guard !keys.isEmpty else { continue }
          found.append(
            Breach(
              code: clause.code, article: law.article, sentence: law.sentence, table: clause.table.plural, count: keys.count,
              first: Array(keys.prefix(5))))
        }
      }
      return found
    }
  }
}

extension StandingClause {
  /// Which rows are asked: all, or those that the imports brought into a table; `nil` where they brought nothing.
  fileprivate static func rows(
    of table: TableSchema, _ imports: [ImportSummary]?
  ) -> (condition: String, arguments: StatementArguments)? {
    guard let imports else { return ("1", []) }
    let mine = imports.filter { $0.table == table.plural && ($0.stored > 0 || $0.changed > 0) }
    guard let first = mine.map(\.firstRow).min() else { return nil }
    let changed = mine.flatMap(\.changedRows).filter { $0 < first }.map(String.init).joined(separator: ",")
    return ("(t.id >= ? OR t.id IN (SELECT value FROM json_each(?)))", [first, "[\(changed)]"])
  }
}
