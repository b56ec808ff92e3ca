import CityModel
import Columns
import DistrictRules
import LuaSyntax
import Register
import Testing

/// The runner of script tests: what it refuses, what it reports, what it has seen.
@Suite("script tests") struct ScriptTestTests {
  static let rule = """
    adjustment "noise" {
      title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint,
      where = { category = "noise" }, when = { finding = "substantiated" }, deduct = 1, because = "{number}",
    }
    """
  static let town = """
    enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业" } },
    """

  static func report(_ rule: String = rule, _ tests: String) throws -> ScriptTestReport {
    try report(rule, Script(name: "noise.test.lua", text: tests))
  }

  static func report(_ rule: String, _ tests: Script) throws -> ScriptTestReport {
    ScriptTests(rulebook: try Rulebook.standard()) { _ in NoAdvisor() }.report(
      on: Script(name: "scripts/140403-luzhou/noise.lua", text: rule), tests: tests
    ) { _ in throw Missing() }
  }

  struct Missing: Error {}

  static func test(_ rows: String, _ expect: String) -> String {
    "test \"t\" {\n day = \"2026-09-30\",\n given = { \(town) \(rows) },\n expect = { \(expect) },\n}"
  }

  static let one = "complaint = { { project = \"东苑\", category = \"noise\", finding = \"substantiated\" } }"

