internal import CityModel
internal import Columns
internal import GRDB

/// Which rows of a table belong to a scope, as SQL: what a district may not see is not read.
///
/// Parameters: `?1` the county's id, `?2` the data cut in seconds, `?3` the last day before it. Districts see the enterprises
/// that serve, are registered, filed or recorded in the county, and of what the city publishes (grades, lists) all that
/// concerns those enterprises, whichever county decided it.
struct ScopeFilter {
  let isCounty: Bool
  /// Tables of what was done about complaints that have few rows yet: by the complaint of each row, where others go through
  /// all of the county's complaints. Counting 3,200 revisits beside 410,000 complaints on a busy machine: 1 ms against 2.2 s.
  var small: Set<String> = []

  /// The tables that can be ``small``.
  static let ofComplaints = CitySchema.storedTables.filter { schema in
    schema.fields.contains { $0.isRequired && $0.type == .reference(Complaint.schema.name) }
  }
  private static let fewRows: Int64 = 20_000

  static func small(_ database: Database) throws -> Set<String> {
    var small: Set<String> = []
    for schema in ofComplaints {
      let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM main.\(Layout.quoted(schema.plural))") ?? 0
      if last < fewRows { small.insert(schema.name) }
    }
    return small
  }

  private static let projects = "SELECT id FROM projects WHERE county = ?1"

  /// The ids of the enterprises that a county has to do with, found once for a snapshot: finding them goes through all of the
  /// county's complaints (45 ms for 300,000), and a monthly run asks for them some fifteen times.
  static let collectEnterprises: String = {
    let byProject = ["contracts.enterprise", "surveys.enterprise", "complaints.enterprise", "fund_requests.applicant", "fund_requests.user"]
    let byCounty = ["filings", "urgings", "orders", "credit_records", "list_entries"]
    var parts = ["SELECT id FROM enterprises WHERE \(Layout.quoted(Enterprise.county.name)) = ?1"]
    for reference in byProject {
      let names = reference.split(separator: ".")
      parts.append(
        "SELECT \(Layout.quoted(String(names[1]))) FROM \(Layout.quoted(String(names[0]))) WHERE project IN (\(projects))")
    }
    for table in byCounty { parts.append("SELECT enterprise FROM \(Layout.quoted(table)) WHERE county = ?1") }
    // A NULL, where a complaint names no enterprise, would become a row with a number of SQLite's choice.
    return "INSERT INTO temp.scope_enterprises SELECT id FROM (\(parts.joined(separator: " UNION "))) WHERE id IS NOT NULL"
  }()

  /// Belongs to a reader's own connection; nothing of it reaches the register's file.
  static let createEnterprises = "CREATE TEMP TABLE scope_enterprises (id INTEGER PRIMARY KEY)"

  private static let enterprises = "SELECT id FROM temp.scope_enterprises"

