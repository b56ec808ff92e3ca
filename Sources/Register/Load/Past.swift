internal import CityModel
internal import Columns

/// Which entries of the ledger a look at the past does not know yet, and what of a row they take back.
///
/// There are two times. *When it was true*: of a change made by a command or a decision, the moment that the officer named; but a date
/// of an event tells itself when that was, and so do the values that were written with it: that a contract ended in September is
/// true of September, whenever it was entered. *When it was recorded*: the ledger's position. An import has no moment of its own:
/// its rows tell by their dates when something was so, and only the position takes it back.
struct Past {
  /// Exclusive: what was so at the last second before it.
  let cut: Moment
  /// The last day before it.
  let lastDay: Day
  /// Entries after this position were not recorded yet.
  let position: Int64

  init(before cut: Moment, upTo position: Int64 = .max) {
    self.cut = cut
    lastDay = Moment(seconds: cut.seconds == .min ? .min : cut.seconds - 1).day
    self.position = position
  }

  /// The kind of the entries that an import writes for rows that it found different.
  static let imported = "import-changed"

  /// One entry, as far as it says what became of a row.
  struct Entry {
    var position: Int64
    var moment: Moment
    var kind: String
    /// By field: the value before, and the one after.
    var changes: [(field: Field, old: JSONValue, new: JSONValue)]

    /// `nil` for an entry that changed nothing of a row.
    init?(_ schema: TableSchema, position: Int64, moment: Moment, kind: String, data: String) {
      guard let members = JSONValue(parsing: data)?["changes"]?.members, !members.isEmpty else { return nil }
      self.position = position
      self.moment = moment
      self.kind = kind
      changes = members.sorted { $0.key < $1.key }.compactMap { name, pair in
        // What must be forgotten one day was never written there: what the row has is all there is.
        guard let field = schema.field(name), !field.isDerived, field.personalData != .masked, pair.elements.count == 2 else { return nil }
        return (field, pair.elements[0], pair.elements[1])
      }
    }

    /// Whether it made the row.
    func makes(_ schema: TableSchema) -> Bool {
      changes.contains { $0.field.name == schema.key && $0.old == .null && $0.new != .null }
    }
  }

  /// What an entry does to the look at a row.
  enum Effect {
    /// The row was not there, as its own date tells, or the position at which it came.
    case notBegun
    /// The row was not there, and has no date that tells.
    case absent
    /// Fields with the values that they had.
    case takenBack([(field: Field, old: JSONValue)])
  }

  func effect(of entry: Entry, on schema: TableSchema) -> Effect {
    if entry.position > position {
      return entry.makes(schema) ? .notBegun : .takenBack(entry.changes.map { ($0.field, $0.old) })
    }
    if entry.moment < cut || entry.kind == Past.imported { return .takenBack([]) }
    let dates = entry.changes.filter { ScopeFilter.isEvent($0.field, of: schema) && $0.new != .null }
    let haveHappened = !dates.isEmpty && dates.allSatisfy { hasHappened($0.field, $0.new, entry.moment) }
    if entry.makes(schema) { return effect(ofMaking: entry, schema, haveHappened) }
    return .takenBack(
      entry.changes.compactMap { field, old, new in
        let isOwnDate = ScopeFilter.isEvent(field, of: schema) && new != .null
        return (isOwnDate ? hasHappened(field, new, entry.moment) : haveHappened) ? nil : (field, old)
      })
  }

  /// A new row is there from the date that every row of its table has; where there is none, from the dates that it came with, or
  /// else from its command. Who there is (enterprises, estates) was there before somebody entered it.
  private func effect(ofMaking entry: Entry, _ schema: TableSchema, _ haveHappened: Bool) -> Effect {
    let names = schema.name == Contract.schema.name ? [Contract.signedOn.name, Contract.from.name] : [schema.dated].compactMap { $0 }
    let dated = names.lazy.compactMap { name in entry.changes.first { $0.field.name == name && $0.new != .null } }.first
    guard let dated, dated.field.isRequired || schema.name == Contract.schema.name else {
      return haveHappened || CitySchema.isRegistry(schema) ? .takenBack([]) : .absent
    }
    if hasHappened(dated.field, dated.new, entry.moment) { return .takenBack([]) }
    return dated.field.type == .moment || (dated.new.number ?? .max) > lastDay.ordinal ? .notBegun : .absent
  }

  /// Whether the date of an event lies before the cut. On the day of the entry, its moment tells the hour.
  private func hasHappened(_ field: Field, _ value: JSONValue, _ moment: Moment) -> Bool {
    guard let number = value.number else { return false }
    if field.type == .moment { return number < cut.seconds }
    let day = Day(ordinal: Int32(clamping: number))
    return day == moment.day ? moment < cut : day <= lastDay
  }
}
