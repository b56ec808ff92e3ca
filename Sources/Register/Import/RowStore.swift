internal import CityModel
internal import Columns
internal import GRDB

/// Puts converted rows into their table, and finds out which were there already.
final class RowStore {
  private enum Kind {
    case number
    case text
    case words(PinnedWords, [String])
  }

  private let schema: TableSchema
  private let slots: [RowConverter.Slot]
  private let kinds: [Kind]
  private let keyPositions: [Int]
  private let insert: StatementBox
  private let find: StatementBox
  private let database: Database
  private let path: String
  private let vault: VaultStore?
  /// The columns that go when a person's record goes.
  private let masked: [Int]
  /// Where a complaint's status stands, if the sender may not move what was dealt with here.
  private let statusAt: Int?
  /// By id, the last row of this file that differs from the stored one.
  private var pending: [Int64: Pending] = [:]
  private let guardian: RecordGuard
  private let overrides: CodeOverrides?
  /// Ids from here on are of rows that this file brought.
  let firstNew: Int64
  /// The rows of the present batch that are new, where a clause may refuse them.
  private var fresh: [(id: Int64, row: Int)] = []

  private(set) var stored = 0
  private(set) var known = 0
  private(set) var changed = 0
  /// Rows of before this file that it has changed.
  private(set) var changedRows: [Int64] = []
  /// Rows that do not fit what the register holds.
  private(set) var refused: [Refused] = []

  private struct Pending {
    var values: [StoredValue]
    var line: Int
    var raw: [UInt8]
  }

  struct Refused {
    var line: Int
    var raw: [UInt8]
    var fault: RowFault
  }

  /// A value as it stands in the table.
  enum StoredValue: Equatable {
    case none
    case number(Int64)
    case text(String)
  }

  init(
    _ schema: TableSchema, converter: RowConverter, _ attribution: Attribution, secrets: LazyKeys, database: Database, path: String
  ) throws(RegisterError) {
    guardian = try RecordGuard(schema, attribution, database, path: path)
    firstNew = guardian.firstNew
    overrides = converter.overrides
    let slots = converter.slots
    self.schema = schema
    self.slots = slots
    statusAt = slots.contains(where: \.untilHandled) ? slots.firstIndex { $0.field.name == Complaint.status.name } : nil
    masked = slots.indices.filter { slots[$0].field.personalData == .masked }
    vault = converter.personal == nil && masked.isEmpty ? nil : try VaultStore(database, keys: try secrets.keys(), path: path)
    self.database = database
    self.path = path
    kinds = slots.map { slot in
      switch slot.field.type {
      case .text: .text
      case .enumeration(let enumeration): .words(PinnedWords(enumeration.dictionary), enumeration.dictionary)
      default: .number
      }
    }
    let names = slots.map { Layout.quoted($0.field.name) }
    let key = Layout.naturalKey(of: schema)
    keyPositions = key.compactMap { field in slots.firstIndex { $0.field.name == field.name } }
    let keyNames = key.map { Layout.quoted($0.name) }
    let table = Layout.quoted(schema.plural)
    insert = StatementBox(
      try Statement(
        """
        INSERT INTO \(table) (\(names.joined(separator: ", "))) \
        VALUES (\(slots.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT (\(keyNames.joined(separator: ", "))) DO NOTHING
        """, on: database, path: path))
    find = StatementBox(
      try Statement(
        """
        SELECT id, \(names.joined(separator: ", ")) FROM \(table) \
        WHERE \(keyNames.map { "\($0) = ?" }.joined(separator: " AND "))
        """, on: database, path: path))
  }

  func store(_ batch: RowBatch) throws(RegisterError) {
    let text = unsafe batch.text
    guard let vault else {
      for row in 0..<batch.count { _ = unsafe try storeRow(batch.row(row), text, row, batch) }
      return try judgeFresh(batch)
    }
    for row in 0..<batch.count {
      guard let id = unsafe try storeRow(batch.row(row), text, row, batch) else { continue }
      if row < batch.personal.count { try vault.put(batch.personal[row], of: id) }
      if row < batch.extras.count, !batch.extras[row].isEmpty { try vault.put(extras: batch.extras[row], of: id) }
    }
  }

