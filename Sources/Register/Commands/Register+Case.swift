public import CityModel
public import Columns
internal import GRDB

/// A row as it stands, or stood, with what was done to it.
public struct CaseFile: Sendable {
  public var row: CaseRow
  public var entries: [LedgerEntry]

  /// The position that a command of the city on it names: steps of a district's own procedure have a count of their own.
  public var position: Int { entries.count { !$0.isCaseStep } }
}

extension LedgerEntry {
  /// Whether it is a step of a district's own procedure.
  public var isCaseStep: Bool { kind == StoredCaseAct.done || kind == StoredCaseAct.refused }

  /// What such an entry says.
  public var caseStep: (step: String, procedure: String, isRefusal: Bool)? {
    guard isCaseStep, let data = JSONValue(parsing: data), let step = data["step"]?.text, let name = data["procedure"]?.text else { return nil }
    return (step, name, kind == StoredCaseAct.refused)
  }
}

extension Register {
  /// The case of a key with its ledger history; `nil` when there is none. As of a moment, what commands did later is taken back, as in
  /// a snapshot, and later entries are left out.
  ///
  /// - Parameter key: the natural key; a complaint may be named by its number alone where one source has it.
  public func caseFile(_ table: TableSchema, _ key: String, asOf cut: Moment? = nil) throws(RegisterError) -> CaseFile? {
    let row: CaseRow? = try read { database in
      let records = CommandRecords(database: database, path: path)
      var rows = try records.rows(RowQuery(table, [.init(table.keyField, .text(key))]))
      if rows.isEmpty, let space = key.lastIndex(of: " ") {
        rows = try records.rows(RowQuery(table, [.init(table.keyField, .text(String(key[..<space])))])).filter { $0.key == key }
      }
      return rows.count == 1 ? rows.first : nil
    }
    guard var row else { return nil }
    var entries = try ledger(table: table.plural, key: row.key)
    if let cut {
      let past = Past(before: cut)
      guard let then = try rowThen(row, entries, past) else { return nil }
      guard let known = then.standing(past) else { return nil }
      row = known
      entries.removeAll { $0.moment >= cut }
    }
    return CaseFile(row: row, entries: entries)
  }
}

extension Register {
  /// The row as it was, `nil` when it was not there.
  private func rowThen(_ row: CaseRow, _ entries: [LedgerEntry], _ past: Past) throws(RegisterError) -> CaseRow? {
    var then = row
    var known: Set<String> = []
    for entry in entries {
      guard let change = Past.Entry(row.table, position: entry.position, moment: entry.moment, kind: entry.kind, data: entry.data) else { continue }
      guard case .takenBack(let fields) = past.effect(of: change, on: row.table) else { return nil }
      for (field, old) in fields where known.insert(field.name).inserted { then.values[field.name] = CaseValue(old) }
    }
    return then
  }
}

extension CaseRow {
  /// As its own dates tell of a moment, whoever brought them: what they tell to be later is not known yet, as in a snapshot. `nil` when it
  /// had not begun.
  fileprivate func standing(_ past: Past) -> CaseRow? {
    func isLater(_ date: Field) -> Bool {
      guard let number = self[date].number else { return false }
      return date.type == .moment ? number >= past.cut.seconds : number > Int64(past.lastDay.ordinal)
    }
    func standing(_ word: String, _ words: [DatedValue.Word], isStored: Bool) -> String {
      guard let found = words.first(where: { $0.word == word }) else { return word }
      let isUndated = !has(found.since)
      let wasBefore = isLater(found.since) || isUndated && (found.needsDate && !isStored || found.orSince.map(isLater) == true)
      return wasBefore ? standing(found.before, words, isStored: false) : word
    }
    if table != Contract.schema, let began = table.dated.flatMap({ table.field($0) }), began.isRequired, !began.isDerived, isLater(began) { return nil }
    var then = self
    for field in table.storedFields {
      guard has(field), let dated = DatedValue.of(field, in: table) else { continue }
      switch dated.rule {
      case .since(let date, let before) where isLater(date): then.values[field.name] = before.map { .flag($0) }
      case .since: break
      case .words(let words): if let stored = text(field) { then.values[field.name] = .text(standing(stored, words, isStored: true)) }
      }
    }
    for field in table.storedFields where ScopeFilter.isEvent(field, of: table) && isLater(field) {
      then.values[field.name] = nil
    }
    return then
  }
}

extension CaseValue {
  /// `nil` where the ledger says that there was no value.
  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .flag(flag)
    case .null, .literal, .array, .object: return nil
    }
  }
}
