public import CityModel
public import Columns
internal import Foundation
internal import GRDB

/// What came of asking for a person.
public enum Unmasking: Sendable {
  /// What the task needs of the person, and the ledger entry that says who looked.
  case shown(PersonalRecord, ledger: Int64)
  /// The row as it was in its file, and the ledger entry.
  case row(String, ledger: Int64)
  case refused(Refusal)
}

/// What came of giving or ending a task.
public enum VaultTaskOutcome: Sendable, Hashable {
  case done(VaultTask)
  case refused(Refusal)
}

/// Whose data is asked for.
public enum VaultSubject: Sendable, Hashable {
  /// By number, or by number and source: `T-1 12345`.
  case complaint(String)
  /// The refused row that begins on a line of an import.
  case row(import: Int64, line: Int)
}

extension Register {
  /// Shows what an officer's task needs of a person; the ledger keeps who looked, when, what for, and at which parts.
  ///
  /// The entry is committed before the person is returned: nobody sees what is not written down.
  ///
  /// - Parameters:
  ///   - officer: the officer's number.
  ///   - purpose: what for, in words; without any number of a person.
  ///   - task: the number of the task; the officer's latest when none is named.
  /// - Throws: ``RegisterError``: `unknown-complaint`, `unknown-officer`, `key-missing`, `key-wrong`, `seal-broken`, `expired-record`.
  public func unmask(
    _ subject: VaultSubject, officer: String, purpose: String, task: Int64? = nil, at now: Moment
  ) throws(RegisterError) -> Unmasking {
    let keys = try keys()
    return try write { database -> Unmasking in
      let place = try Place(subject, database, path: path)
      let person = try FundRecords(database: database, path: path).officer(officer)
      let attempt = VaultAttempt(
        .unmask(purpose: purpose), officer: person, street: place.street, community: place.community, status: place.status,
        tasks: try Register.tasks(place, database), task: task, now: now)
      if let refusal = VaultClause.refusal(attempt) { return .refused(refusal) }
      guard let grounds = attempt.grounds else { return .refused(Refusal("task-missing", article: "PIPL 6", zh: "没有任务", en: "no task")) }
      let answer = try open(place, grounds.kind, keys, database)
      let attribution = Attribution(officer: officer, role: person.role, moment: now)
      let parts: [JSONValue]
      switch answer {
      case .person(let record): parts = PersonalRecord.Part.allCases.filter { record[$0] != nil }.map { .text($0.rawValue) }
      case .row: parts = ["row"]
      }
      let position = try Ledger.append(
        .init(
          attribution, kind: "unmask", table: place.table, key: place.key,
          data: ["purpose": .text(purpose), "task": .number(grounds.number), "kind": .text(grounds.kind.rawValue), "parts": .array(parts)]),
        to: database, path: path)
      switch answer {
      case .person(let record): return .shown(record, ledger: position)
      case .row(let text): return .row(text, ledger: position)
      }
    }
  }

