internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

/// Every case of a scope over rows that are loaded once: those that have begun, by the procedure that they keep, and, under some rules,
/// those whose first step waits.
struct CaseRoll {
  struct Entry {
    var found: ProcedureCase
    /// The row that it is about, in the table of its plural name.
    var row: Int
    /// Whether what it is about has come to its end.
    var isSettled: Bool
    /// The rule that would open it; `nil` for a case that has begun.
    var rule: ProcedureDeclaration?
  }

  typealias OpeningRule = (rule: ProcedureDeclaration, script: ScriptInForce)

  private let readers: [CaseRows]
  private let begun: [Entry]

  init(_ office: Office, _ snapshot: Snapshot) throws {
    readers = CaseDesk.tables.map { CaseRows(table: snapshot.table($0), snapshot: snapshot) }
    var begun: [Entry] = []
    for reader in readers {
      // Where a row lies is known once the row is found.
      let recorded = try office.register.procedureCases(in: reader.table.schema) { _ in CasePlace(county: "") }
      guard !recorded.isEmpty else { continue }
      let rows = try reader.table.rows(keys: Set(recorded.map(\.key)))
      for var found in recorded {
        guard let row = rows[found.key], let subject = try reader.subject(row), !subject.isOver else { continue }
        found.place = subject.place
        begun.append(Entry(found: found, row: row, isSettled: try reader.isSettled(row)))
      }
    }
    self.begun = begun
  }

  /// The own procedures that scripts declare.
  static func rules(_ scripts: [ScriptInForce], _ session: ScriptSession) throws -> [OpeningRule] {
    var rules: [OpeningRule] = []
    for one in scripts {
      for case .ownProcedure(let rule) in try session.load(one.script) { rules.append((rule, one)) }
    }
    return rules
  }

  /// The cases that have begun, and those that the rules in force at a row's beginning open for it.
  func cases(under rules: [OpeningRule]) throws -> [Entry] {
    var known = Set(begun.map { [$0.found.table, $0.found.key, $0.found.procedure.name] })
    var cases = begun
    for (rule, script) in rules {
      guard let reader = readers.first(where: { $0.table.schema.name == rule.table.name }) else { continue }
      let verdicts = try rule.scope.verdicts(over: reader.table, in: reader.snapshot)
      for row in verdicts.rows(.yes).map({ Int($0) }) {
        guard try rule.reaches(row, of: reader.table, script), let subject = try reader.subject(row), !subject.isOver,
          known.insert([reader.table.schema.plural, subject.key, rule.name]).inserted
        else { continue }
        cases.append(Entry(found: ProcedureCase(rule, script, on: subject), row: row, isSettled: try reader.isSettled(row), rule: rule))
      }
    }
    return cases
  }
}

extension ProcedureDeclaration {
  /// Whether the rule was in force when the row began.
  func reaches(_ row: Int, of table: Table, _ script: ScriptInForce) throws -> Bool {
    guard let began = try table.began(row)?.day else { return false }
    return script.isInForce(on: began) && !heading.days(within: began...began).isEmpty
  }
}

/// The rows of a table as cases see them.
private struct CaseRows {
  let table: Table
  let snapshot: Snapshot

  /// Whether what it is about has come to its end: the complaint is closed, the order carried out, the enterprise listed or not.
  func isSettled(_ row: Int) throws -> Bool {
    switch table.schema.name {
    case RectificationOrder.schema.name: try table.column(RectificationOrder.rectifiedOn).day(row) != nil
    case Listing.schema.name: try table.column(Listing.decidedOn).day(row) != nil
    default: try table.column(Complaint.status).text(row) == "closed"
    }
  }

  func subject(_ row: Int) throws -> CaseSubject? {
    guard let key = try table.ledgerKey(row), let began = try table.began(row) else { return nil }
    let divisions = try snapshot.table(Division.schema).column(Division.codeField)
    func code(_ field: Columns.Field, _ table: Table, _ row: Int, _ codes: Column) throws -> String? {
      try table.column(field).reference(row).flatMap { codes.text($0) }
    }
    var place = CasePlace(county: "")
    if let field = table.schema.field("project"), let at = try table.column(field).reference(row) {
      let projects = snapshot.table(Project.schema)
      let communities = try snapshot.table(Community.schema).column(Community.code)
      place.county = try code(Project.county, projects, at, divisions) ?? ""
      place.street = try code(Project.street, projects, at, divisions)
      place.community = try code(Project.community, projects, at, communities)
    } else if let field = table.schema.field("county") {
      place.county = try code(field, table, row, divisions) ?? ""
    }
    let status = try table.schema.field("status").flatMap { try table.column($0).text(row) } ?? ""
    return CaseSubject(table: table.schema, key: key, place: place, began: began, isOver: CaseSubject.over.contains(status))
  }
}