  /// Takes out again what no register may hold, the last row first: of two rows that exclude each other the first stays.
  private func judgeFresh(_ batch: RowBatch) throws(RegisterError) {
    guard let first = fresh.first?.id else { return }
    let places = Dictionary(fresh.map { ($0.id, $0.row) }) { $1 }
    fresh.removeAll(keepingCapacity: true)
    for id in try guardian.contradictions(from: first).reversed() {
      guard let row = places[id], let fault = try guardian.contradiction(of: id) else { continue }
      try guardian.remove(id)
      stored -= 1
      refused.append(Refused(line: batch.lines[row], raw: batch.raw(of: row), fault: fault))
      if let later = pending.removeValue(forKey: id) { refuseKnown(later, fault) }
    }
  }

  private func refuseKnown(_ row: Pending, _ fault: RowFault) {
    known -= 1
    refused.append(Refused(line: row.line, raw: row.raw, fault: fault))
  }

  @inline(__always)
  private func storeRow(
    _ values: UnsafeBufferPointer<Int64>, _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ batch: RowBatch
  ) throws(RegisterError) -> Int64? {
    let insert = insert
    let kinds = kinds
    var index = 0
    while index < kinds.count {
      unsafe bind(values[index], kinds[index], text, to: insert.statement, at: index &+ 1)
      index &+= 1
    }
    try insert.statement.run()
    if insert.statement.changes == 1 {
      stored += 1
      if guardian.judgesNewRows { fresh.append((insert.statement.lastID, place)) }
      return vault == nil ? nil : insert.statement.lastID
    }
    known += 1
    return unsafe try compare(values, text, place, batch)
  }

  @inline(__always)
  private func bind(
    _ value: Int64, _ kind: Kind, _ text: UnsafeBufferPointer<UInt8>, to statement: borrowing Statement, at index: Int
  ) {
    if value == Missing.int64 { return statement.bindNull(index) }
    switch kind {
    case .number: statement.bind(index, value)
    case .words(let words, _): unsafe statement.bindBorrowed(index, words[value])
    case .text: unsafe statement.bindBorrowed(index, UnsafeBufferPointer(rebasing: text[RowBatch.range(of: value)]))
    }
  }

  // MARK: Known rows

  private func compare(
    _ values: UnsafeBufferPointer<Int64>, _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ batch: RowBatch
  ) throws(RegisterError) -> Int64? {
    for (place, position) in keyPositions.enumerated() {
      unsafe bind(values[position], kinds[position], text, to: find.statement, at: place + 1)
    }
    defer { find.statement.reset() }
    guard try find.statement.step() else { return nil }
    let id = find.statement.integer(0)
    var row = kinds.indices.map { unsafe storedValue(values[$0], kinds[$0], text) }
    if let vault, !masked.isEmpty, try vault.isExpired(id) {
      for index in masked { row[index] = .none }
    }
    // An empty cell says nothing: it neither differs nor erases.
    let isOpen = statusAt.map { RowStore.isOpen(present($0)) } ?? true
    let differs = row.indices.contains { counts($0, row, isOpen: isOpen) && row[$0] != present($0) }
    pending[id] = differs ? Pending(values: row, line: batch.lines[place], raw: batch.raw(of: place)) : nil
    return id
  }

  /// Whether a cell says something about a known row; one that another office sends does not say that nobody took it up.
  private func counts(_ index: Int, _ row: [StoredValue], isOpen: Bool) -> Bool {
    guard slots[index].isFact, row[index] != .none else { return false }
    return !slots[index].untilHandled || isOpen && row[index] != .text("received")
  }

  private static func isOpen(_ status: StoredValue) -> Bool { status == .text("received") || status == .text("open") }

  private func storedValue(_ value: Int64, _ kind: Kind, _ text: UnsafeBufferPointer<UInt8>) -> StoredValue {
    if value == Missing.int64 { return .none }
    switch kind {
    case .number: return .number(value)
    case .words(_, let words): return value >= 0 && value < words.count ? .text(words[Int(value)]) : .none
    case .text: return .text(unsafe UnsafeBufferPointer(rebasing: text[RowBatch.range(of: value)]).string)
    }
  }

  /// What the found row holds in a column.
  private func present(_ index: Int) -> StoredValue {
    if find.statement.isNull(index + 1) { return .none }
    if case .number = kinds[index] { return .number(find.statement.integer(index + 1)) }
    return find.statement.text(index + 1).map { .text($0) } ?? .none
  }

