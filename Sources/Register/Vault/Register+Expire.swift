public import CityModel
public import Columns
internal import Foundation
internal import GRDB

/// What an expiry deleted.
public struct VaultExpiry: Sendable, Hashable {
  /// Complaints of which only the token is left.
  public var complaints: Int
  /// Refused rows whose text is gone.
  public var rows: Int
}

extension Register {
  /// Deletes the personal data whose time is over (PIPL 47): of complaints closed, withdrawn or found to be duplicates so long
  /// ago that `vault.retention` has passed, the sealed record, the masked name and number and the public text; of refused
  /// rows their text. The token stays, because a count of distinct complainants must stay what it was.
  ///
  /// The deletion is real: the freed pages are written over with zeros and the write-ahead log is emptied. What a file system
  /// or a backup keeps of old blocks is beyond a program; but it is sealed.
  ///
  /// - Parameters:
  ///   - day: as of which day; a record goes on the first day after its last.
  public func expire(on day: Day, rulebook: Rulebook, by attribution: Attribution) throws(RegisterError) -> VaultExpiry {
    let (retention, rows): (CalendarMonths, CalendarMonths)
    do throws(ParameterError) {
      retention = try rulebook.parameters.value(PersonParameters.retention, on: day)
      rows = try rulebook.parameters.value(PersonParameters.quarantineRetention, on: day)
    } catch {
      throw RegisterError(.database, path: path, .init(error.message.en, error.message.zh), underlying: error)
    }
    guard !isReadOnly else { throw .readOnly(path) }
    do {
      try queue.inDatabase { database in _ = try Int.fetchOne(database, sql: "PRAGMA secure_delete = ON") }
    } catch { throw RegisterError(error, path: path) }
    let done = try write { database in
      let expiry = VaultExpiry(
        complaints: try expireComplaints(before: Register.cut(day, retention), database),
        rows: try expireRows(before: Register.cut(day, rows), database))
      if expiry.complaints + expiry.rows > 0 {
        try Ledger.append(
          .init(
            attribution, kind: "vault-expired", table: "vault", key: day.description,
            data: [
              "complaints": .number(Int64(expiry.complaints)), "rows": .number(Int64(expiry.rows)),
              "retention": .number(Int64(retention.count)),
            ]), to: database, path: path)
      }
      return expiry
    }
    do {
      try queue.inDatabase { database in try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch { throw RegisterError(error, path: path) }
    return done
  }

  /// What ended before this moment has been kept long enough: the last day of the period is a day of keeping.
  private static func cut(_ day: Day, _ months: CalendarMonths) -> Int64 { day.adding(months: -months.count).start.seconds }

  private func expireComplaints(before cut: Int64, _ database: Database) throws -> Int {
    // What is not closed is kept; a withdrawn or duplicate one counts from the last that happened to it.
    let ids = try Int64.fetchAll(
      database,
      sql: """
        SELECT c.id FROM complaints c LEFT JOIN vault v ON v.complaint = c.id
        WHERE c.status IN ('closed', 'withdrawn', 'duplicate')
        AND (length(v.sealed) > 0 OR v.complaint IS NULL AND (c.masked_name IS NOT NULL OR c.masked_phone IS NOT NULL OR c.content IS NOT NULL))
        AND max(coalesce(c.closed_at, 0), coalesce(c.revisited_at, 0), coalesce(c.basically_closed_at, 0), c.accepted_at) < ? ORDER BY c.id
        """, arguments: [cut])
    for id in ids {
      try database.execute(
        sql: """
          INSERT INTO vault (complaint, sealed, fingerprint) VALUES (?, x'', x'')
          ON CONFLICT (complaint) DO UPDATE SET sealed = x'', fingerprint = x''
          """, arguments: [id])
      try database.execute(
        sql: "UPDATE complaints SET masked_name = NULL, masked_phone = NULL, content = NULL WHERE id = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM complaint_extras WHERE complaint = ?", arguments: [id])
    }
    return ids.count
  }

  private func expireRows(before cut: Int64, _ database: Database) throws -> Int {
    try database.execute(
      sql: """
        UPDATE quarantine SET raw = x'', shown = '' WHERE length(raw) > 0
        AND import IN (SELECT id FROM imports WHERE moment < ?)
        """, arguments: [cut])
    return database.changesCount
  }
}
