import CityModel
import Columns
import DistrictRules
import LuaSyntax
import Register
import Synchronization
import Testing

/// A register of which somebody notes what was asked of it.
private final class NotingSource: ColumnSource {
  let asked = Mutex<Set<String>>([])
  private let fails: Bool

  init(fails: Bool = false) { self.fails = fails }

  func countRows(of table: Table) throws(ColumnError) -> Int {
    asked.withLock { _ = $0.insert(table.schema.plural) }
    if fails { throw ColumnError(.sourceFailed, table: table.schema.plural, field: table.schema.key) }
    return 0
  }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    asked.withLock { _ = $0.insert(table.schema.plural) }
    if fails { throw ColumnError(.sourceFailed, table: table.schema.plural, field: table.schema.key) }
    let none = TableBuilder(table.schema)
    return fields.compactMap { none.column($0) }
  }

  func session() throws -> ScriptSession {
    let sources = CitySchema.storedTables.map { Snapshot.Source($0, columns: self) }
    return try ScriptSession(
      Snapshot(scope: .city, cut: Day("2026-10-01")!.start, ledgerPosition: 0, rulebook: try Rulebook.standard(), sources: sources))
  }
}

@Suite("What a line does not ask for is not read")
struct UntouchedTests {
  @Test(
    "tables asked", arguments: [
      ("1", []), ("2 + 2, tostring(complaints ~= nil)", []), ("points(1.5)", []), ("#complaints", ["complaints"]),
      ("enterprises:count()", ["enterprises"]), ("fund_requests:first()", ["fund_requests"]),
      ("#duties", ["common_revenue_statements", "contracts", "disclosure_items", "divisions", "enterprises", "filings", "manager_assignments", "projects"]),
    ])
  func asked(line: String, tables: [String]) throws {
    let source = NotingSource()
    let session = try source.session()
    _ = try session.evaluate(line, in: session.makePrompt())
    #expect(source.asked.withLock { $0.sorted() } == tables)
  }

  @Test(
    "a register that cannot be read is no register without rows",
    arguments: ["#complaints", "complaints:count()", "complaints", "for c in complaints:each() do return c end", "#duties", "complaints:group(\"category\"):count()"])
  func failing(line: String) throws {
    let session = try NotingSource(fails: true).session()
    let error = #expect(throws: ScriptError.self) { try session.evaluate(line, in: session.makePrompt()) }
    #expect(error?.diagnostic.code == "source-failed")
  }
}