  /// Brings the known rows that the file knows better up to date, each with a ledger entry that keeps the old values.
  ///
  /// Only now, because the last row of a file decides: a file with two states of one record, imported twice, changes nothing
  /// the second time.
  ///
  /// A row of before this file that an officer's command or a decision stands on is not touched: its correction is a command.
  func finish(importNumber: Int64) throws(RegisterError) {
    for (id, later) in pending.sorted(by: { $0.key < $1.key }) {
      let row = later.values
      for (place, position) in keyPositions.enumerated() {
        switch row[position] {
        case .number(let number): find.statement.bind(place + 1, number)
        case .text(let text): find.statement.bind(place + 1, text)
        case .none: find.statement.bindNull(place + 1)
        }
      }
      guard try find.statement.step() else {
        find.statement.reset()
        continue
      }
      let old = row.indices.map { present($0) }
      find.statement.reset()
      let isOpen = statusAt.map { RowStore.isOpen(old[$0]) } ?? true
      let different = row.indices.filter { counts($0, row, isOpen: isOpen) && row[$0] != old[$0] }
      guard !different.isEmpty else { continue }
      let key = keyPositions.map { RowStore.plain(row[$0]) }.joined(separator: " ")
      if id < firstNew {
        let fields = slots.map(\.field)
        let before = guardian.row(key, fields, old.map(\.caseValue))
        let after = guardian.row(key, fields, old.indices.map { different.contains($0) ? row[$0].caseValue : old[$0].caseValue })
        if let fault = try guardian.decided(before, after) {
          refuseKnown(later, fault)
          continue
        }
        try guardian.requireOfficer()
      }
      try update(id, row, different)
      if let fault = try guardian.contradiction(of: id) {
        try update(id, old, different)
        refuseKnown(later, fault)
        continue
      }
      if id < firstNew { changedRows.append(id) }
      var changes: [String: JSONValue] = [:]
      for index in different {
        // The ledger forgets nothing: what must be forgotten one day is not written there.
        let isMasked = slots[index].field.personalData == .masked
        changes[slots[index].field.name] = isMasked ? .array([.text("…"), .text("…")]) : .array([old[index].json, row[index].json])
      }
      try Ledger.append(
        Ledger.Draft(
          guardian.attribution, kind: Past.imported, table: schema.plural, key: key,
          data: ["import": .number(importNumber), "changes": .object(changes)]), to: database, path: path)
      changed += 1
    }
    pending = [:]
    if stored > 0 { try guardian.requireSigner() }
    try recordVaultChanges(importNumber)
    try recordOverrides(importNumber)
  }

  /// Why codes were taken that do not check, of the enterprises that this file brought.
  private func recordOverrides(_ importNumber: Int64) throws(RegisterError) {
    for (code, reason) in (overrides?.reasons ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = try guardian.id(of: code), id >= firstNew else { continue }
      try Ledger.append(
        Ledger.Draft(
          guardian.attribution, kind: "import-override", table: schema.plural, key: code,
          data: ["import": .number(importNumber), Enterprise.codeOverride.name: .text(reason)]), to: database, path: path)
    }
  }

  private func recordVaultChanges(_ importNumber: Int64) throws(RegisterError) {
    for (complaint, parts) in vault?.changed ?? [] {
      if complaint < firstNew { try guardian.requireOfficer() }
      let key = try ComplaintKey.of(complaint, database, path: path)
      try Ledger.append(
        Ledger.Draft(
          guardian.attribution, kind: "vault-changed", table: schema.plural, key: key,
          data: ["import": .number(importNumber), "parts": .array(parts.map { .text($0.rawValue) })]), to: database, path: path)
    }
  }

  private func update(_ id: Int64, _ row: [StoredValue], _ columns: [Int]) throws(RegisterError) {
    let assignments = columns.map { "\(Layout.quoted(slots[$0].field.name)) = ?" }.joined(separator: ", ")
    let statement = try Statement(
      "UPDATE \(Layout.quoted(schema.plural)) SET \(assignments) WHERE id = ?", on: database, path: path)
    for (place, index) in columns.enumerated() {
      switch row[index] {
      case .number(let number): statement.bind(place + 1, number)
      case .text(let text): statement.bind(place + 1, text)
      case .none: statement.bindNull(place + 1)
      }
    }
    statement.bind(columns.count + 1, id)
    try statement.run()
  }

  private static func plain(_ value: StoredValue) -> String {
    switch value {
    case .none: ""
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

extension RowStore.StoredValue {
  var json: JSONValue { caseValue.json }

  var caseValue: CaseValue {
    switch self {
    case .none: .none
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }
}

/// Lets a class hold a statement.
final class StatementBox {
  let statement: Statement
  init(_ statement: consuming Statement) { self.statement = statement }
}