  @Test("expected and actual values stand under the name, the summary last") func failure() throws {
    let report = try Self.report(Self.rule, Self.test(Self.one, "points = { [\"甲物业\"] = -3 }, unknown = 1"))
    #expect(
      report.text(.english, coverage: false) == """
        FAIL  noise.test.lua:1  t
            points.甲物业   expected -3   found -1
            unknown         expected 1    found 0
        FAIL  scripts/140403-luzhou/noise.lua  0/1, clauses seen 2/4
        """)
    #expect(report.text(.chinese, coverage: true).contains("未测到"))
  }

  static let outcomes: [(rows: String, expect: String, passes: Bool)] = [
    (one, "points = { [\"甲物业\"] = -1 }", true), (one, "points = {}", false), ("", "points = {}", true),
    ("", "points = { [\"甲物业\"] = 0 }", true), (one, "points = { [\"乙物业\"] = -1 }", false),
    (one, "unknown = 0", true), ("complaint = { { project = \"东苑\", category = \"noise\" } }", "unknown = 1, points = {}", true),
    (one, "problem = \"unknown-field\"", false),
  ]

  @Test("what is not named must not come out", arguments: outcomes)
  func comparison(_ example: (rows: String, expect: String, passes: Bool)) throws {
    let report = try Self.report(Self.rule, Self.test(example.rows, example.expect))
    #expect(report.passed == (example.passes ? 1 : 0) && report.brokenCount == 0, "\(report.text(.english, coverage: false))")
  }

  static let mistakes: [(rows: String, expect: String, code: String, under: String)] = [
    ("complains = {}", "points = {}", "unknown-table", "complains"),
    ("complaint = { { categry = \"noise\" } }", "points = {}", "unknown-field", "categry"),
    ("complaint = { { category = \"nois\" } }", "points = {}", "unknown-value", "\"nois\""),
    ("complaint = { { project = \"西苑\" } }", "points = {}", "unknown-row", "\"西苑\""),
    ("complaint = { { overdue = true } }", "points = {}", "derived-field", "overdue"),
    ("complaint = { { accepted_at = \"yesterday\" } }", "points = {}", "wrong-type", "\"yesterday\""),
    ("complaint = { { complainant = 5 } }", "points = {}", "wrong-type", "5"),
    ("complaint = { { satisfied = \"no\" } }", "points = {}", "wrong-type", "\"no\""),
    ("complaint = { { reworks = 1.5 } }", "points = {}", "wrong-type", "1.5"),
    ("complaint = { 3 }", "points = {}", "wrong-type", "3"), ("complaint = 3", "points = {}", "wrong-type", "3"),
    ("duty = {}", "points = {}", "derived-field", "duty"), (one, "point = {}", "unknown-key", "point"),
    (one, "points = 3", "wrong-type", "3"), (one, "points = { [\"甲物业\"] = \"x\" }", "wrong-type", "\"x\""), (one, "unknown = -1", "wrong-type", ""),
  ]

  @Test("mistakes in a test are shown where they stand", arguments: mistakes)
  func mistake(_ example: (rows: String, expect: String, code: String, under: String)) throws {
    let report = try Self.report(Self.rule, Self.test(example.rows, example.expect))
    var error = report.broken
    for result in report.results { if case .broken(let found) = result.verdict { error = found } }
    let found = try #require(error, "\(report.text(.english, coverage: false))")
    #expect(found.diagnostic.code.rawValue == example.code, "\(found.rendered(.english))")
    #expect(report.brokenCount == 1)
    if !example.under.isEmpty {
      let span = try #require(found.diagnostic.span, "\(found.rendered(.english))")
      #expect(found.source.text(span) == example.under, "\(found.rendered(.english))")
    }
  }

  @Test("a test without rows, days, names or expectations is told so") func shapes() throws {
    for (text, code) in [
      ("test \"t\" {}", "missing-key"), ("test \"t\" { expect = {} }", "wrong-type"), ("test \"t\" { day = 5, expect = { points = {} } }", "wrong-type"),
      ("test \"t\" { cases = { { expect = { points = {} } } } }", "missing-key"), ("test \"t\" { cases = {}, expect = { points = {} } }", "wrong-type"),
      ("test \"t\" { beside = \"other\", expect = { points = {} } }", "unknown-script"), ("job \"j\" {}", "not-a-test"),
      ("test \"t\" { when = {}, expect = { points = {} } }", "unknown-key"),
    ] {
      let report = try Self.report(Self.rule, text)
      var error = report.broken
      for result in report.results { if case .broken(let found) = result.verdict { error = found } }
      #expect(error?.diagnostic.code.rawValue == code, "\(text): \(error?.rendered(.english) ?? "nothing")")
    }
  }

  @Test("a case replaces the tables that it gives, and keeps the others") func cases() throws {
    let report = try Self.report(
      Self.rule,
      """
      test "t" {
        day = "2026-09-30", given = { \(Self.town) \(Self.one) }, expect = { points = { ["甲物业"] = -1 } },
        cases = {
          { "as given" },
          { "two", complaint = { { project = "东苑", category = "noise", finding = "substantiated" }, { project = "东苑", category = "noise", finding = "substantiated" } },
            expect = { points = { ["甲物业"] = -2 } } },
          { "none", given = { complaint = { { project = "东苑", category = "fees", finding = "unsubstantiated" }, { project = "东苑", category = "noise", finding = "unsubstantiated" } } }, expect = { points = {} } },
        },
      }
      """)
    #expect(report.results.map(\.name) == ["t › as given", "t › two", "t › none"])
    #expect(report.passed == 3 && report.coverage.isComplete, "\(report.text(.english, coverage: true))")
  }

  static let rankings: [(given: String, unseen: [String])] = [
    ("enterprise = { { name = \"甲\", staff = 2, staff_4050 = 0 }, { name = \"乙\", staff = 1, staff_4050 = 0 } }", ["one_per", "rank.staff", "rank.staff_4050"]),
    (
      "enterprise = { { name = \"甲\", staff = 2, staff_4050 = 0 }, { name = \"乙\", staff = 2, staff_4050 = 1 }, { name = \"丙\", staff = 1, staff_4050 = 1 } }",
      ["one_per", "rank.staff_4050"]
    ),
    (
      """
      enterprise = {
        { name = "甲", staff = 2, staff_4050 = 0 }, { name = "乙", staff = 2, staff_4050 = 1 }, { name = "丙", staff = 1, staff_4050 = 1 },
        { name = "丁", staff = 1, staff_4050 = 1 },
      },
      project = { { name = "东苑", enterprise = "甲", street = "140428100" }, { name = "西里", enterprise = "丁", street = "140428100" } }
      """, []
    ),
  ]

  @Test("one_per and rank are clauses: a place with one candidate and with two, a rank that decides and one that does not", arguments: rankings)
  func ranking(_ example: (given: String, unseen: [String])) throws {
    let rule = """
      criterion "red" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, list = "red", one_per = "street", rank = { "-staff", "staff_4050" },
      }
      """
    let report = try Self.report(rule, "test \"t\" {\n day = \"2026-09-30\",\n given = { \(example.given) },\n expect = { ranking = { \"甲\" } },\n}")
    #expect(report.brokenCount == 0 && report.coverage.items.filter { !$0.missing.isEmpty }.map(\.name) == example.unseen, "\(report.text(.english, coverage: true))")
    #expect(report.coverage.total == 6)
  }

  static let orders: [(given: String, rows: String, unseen: [String])] = [
    ("enterprise = { { name = \"甲\", staff = 1 } }", "\"甲\"", ["order.staff", "order.name", "limit"]),
    ("enterprise = { { name = \"甲\", staff = 2 }, { name = \"乙\", staff = 1 } }", "\"甲\" }, { \"乙\"", ["order.staff", "order.name", "limit"]),
    ("enterprise = { { name = \"甲\", staff = 1 }, { name = \"乙\", staff = 1 } }", "\"乙\" }, { \"甲\"", ["order.staff", "limit"]),
    (
      "enterprise = { { name = \"甲\", staff = 1 }, { name = \"乙\", staff = 1 }, { name = \"丙\", staff = 2 } }",
      "\"丙\" }, { \"乙\"", ["limit"]
    ),
  ]

  @Test("order and limit of a report are clauses: a column that decides and one that leaves it to the next, rows left out and none", arguments: orders)
  func ordering(_ example: (given: String, rows: String, unseen: [String])) throws {
    let rule = """
      report "staff" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = enterprise, columns = { "name" },
        order = { "-staff", "name" }, limit = 2,
      }
      """
    let report = try Self.report(rule, "test \"t\" {\n day = \"2026-09-30\",\n given = { \(example.given) },\n expect = { rows = { { \(example.rows) } } },\n}")
    #expect(report.passed == 1 && report.coverage.items.filter { !$0.missing.isEmpty }.map(\.name) == example.unseen, "\(report.text(.english, coverage: true))")
    #expect(report.coverage.total == 5)
    #expect(report.coverage.items.map(\.line) == [3, 3, 3])
  }

  @Test("lines of functions that no test runs are not seen") func lines() throws {
    let rule = """
      adjustment "noise" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, each = complaint, because = "{number}",
        deduct = function(c)
          if c.reworks == 2 then
            return 2
          end
          return 1
        end,
      }
      """
    let report = try Self.report(rule, Self.test("complaint = { { project = \"东苑\", reworks = 1 } }", "points = { [\"甲物业\"] = -1 }"))
    #expect(report.passed == 1, "\(report.text(.english, coverage: true))")
    #expect(report.coverage.items.filter { !$0.missing.isEmpty }.map(\.name) == ["line.5"])
    let both = try Self.report(rule, Self.test("complaint = { { project = \"东苑\", reworks = 1 }, { project = \"东苑\", reworks = 2 } }", "points = { [\"甲物业\"] = -3 }"))
    #expect(both.coverage.isComplete && both.passed == 1)
  }

  @Test("a rule that cannot be read is a problem that a test can expect") func problem() throws {
    let rule = Self.rule.replacing("category = \"noise\"", with: "categry = \"noise\"")
    let report = try Self.report(rule, Self.test(Self.one, "problem = \"unknown-field\""))
    #expect(report.passed == 1, "\(report.text(.english, coverage: false))")
    let broken = try Self.report(rule, Self.test(Self.one, "points = {}"))
    #expect(broken.brokenCount == 1)
  }

  @Test("the report as JSON has its parts, and escapes what must be") func json() throws {
    let report = try Self.report(Self.rule, Self.test(Self.one, "points = { [\"a\\\"b\"] = -3 }"))
    let text = ScriptTestReport.json([report], .english)
    #expect(text.contains("\"verdict\": \"failed\"") && text.contains("\"record\": \"a\\\"b\"") && text.contains("\"seen\": 2"))
  }
}