  /// The condition on the rows of a table; `nil` for every row.
  func condition(_ schema: TableSchema) -> String? {
    let parts = [isCounty ? ofFew(schema) ?? ScopeFilter.county(schema) : nil, ScopeFilter.begun(schema)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.map { "(\($0))" }.joined(separator: " AND ")
  }

  private func ofFew(_ schema: TableSchema) -> String? {
    guard small.contains(schema.name) else { return nil }
    return "(SELECT project FROM complaints WHERE complaints.id = \(Layout.quoted(schema.plural)).complaint) IN (\(ScopeFilter.projects))"
  }

  private static func county(_ schema: TableSchema) -> String? {
    switch schema.name {
    case Enterprise.schema.name: "id IN (\(enterprises))"
    // What the city publishes about an enterprise, whichever county decided it.
    case ListEntry.schema.name, PublishedGrade.schema.name, Restriction.schema.name, RegistryEvent.schema.name:
      "enterprise IN (\(enterprises))"
    case Commendation.schema.name: "county = ?1 OR enterprise IN (\(enterprises))"
    case Manager.schema.name: "id IN (SELECT manager FROM manager_assignments WHERE project IN (\(projects)))"
    // A price of the whole city names no county.
    case GuidedPrice.schema.name: "county = ?1 OR county IS NULL"
    case Division.schema.name, ServiceStandard.schema.name, Expert.schema.name, PolicyVersion.schema.name: nil
    default: owned(schema)
    }
  }

  /// Rows belong to the county that they name, else to that of the estate, else to that of the first row they must name.
  private static func owned(_ schema: TableSchema) -> String? {
    if schema.field("county")?.isDerived == false { return "county = ?1" }
    if let project = schema.field("project"), project.isRequired, !project.isDerived { return "project IN (\(projects))" }
    for field in schema.storedFields where field.isRequired {
      guard case .reference(let name) = field.type, let target = CitySchema.table(name),
        let condition = county(target)
      else { continue }
      return "\(Layout.quoted(field.name)) IN (SELECT id FROM \(Layout.quoted(target.plural)) WHERE \(condition))"
    }
    // A table that nobody has decided about is nobody's.
    return "0"
  }

  /// Rows that began before the cut. The registry itself (divisions, enterprises, projects) has no such date.
  private static func begun(_ schema: TableSchema) -> String? {
    if schema.name == Contract.schema.name {
      return "coalesce(\(Contract.signedOn.name), \(Layout.quoted(Contract.from.name))) <= ?3"
    }
    // Proposed by one of the two, it has begun, though it has not been started.
    if schema.name == ExitCase.schema.name {
      let dates = [ExitCase.departmentOn, ExitCase.streetOn, ExitCase.startedOn].map { Layout.quoted($0.name) }
      return "\(dates.map { "\($0) <= ?3" }.joined(separator: " OR ")) OR coalesce(\(dates.joined(separator: ", "))) IS NULL"
    }
    guard let dated = schema.dated.flatMap({ schema.field($0) }), dated.isRequired, !dated.isDerived else { return nil }
    return switch dated.type {
    case .day: "\(Layout.quoted(dated.name)) <= ?3"
    case .moment: "\(Layout.quoted(dated.name)) < ?2"
    default: nil
    }
  }

  /// The order of a table's rows: by what people name them by, so that it does not depend on the order of imports. Complaints
  /// lie by number of entry (city), or by project, enterprise and number of entry (county), the orders that cost no sorting.
  func order(_ schema: TableSchema) -> String {
    if schema.name == Complaint.schema.name { return isCounty ? "project, enterprise, id" : "id" }
    let key = Layout.naturalKey(of: schema).map { field in
      // An enterprise's id tells when it came in; its code does not.
      field.type == .reference(Enterprise.schema.name)
        ? "(SELECT uscc FROM enterprises WHERE enterprises.id = \(Layout.quoted(field.name)))" : Layout.quoted(field.name)
    }
    return (key + ["id"]).joined(separator: ", ")
  }

  /// What is read for a field: a value that a date beside it tells to be later than the cut is read as it stood at it.
  func expression(_ field: Field, of schema: TableSchema) -> String {
    let name = Layout.quoted(field.name)
    guard let dated = DatedValue.of(field, in: schema) else { return name }
    switch dated.rule {
    case .since(let date, let before):
      return "CASE WHEN \(ScopeFilter.isLater(date)) THEN \(before.map { $0 ? "1" : "0" } ?? "NULL") ELSE \(name) END"
    case .words(let words):
      let cases = words.map { "WHEN '\($0.word)' THEN \(ScopeFilter.standing($0.word, words, isStored: true))" }
      return "CASE \(name) \(cases.joined(separator: " ")) ELSE \(name) END"
    }
  }

  private static func isLater(_ date: Field) -> String { "\(Layout.quoted(date.name)) \(date.type == .moment ? ">= ?2" : "> ?3")" }

  /// The word of a status, or the one before it while it was not reached.
  private static func standing(_ word: String, _ words: [DatedValue.Word], isStored: Bool) -> String {
    guard let found = words.first(where: { $0.word == word }) else { return "'\(word)'" }
    let missing = found.needsDate && !isStored ? "\(Layout.quoted(found.since.name)) IS NULL OR " : ""
    let undated = found.orSince.map { " OR \(Layout.quoted(found.since.name)) IS NULL AND \(isLater($0))" } ?? ""
    return "CASE WHEN \(missing)\(isLater(found.since))\(undated) THEN \(standing(found.before, words, isStored: false)) ELSE '\(word)' END"
  }

  /// Whether a date tells that something happened, so that one after the cut is not known yet; other dates are plans.
  static func isEvent(_ field: Field, of schema: TableSchema) -> Bool {
    switch field.type {
    case .moment: true
    // Every day on which something was done is called `…_on`; so are two that are agreed beforehand.
    case .day: field.name.hasSuffix("_on") && ![Contract.from.name, Contract.until.name].contains(field.name)
    default: false
    }
  }
}
