public import Columns
internal import GRDB

/// One entry of the ledger.
public struct LedgerEntry: Sendable, Hashable {
  /// From 1, without gaps.
  public var position: Int64
  public var moment: Moment
  public var officer: String
  public var role: String
  /// What was done: `import`, `fund-submitted`.
  public var kind: String
  /// The table and the natural key of what it was done to.
  public var table: String?
  public var key: String?
  public var document: String?
  /// The facts, as JSON.
  public var data: String
  /// The job run that proposed it.
  public var run: Int64?
  /// The machine's time when it was written; `nil` where the caller gave none.
  public var recordedAt: Moment?

  /// How long after the time that the officer named it was written, in seconds: negative for what was dated ahead.
  public var delay: Int64? { recordedAt.map { $0.seconds - moment.seconds } }
}

extension Register {
  /// The ledger's entries in order, all of them or those of one subject.
  public func ledger(table: String? = nil, key: String? = nil, after position: Int64 = 0) throws(RegisterError) -> [LedgerEntry] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT position, moment, officer, role, kind, subject_table, subject_key, document, data, run, recorded_at FROM ledger
          WHERE position > ?1 AND (?2 IS NULL OR subject_table = ?2) AND (?3 IS NULL OR subject_key = ?3) ORDER BY position
          """, arguments: [position, table, key])
      return rows.map { row in
        let recorded: Int64? = row[10]
        return LedgerEntry(
          position: row[0], moment: Moment(seconds: row[1]), officer: row[2], role: row[3], kind: row[4], table: row[5],
          key: row[6], document: row[7], data: row[8], run: row[9],
          recordedAt: recorded.map { Moment(seconds: $0) })
      }
    }
  }
}
