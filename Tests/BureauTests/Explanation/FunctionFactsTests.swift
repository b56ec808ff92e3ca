import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Testing

/// The explanation of a score names the facts of a rule that is a function, too: whatever it does not name may become anything, and the
/// rule's points stay; whatever it names can move them (DESIGN D9).
@Suite("why of a score names what a county's function reads, and all of it") struct FunctionFactsTests {
  private static let day = Day("2026-09-30") ?? Day(ordinal: 0)
  private static let county = "140404"

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: String
    /// What the function and the counting add to the conditions.
    var reads: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "row by row",
      rule: """
        where = { finding = "substantiated" }, count_once_per = "complainant",
        deduct = function(c)
          if c.reworks and c.reworks > 0 then return 0.5 end
          if c.category == "noise" then return 0.2 end
          return 0.1
        end,
        """, reads: ["category", "complainant", "reworks"]),
    Case(
      name: "an estate's together",
      rule: """
        where = { category = not_one_of{ "fees" } },
        deduct = { per = "project", points = function(estate, rows)
          if estate.households and rows:distinct("complainant") * 100 > estate.households then return 0.5 end
          if rows:where{ finding = "substantiated" }:count() > 0 then return 0.2 end
          return 0.1
        end },
        """, reads: ["complainant", "finding", "project.households"]),
    Case(
      name: "an enterprise's together",
      rule: """
        where = { category = not_one_of{ "fees" } },
        deduct = { per = "enterprise", points = function(enterprise, rows)
          if enterprise.staff and enterprise.staff > 60 then return 0.1 end
          return points(0.1) * (rows:count() + rows:where{ finding = "substantiated" }:count())
        end },
        """, reads: ["enterprise.staff", "finding"]),
  ]

  @Test("what is not named may become anything, and what is named moves a figure", arguments: cases) func facts(_ example: Case) throws {
    let temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    let folder = temporary.folder + "/scripts/140404-shangdang"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = """
      adjustment "function" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, note = "n", each = complaint, because = "{number}",
        \(example.rule)
      }
      """
    try text.write(toFile: folder + "/function.lua", atomically: true, encoding: .utf8)
    let office = try Office(register: temporary.folder + "/xize.db", scripts: temporary.folder + "/scripts", readOnly: true)
    let snapshot = try office.snapshot(.county(Self.county), asOf: Self.day.end)
    let script = Script(name: "function.lua", text: text)

    func effects(_ snapshot: Snapshot) throws -> [String] {
      let session = try ScriptSession(snapshot)
      guard case .adjustment(let rule)? = try session.load(script).first else { return [] }
      return try session.outcome(of: rule, year: (Day("2026-01-01") ?? Self.day)...Self.day, in: script).effects.map { "\($0.enterprise) \($0.points)" }
    }
    let before = try effects(snapshot)
    #expect(!before.isEmpty)

    // What the explanations of the enterprises that it touches name.
    var named: Set<String> = [], read: Set<String> = []
    let firms = snapshot.table(Enterprise.schema)
    for effect in before {
      let row = try #require(effect.split(separator: " ").first.flatMap { Int($0) })
      let why = try office.explain(
        firms.cell("uscc", row: row).plain, figure: "score", scope: .county(Self.county), asOf: Self.day.end, say: { $0.en })
      let clauses = try #require(why["clauses"])
      let name = try #require(clauses.column(named: "clause")), test = try #require(clauses.column(named: "test"))
      for line in clauses.rows {
        named.insert(line[name].plain)
        if ["a function reads it", "counts once for the same"].contains(line[test].plain) { read.insert(line[name].plain) }
      }
    }
    #expect(read == Set(example.reads))

    // To whom a row belongs and when it came are what every rule goes by.
    var facts: [String: Set<String>] = ["complaint": ["enterprise", "project", "accepted_at"]]
    for name in named {
      let path = name.split(separator: ".").map(String.init)
      facts[path.count > 1 ? path[0] : "complaint", default: []].insert(path.last ?? "")
    }
    for step in [1, 3] {
      var changes: [String: [String: Column]] = [:]
      for schema in CitySchema.tables where schema.name != "division" {
        for field in schema.fields where !field.isDerived && facts[schema.name]?.contains(field.name) != true {
          changes[schema.name, default: [:]][field.name] = try shaken(snapshot, schema, field, step)
        }
      }
      #expect(try effects(snapshot.with(changes)) == before, "step \(step)")
    }
    for name in named {
      let path = name.split(separator: ".").map(String.init)
      let schema = try #require(CitySchema.table(path.count > 1 ? path[0] : "complaint"))
      let field = try #require(schema.field(path.last ?? ""))
      let moves = try (1...6).contains { step in
        try effects(snapshot.with([schema.name: [field.name: try shaken(snapshot, schema, field, step * 7 - 6)]])) != before
      }
      #expect(moves, "\(name)")
    }
  }

  private func shaken(_ snapshot: Snapshot, _ schema: TableSchema, _ field: Columns.Field, _ step: Int) throws -> Column {
    var others: [UInt32] = []
    if case .reference(let target) = field.type, let target = CitySchema.table(target) { others = (0..<snapshot.table(target).count).map { UInt32($0) } }
    return try snapshot.table(schema).column(field.name).shaken(step, references: others) { _ in true }
  }
}