  /// Gives an officer a task on a complaint, or on a refused row: the ground on which the officer may see the person.
  ///
  /// - Parameters:
  ///   - receiver: the number of the officer whose task it becomes.
  ///   - officer: who gives it; never the same.
  public func giveTask(
    _ kind: VaultTask.Kind, on subject: VaultSubject, to receiver: String, by officer: String, at now: Moment
  ) throws(RegisterError) -> VaultTaskOutcome {
    try write { database -> VaultTaskOutcome in
      let place = try Place(subject, database, path: path)
      let records = FundRecords(database: database, path: path)
      let giver = try records.officer(officer), taker = try records.officer(receiver)
      let attempt = VaultAttempt(.give(kind, to: taker), officer: giver, street: place.street, community: place.community, status: place.status, tasks: [], now: now)
      if let refusal = VaultClause.refusal(attempt) { return .refused(refusal) }
      try database.execute(
        sql: "INSERT INTO vault_tasks (subject_table, subject_key, kind, officer, opened_by, opened) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [place.table, place.key, kind.rawValue, receiver, officer, now.seconds])
      let number = database.lastInsertedRowID
      try Ledger.append(
        .init(
          Attribution(officer: officer, role: giver.role, moment: now), kind: "vault-task", table: place.table, key: place.key,
          data: ["task": .number(number), "kind": .text(kind.rawValue), "officer": .text(receiver)]), to: database, path: path)
      return .done(VaultTask(number: number, kind: kind, officer: receiver, openedBy: officer, opened: now))
    }
  }

  /// Ends a task: by the officer whose it is, or who gave it. Afterwards it is no ground for seeing anybody.
  public func endTask(_ number: Int64, by officer: String, at now: Moment) throws(RegisterError) -> VaultTaskOutcome {
    try write { database -> VaultTaskOutcome in
      let row = try Row.fetchOne(
        database, sql: "SELECT id, kind, officer, opened_by, opened, closed, subject_table, subject_key FROM vault_tasks WHERE id = ?",
        arguments: [number])
      guard let row, var task = Register.task(row), task.closed == nil, [task.officer, task.openedBy].contains(officer) else {
        return .refused(
          Refusal("task-missing", article: "PIPL 6", zh: "没有由 \(officer) 承担或指派的未完成任务 \(number)", en: "\(officer) has no open task \(number)"))
      }
      let person = try FundRecords(database: database, path: path).officer(officer)
      try database.execute(sql: "UPDATE vault_tasks SET closed = ? WHERE id = ?", arguments: [now.seconds, number])
      task.closed = now
      try Ledger.append(
        .init(
          Attribution(officer: officer, role: person.role, moment: now), kind: "vault-task-ended", table: row[6], key: row[7],
          data: ["task": .number(number)]), to: database, path: path)
      return .done(task)
    }
  }

  // MARK: Parts

  /// What a subject is in the tables.
  private struct Place {
    var id: Int64
    var table: String
    var key: String
    var street: String?
    var community: String?
    var status: String?
    var line = 0

    init(_ subject: VaultSubject, _ database: Database, path: String) throws {
      switch subject {
      case .complaint(let word):
        let found = try ComplaintKey.find(word, database, path: path)
        (id, table, key, street, status) = (found.id, Complaint.schema.plural, found.key, found.street, found.status)
        community = found.community
      case .row(let number, let line):
        (id, table, key, self.line) = (number, "imports", "\(number):\(line)", line)
      }
    }
  }

  private enum Answer {
    case person(PersonalRecord)
    case row(String)
  }

  private func open(_ place: Place, _ kind: VaultTask.Kind, _ keys: KeyFile, _ database: Database) throws -> Answer {
    if kind == .correction {
      let raw = try Data.fetchOne(database, sql: "SELECT raw FROM quarantine WHERE import = ? AND line = ?", arguments: [place.id, place.line])
      guard let raw else { throw noRecord("the import has no refused row on this line", "该导入在此行没有被隔离的记录") }
      guard !raw.isEmpty else { throw RegisterError.expired(path) }
      guard let bytes = Cipher.open([UInt8](raw), key: keys.vault, context: Quarantine.context(place.id, line: place.line)) else {
        throw RegisterError(.sealBroken, path: path, .init("a sealed row does not open", "加密行无法解开"))
      }
      return .row(String(decoding: bytes, as: UTF8.self))
    }
    let sealed = try Data.fetchOne(database, sql: "SELECT sealed FROM vault WHERE complaint = ?", arguments: [place.id])
    guard let sealed else { throw noRecord("nothing is kept of who complained", "没有留存投诉人信息") }
    guard !sealed.isEmpty else { throw RegisterError.expired(path) }
    let record = try VaultStore.open([UInt8](sealed), of: place.id, keys: keys, path: path)
    let allowed = Set(VaultClause.parts(of: kind))
    return .person(PersonalRecord(record.values.filter { allowed.contains($0.key.rawValue) }))
  }

  private func noRecord(_ english: String, _ chinese: String) -> RegisterError {
    RegisterError("no-record", path: path, .init(english, chinese))
  }

  private static func tasks(_ place: Place, _ database: Database) throws -> [VaultTask] {
    try Row.fetchAll(
      database,
      sql: "SELECT id, kind, officer, opened_by, opened, closed FROM vault_tasks WHERE subject_table = ? AND subject_key = ? ORDER BY id",
      arguments: [place.table, place.key]
    ).compactMap(task)
  }

  private static func task(_ row: Row) -> VaultTask? {
    let word: String = row[1]
    guard let kind = VaultTask.Kind(word: word) else { return nil }
    let closed: Int64? = row[5]
    return VaultTask(
      number: row[0], kind: kind, officer: row[2], openedBy: row[3], opened: Moment(seconds: row[4]),
      closed: closed.map { Moment(seconds: $0) })
  }
}

extension RegisterError {
  static func expired(_ path: String) -> RegisterError {
    RegisterError(
      "expired-record", path: path, .init("the record's time was over and it was deleted", "保存期限已过，记录已删除"))
  }
}
