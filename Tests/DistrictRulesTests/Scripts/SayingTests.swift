import CityModel
import Columns
@testable import DistrictRules
import Foundation
import LuaSyntax
import Register
import Testing

/// What `say` prints leaves nothing of a declaration out.
@Suite("saying") struct SayingTests {
  static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/scripts"

  static let scripts: [String] = {
    let files = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
    return files.filter { $0.hasSuffix(".lua") && !$0.hasSuffix(".test.lua") }
  }()

  /// One declaration of each kind with every key that it can have.
  static let full: [String] = {
    let head = """
      title = "t", basis = { document = "d", article = "a", published = "2026-01-01", expires = "2030-01-01" },
      effective = { from = "2026-02-01", to = "2029-12-31" }, season = { from = "11-15", to = "03-15" }, note = "n",
      """
    return [
      """
      adjustment "x" { \(head) relates = "D10", each = complaint, where = { category = one_of{ "noise", "fees" }, project = { households = between(5, 10) } },
        when = any_of{ { reworks = at_least(2) }, { overdue = true, finding = is_not "partly" } }, deduct = { points = 2, for_each = { reworks = 3 } },
        counted = { once_for = { "project", "category" }, within = hours(24), at_least = 3, per = "quarter" },
        cap = { points = 5, per = "project", period = "month" }, because = "{number} {project.name} x" }
      """,
      "adjustment \"x\" { \(head) each = project, offset = { \"D05\", \"D06\" }, cap = { points = 4 }, because = \"b\" }",
      """
      tighten "x" { \(head) concerns = complaint, where = { category = "heating" }, deadline = "close", within = hours(24),
        alert = { after = hours(12), to = "street" } }
      """,
      "tighten \"x\" { \(head) concerns = duty, where = { duty = \"common revenue accounts\" }, due = { \"07-31\", \"01-31\" } }",
      "tighten \"x\" { \(head) parameter = \"filing.contractDays\", to = 20 }",
      """
      procedure "x" { \(head) amends = "city/fund-small", concerns = fund_request, where = { category = "other" },
        changes = { ["street review"] = { also_needs = { attachment = { "p", "q" } }, within = working_days(1), not_same_person_as = "submit",
          at_most = percent(50), refuse_when = { amount = more_than(yuan(8000)) }, because = "{number} z" } },
        insert = { ["site photo"] = { after = "submit", by = "street", within = working_days(2), needs = { attachment = "r" }, not_same_person_as = "submit" } } }
      """,
      """
      procedure "x" { \(head) concerns = complaint, where = { category = "noise" }, steps = {
        { "first visit", by = "community", within = hours(2), needs = { attachment = "s" }, does = "go there", done = "street talk", late = "street talk" },
        { "street talk", by = "street", within = working_days(3), refused = finish, late = refer "county", not_same_person_as = "first visit" } } }
      """,
      """
      criterion "x" { \(head) list = "red", where = { staff = at_least(3) }, one_per = "street", rank = { "reworks", "-close_rate" }, period = "month", because = "{name} w" }
      """,
      """
      job "x" { \(head) every = "month", on_working_day = 3, missed = "skip", each = order, where = { deadline = within_last(calendar_days(9)) },
        when = { rectified_on = missing }, propose = "deduction", due = working_days(5), to = "street", once_per = "year", points = 2, item = "D14", because = "{number} v" }
      """,
      "job \"x\" { \(head) every = \"year\", run = function(period) print(period.name) end }",
      "report \"x\" { \(head) each = complaint, where = { overdue = true }, columns = { \"number\", { project = \"street\" } }, order = { \"-number\" }, limit = 7 }",
      """
      report "x" { \(head) each = complaint, by = { "street" }, figures = { n = count, late = count_where{ overdue = true }, s = share_where{ reworks = more_than(1) },
        t = sum "reworks", u = distinct "complainant" }, sort = { "-n" } }
      """,
      "report \"x\" { \(head) each = complaint, group = { \"county\" } }",
      "report \"x\" { \(head) each = complaint, events = { same = { \"project\", \"building\" }, within = hours(24) } }",
      "report \"x\" { \(head) rows = function(period) return complaint:in_period(period) end }",
    ]
  }()

