internal import CityModel
internal import Columns
internal import GRDB

/// Appending to the ledger, inside a transaction that somebody else began.
///
/// It is never deleted from: whatever text comes to it loses telephone and identity numbers and e-mail addresses here, once more.
enum Ledger {
  /// An entry before it has a position.
  struct Draft {
    var attribution: Attribution
    var kind: String
    var table: String?
    var key: String?
    private(set) var data: String
    var run: Int64?

    init(
      _ attribution: Attribution, kind: String, table: String? = nil, key: String? = nil,
      data: [String: JSONValue] = [:], run: Int64? = nil
    ) {
      self.attribution = attribution
      self.kind = kind
      self.table = table
      self.key = key
      self.data = JSONValue.object(data).withoutPersons.description
      self.run = run
    }

    /// Facts that come as a JSON text, and what they changed of the row.
    mutating func setData(_ text: String, changes: [String: JSONValue] = [:]) {
      guard let value = JSONValue(parsing: text) else {
        data = PersonalText.recognised(text)
        return
      }
      let whole = changes.isEmpty ? value : .object(value.members.merging(["changes": .object(changes)]) { first, _ in first })
      data = whole.withoutPersons.description
    }
  }

  /// - Returns: the entry's position.
  @discardableResult
  static func append(_ draft: Draft, to database: Database, path: String) throws(RegisterError) -> Int64 {
    do {
      let position = try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) + 1 FROM ledger") ?? 1
      try database.cachedStatement(
        sql: """
          INSERT INTO ledger (position, moment, officer, role, kind, subject_table, subject_key, document, data, run, recorded_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(RecordingClock.function)())
          """
      ).execute(arguments: [
        position, draft.attribution.moment.seconds, draft.attribution.officer, draft.attribution.role, draft.kind, draft.table,
        draft.key, draft.attribution.document.map { PersonalText.recognised($0) }, draft.data, draft.run,
      ])
      return position
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}
