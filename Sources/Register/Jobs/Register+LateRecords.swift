internal import CityModel
public import Columns
internal import GRDB

/// A record of days that a run had looked at, which came into the register after it, or was changed in it.
public struct LateRecord: Sendable, Hashable {
  /// The table's plural name: `complaints`.
  public var table: String
  /// Its number, or what names a row of that table.
  public var key: String

  public init(table: String, key: String) {
    self.table = table
    self.key = key
  }
}

extension Register {
  /// What came late for a run of a county: rows of every dated table that are newer than the run and dated in its days, and those of
  /// these days that were changed since in what a look at them would show: by an import, or a correction that was dated back. They
  /// are never mixed into the run.
  ///
  /// - Parameter first: the run's first day; its days end at the cut.
  /// - Returns: by table and key.
  public func lateRecords(district: String, marks: RunMarks, from first: Day, cut: Moment) throws(RegisterError) -> [LateRecord] {
    try read { database in
      guard let county = try Int64.fetchOne(database, sql: "SELECT id FROM divisions WHERE code = ?", arguments: [district]) else { return [] }
      let changed = try rowsChanged(since: marks, as: Past(before: cut), database)
      var found: [LateRecord] = []
      for schema in CitySchema.storedTables {
        guard let dated = schema.dated.flatMap(schema.field), !dated.isDerived, let owner = LateOwner(schema) else { continue }
        let isMoment = dated.type == .moment
        let name = Layout.quoted(dated.name)
        let keys = try String.fetchAll(
          database,
          sql: """
            SELECT CAST(\(Layout.quoted(schema.key)) AS TEXT) FROM \(Layout.quoted(schema.plural))
            WHERE (id > ? OR id IN (SELECT value FROM json_each(?))) AND \(name) >= ? AND \(name) < ? AND \(owner.condition) ORDER BY 1
            """,
          arguments: [
            marks.lastRows[schema.plural] ?? 0, JSONValue.array((changed[schema.plural] ?? []).sorted().map { .number($0) }).description, isMoment ? first.start.seconds : Int64(first.ordinal),
            isMoment ? cut.seconds : Int64(Moment(seconds: cut.seconds - 1).day.ordinal) + 1, county,
          ])
        found += keys.map { LateRecord(table: schema.plural, key: $0) }
      }
      return found
    }
  }

  /// By table, the rows of which something is true at the cut that was recorded after a run.
  private func rowsChanged(since marks: RunMarks, as past: Past, _ database: Database) throws -> [String: Set<Int64>] {
    let schemas = Dictionary(uniqueKeysWithValues: CitySchema.storedTables.map { ($0.plural, $0) })
    var changed: [String: Set<Int64>] = [:]
    let entries = try Row.fetchCursor(
      database, sql: "SELECT position, moment, kind, subject_table, subject_key, data FROM ledger WHERE position > ? ORDER BY position",
      arguments: [marks.position])
    while let row = try entries.next() {
      guard let table: String = row[3], let key: String = row[4], let schema = schemas[table],
        let entry = Past.Entry(schema, position: row[0], moment: Moment(seconds: row[1]), kind: row[2], data: row[5]), !entry.makes(schema),
        case .takenBack(let fields) = past.effect(of: entry, on: schema), fields.count < entry.changes.count,
        let id = try database.row(called: key, in: schema)
      else { continue }
      changed[table, default: []].insert(id)
    }
    return changed
  }
}

/// How a row of a table is found to be a county's: by its own county, by its estate's, or by its complaint's.
private struct LateOwner {
  let condition: String

  init?(_ schema: TableSchema) {
    func refers(_ name: String, to target: TableSchema) -> Bool {
      schema.field(name).map { !$0.isDerived && $0.type == .reference(target.name) } ?? false
    }
    let projects = "SELECT id FROM projects WHERE county = ?"
    if refers("county", to: Division.schema) {
      condition = "county = ?"
    } else if refers("project", to: Project.schema) {
      condition = "project IN (\(projects))"
    } else if refers("complaint", to: Complaint.schema) {
      condition = "complaint IN (SELECT id FROM complaints WHERE project IN (\(projects)))"
    } else {
      return nil
    }
  }
}