  /// What a declaration says, read or not: a changed one need not be right.
  static func said(_ text: String, _ language: Language, _ session: ScriptSession) throws -> String {
    let (chunk, declared) = try session.declared(by: Script(name: "scripts/140403-luzhou/case.lua", text: text))
    return declared.map { declaration in
      RuleText(phrases: Phrases(kinds: session.kinds, language: language), declared: declaration) {
        FunctionText($0, of: declaration.name, in: chunk).text
      }.text
    }.joined(separator: "\n")
  }

  @Test("whatever text or number of a declaration is changed, what is said changes", arguments: scripts)
  func complete(_ name: String) throws {
    try check(name, try String(contentsOfFile: Self.root + "/" + name, encoding: .utf8))
  }

  @Test("and so it is with every key of every kind", arguments: full.indices) func everyKey(_ index: Int) throws {
    try check("\(index)", Self.full[index])
  }

  private func check(_ name: String, _ text: String) throws {
    let session = try SmallCity().session()
    let plain = try [Language.chinese, .english].map { try Self.said(text, $0, session) }
    let chunk = try session.parsed(SourceText(name: name, text))
    var changes: [(SourceSpan, String)] = []
    chunk.block.walk { node in
      guard case .expression(let expression) = node else { return .into }
      let bytes = Array(text.utf8)[expression.span.range]
      switch expression.kind {
      case .string: changes.append((expression.span, String(decoding: bytes.dropLast(), as: UTF8.self) + "甲" + String(decoding: bytes.suffix(1), as: UTF8.self)))
      case .integer(let value): changes.append((expression.span, "\(value + 1)"))
      case .true: changes.append((expression.span, "false"))
      case .false: changes.append((expression.span, "true"))
      default: break
      }
      return .into
    }
    #expect(changes.count > 5)
    for (span, replacement) in changes {
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(span.range, with: Array(replacement.utf8))
      let changed = String(decoding: bytes, as: UTF8.self)
      for (language, before) in zip([Language.chinese, .english], plain) {
        let after = try? Self.said(changed, language, session)
        #expect(after != before, "\(name): `\(replacement)` changes nothing in \(language)")
      }
    }
  }

  @Test("a key that nobody knows is said plainly") func unknownKey() throws {
    let session = try SmallCity().session()
    let text = try Self.said("job \"x\" { title = \"t\", basis = { document = \"d\", seal = \"round\" }, every = \"month\", colour = \"green\" }", .english, session)
    #expect(text.contains("“green”") && text.contains("seal = “round”"), "\(text)")
  }

  static let words: [(condition: String, chinese: String, english: String)] = [
    ("overdue = true", "超期为是", "the overdue is yes"), ("reworks = more_than(2)", "重办次数超过2（不含本数）", "is more than 2"),
    ("reworks = at_least(2)", "重办次数在2以上（含本数）", "is at least 2"), ("reworks = less_than(2)", "重办次数不满2（不含本数）", "is less than 2"),
    ("reworks = at_most(2)", "重办次数在2以下（含本数）", "is at most 2"), ("reworks = between(2, 5)", "在2至5之间（含两端）", "from 2 to 5, both included"),
    ("category = is_not \"noise\"", "类别不是“噪声”", "is not “noise”"),
    ("category = one_of{ \"noise\", \"fees\" }", "为下列之一：“噪声”、“物业收费”", "is one of “noise”, “fees”"),
    ("category = not_one_of{ \"noise\" }", "不是下列任何一种：“噪声”", "is none of “noise”"), ("closed_at = exists", "办结时间有记载", "is recorded"),
    ("closed_at = missing", "办结时间没有记载", "is not recorded"),
    ("accepted_at = within_last(calendar_days(30))", "受理时间在截止日前30个自然日以内", "within the 30 calendar days before the data cut"),
    ("closing_time = more_than(minutes(90))", "办理时长超过90分钟", "more than 90 minutes"),
    ("project = { households = at_least(500), old_estate = false }", "其项目：", "of its project: "),
  ]

  @Test("every test of a condition has its words, bounds with whether they count", arguments: words)
  func conditions(_ example: (condition: String, chinese: String, english: String)) throws {
    let session = try SmallCity().session()
    let script = "report \"x\" { title = \"t\", basis = { document = \"d\" }, effective = { from = \"2026-01-01\" }, each = complaint, where = { \(example.condition) } }"
    let chinese = try Self.said(script, .chinese, session), english = try Self.said(script, .english, session)
    #expect(chinese.contains(example.chinese), "\(chinese)")
    #expect(english.contains(example.english), "\(english)")
  }
}
