internal import CityModel
internal import Columns
internal import GRDB

/// The rows that a file may refer to, by what people call them, read once at the start of an import.
final class ReferenceTables {
  private let database: Database
  private let path: String
  private var tables: [String: WordTable] = [:]

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// Ids by natural key: unified social credit codes, project codes, division codes.
  func table(_ name: String) throws(RegisterError) -> WordTable {
    if let known = tables[name] { return known }
    guard let schema = Layout.tables.first(where: { $0.name == name }) else {
      throw RegisterError(result: 1, message: "no table \(name)", path: path)
    }
    if schema == Complaint.schema { return try complaints() }
    var words = WordTable()
    let statement = try Statement(
      "SELECT id, \(Layout.quoted(schema.key)) FROM \(Layout.quoted(schema.plural)) ORDER BY id", on: database, path: path)
    while try statement.step() { words.add(statement.text(1) ?? "", statement.integer(0)) }
    tables[name] = words
    return words
  }

  /// Ids of complaints by number and source, `T-1 12345`, and by number alone where only one source has it.
  private func complaints() throws(RegisterError) -> WordTable {
    var words = WordTable()
    let statement = try Statement(
      """
      SELECT id, number, source, count(*) OVER (PARTITION BY number) FROM complaints ORDER BY id
      """, on: database, path: path)
    while try statement.step() {
      let number = statement.text(1) ?? ""
      words.add(Layout.complaintKey(number: number, source: statement.text(2) ?? ""), statement.integer(0))
      if statement.integer(3) == 1 { words.add(number, statement.integer(0)) }
    }
    tables[Complaint.schema.name] = words
    return words
  }

  /// What tells the register's secrets from another's.
  func keyCheck() throws(RegisterError) -> String? {
    do { return try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'key_check'") } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// The enterprise under contract with an estate on a day.
  func contracts() throws(RegisterError) -> ContractTable {
    var table = ContractTable()
    let statement = try Statement(
      """
      SELECT project, enterprise, \(Layout.quoted(Contract.from.name)), ended_on FROM contracts
      ORDER BY project, \(Layout.quoted(Contract.from.name)), number
      """, on: database, path: path)
    while try statement.step() {
      table.add(
        project: statement.integer(0), enterprise: statement.integer(1), from: statement.integer(2),
        endedOn: statement.optionalInteger(3))
    }
    return table
  }

  /// Every project in order of its code, with its county's and street's code and its name.
  func projects() throws(RegisterError) -> [(id: Int64, code: String, county: String, street: String, name: String)] {
    var projects: [(id: Int64, code: String, county: String, street: String, name: String)] = []
    let statement = try Statement(
      """
      SELECT p.id, p.code, c.code, s.code, p.name FROM projects p JOIN divisions c ON c.id = p.county \
      JOIN divisions s ON s.id = p.street ORDER BY p.code
      """, on: database, path: path)
    while try statement.step() {
      projects.append(
        (statement.integer(0), statement.text(1) ?? "", statement.text(2) ?? "", statement.text(3) ?? "", statement.text(4) ?? ""))
    }
    return projects
  }
}

/// Which enterprise served an estate on a day; the later contract where two overlap, as in the snapshot.
struct ContractTable {
  private struct Span {
    var from: Int64
    var last: Int64
    var enterprise: Int64
  }

  private var spans: [Int64: [Span]] = [:]

  /// Contracts must be added in order of their first day.
  mutating func add(project: Int64, enterprise: Int64, from: Int64, endedOn: Int64?) {
    spans[project, default: []].append(Span(from: from, last: endedOn ?? .max, enterprise: enterprise))
  }

  func enterprise(of project: Int64, on day: Int64) -> Int64? {
    spans[project]?.last { $0.from <= day && day <= $0.last }?.enterprise
  }
}
