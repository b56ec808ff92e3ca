public import CityModel
internal import Foundation
internal import GRDB

/// The durable record of a city: SQLite in one file, an append-only ledger, and the tables of ``CitySchema``.
///
/// One connection writes, one transaction a command, and a committed transaction survives a power cut
/// (`synchronous = FULL`). Readers take a ``Snapshot`` and never wait for the writer.
public final class Register: Sendable {
  /// The file, as the caller named it.
  public let path: String
  public let isReadOnly: Bool
  /// The file of its secrets; `XIZE_KEY` names another than the one beside the register.
  public let keyPath: String
  let queue: DatabaseQueue
  private let clock: RecordingClock
  /// Without write permission for the folder SQLite cannot keep its shared memory: the file is read as one that nobody changes.
  private let isImmutable: Bool

  private init(path: String, queue: DatabaseQueue, isReadOnly: Bool, isImmutable: Bool = false, clock: RecordingClock) {
    self.path = path
    self.queue = queue
    self.isReadOnly = isReadOnly
    self.keyPath = Register.keyPath(of: path)
    self.isImmutable = isImmutable
    self.clock = clock
  }

  /// Creates a register with the city's divisions and nothing else.
  ///
  /// - Parameters:
  ///   - path: where no file may stand yet.
  ///   - key: the secret under which complainants' telephone numbers become tokens; random unless given.
  ///   - clock: the machine's time for the ledger.
  /// - Throws: ``RegisterError``; nothing is left behind then.
  public static func create(
    at path: String, divisions: Divisions = .changzhi, key: TokenKey? = nil, clock: RecordingClock = .none
  ) throws(RegisterError) -> Register {
    try RegisterFile.checkCreatable(path)
    let keys = try makeKeys(for: path, tokens: key)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false, clock))
      try queue.inDatabase { database in
        try makeDurable(database)
        try database.inTransaction(.immediate) {
          try Migrations.migrate(database, from: 0)
          try insert(divisions, into: database)
          try database.execute(sql: "INSERT INTO settings (name, value) VALUES ('key_check', ?)", arguments: [keys.check])
          return .commit
        }
        // The header must be in the file itself, where a check before opening finds it.
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      return Register(path: path, queue: queue, isReadOnly: false, clock: clock)
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal", keys.isNew ? KeyFile.suffix : "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      throw RegisterError(error, path: path)
    }
  }

  /// Opens a register, and brings one of an older version up to date unless it is opened for reading only.
  ///
  /// - Parameter clock: the machine's time, with which the ledger's entries are stamped.
  public static func open(at path: String, readOnly: Bool = false, clock: RecordingClock = .none) throws(RegisterError) -> Register {
    try RegisterFile.checkOpenable(path, forWriting: !readOnly)
    do {
      let immutable = readOnly && !RegisterFile.folderIsWritable(of: path) && !RegisterFile.hasLog(path)
      let queue = try DatabaseQueue(
        path: immutable ? RegisterFile.immutableURI(path) : path, configuration: configuration(readOnly: readOnly, clock))
      try queue.inDatabase { database in
        let application = try Int32.fetchOne(database, sql: "PRAGMA application_id")
        guard application == Migrations.application else { throw RegisterError.otherApplication(path) }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= Migrations.current else { throw RegisterError.newerVersion(path, version) }
        if readOnly {
          guard version == Migrations.current else { throw RegisterError.olderVersion(path, version) }
        } else {
          try makeDurable(database)
          if version < Migrations.current {
            try database.inTransaction(.immediate) {
              try Migrations.migrate(database, from: version)
              return .commit
            }
          }
        }
      }
      return Register(path: path, queue: queue, isReadOnly: readOnly, isImmutable: immutable, clock: clock)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Closes the file. Using the register afterwards is an error, not a crash.
  public func close() throws(RegisterError) {
    do { try queue.close() } catch { throw RegisterError(error, path: path) }
  }

  /// A connection of its own for a reader.
  func makeReader() throws -> DatabaseQueue {
    var configuration = Register.configuration(readOnly: true, clock)
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: isImmutable ? RegisterFile.immutableURI(path) : path, configuration: configuration)
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(RegisterError) -> Result {
    do { return try queue.inDatabase(body) } catch { throw RegisterError(error, path: path) }
  }

  /// One immediate transaction: everything the body writes is kept, or nothing of it.
  ///
  /// - Parameter bulk: many rows are coming, whose references the body takes from the register itself in this transaction.
  ///   Then the pages stay in memory until the commit (with SQLite's 2 MB they go through the log many times over), and
  ///   SQLite does not look up each reference again.
  func write<Result>(bulk: Bool = false, _ body: (Database) throws -> Result) throws(RegisterError) -> Result {
    guard !isReadOnly else { throw .readOnly(path) }
    do {
      return try queue.inDatabase { database in
        if bulk { try database.execute(sql: "PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF") }
        defer { if bulk { try? database.execute(sql: "PRAGMA cache_size = -2000; PRAGMA foreign_keys = ON") } }
        var result: Result?
        try database.inTransaction(.immediate) {
          result = try body(database)
          return .commit
        }
        guard let result else { throw RegisterError(result: 21, message: "no result", path: path) }
        return result
      }
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  private static func configuration(readOnly: Bool, _ clock: RecordingClock) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.label = "register"
    configuration.prepareDatabase { clock.install(in: $0) }
    return configuration
  }

  /// GRDB leaves WAL files at `synchronous = NORMAL`, under which the last commits can be lost in a power cut. An approval
  /// that an officer has seen confirmed may not be lost.
  private static func makeDurable(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
  }

  // MARK: Secrets

  private static func keyPath(of path: String) -> String {
    ProcessInfo.processInfo.environment["XIZE_KEY"].flatMap { $0.isEmpty ? nil : $0 } ?? path + KeyFile.suffix
  }

  /// A key file that stands already is used: an office may have put it on a medium of its own.
  private static func makeKeys(for path: String, tokens: TokenKey?) throws(RegisterError) -> (check: String, isNew: Bool) {
    let keyPath = keyPath(of: path)
    if KeyFile.exists(keyPath) {
      let keys = try KeyFile.load(keyPath)
      guard tokens == nil || tokens == keys.tokens else { throw .wrongKey(keyPath) }
      return (keys.check, false)
    }
    let keys = try KeyFile.random(tokens: tokens, path: keyPath)
    try keys.write(to: keyPath)
    return (keys.check, keyPath == path + KeyFile.suffix)
  }

  /// The secrets, read when they are needed: whoever only looks at figures needs none.
  func keys() throws(RegisterError) -> KeyFile {
    let check = try read { database in try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'key_check'") }
    return try keys(check: check)
  }

  func keys(check: String?) throws(RegisterError) -> KeyFile {
    let keys = try KeyFile.load(keyPath)
    guard keys.check == check else { throw .wrongKey(keyPath) }
    return keys
  }

  private static func insert(_ divisions: Divisions, into database: Database) throws {
    var ids: [String: Int64] = [:]
    for division in divisions.all {
      try database.execute(
        sql: "INSERT INTO divisions (code, name, level, parent) VALUES (?, ?, ?, ?)",
        arguments: [division.code, division.name, division.level.rawValue, division.parent.flatMap { ids[$0] }])
      ids[division.code] = database.lastInsertedRowID
    }
  }
}
