import CityModel
import Columns
import DistrictRules
import LuaSyntax
import Register
import Testing

@Suite("what a job asks of rows and collections") struct MemberTests {
  private func script(_ body: String, before: String = "") -> Script {
    Script(
      name: "job.lua",
      text: """
        \(before)
        job "x" {
          title = "t", basis = { document = "d", published = "2026-01-01" }, effective = { from = "2026-01-01" }, every = "month",
          run = function(period)
            \(body)
          end,
        }
        """)
  }

  private func codes(_ script: Script) throws -> [String] {
    try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01")).check([script]).findings.map { $0.rendered(.english) }
  }

  @Test(
    "what a script makes itself is its own: nothing is said of tables, texts, results and what changes its kind",
    arguments: [
      "local own = { total = 1 } print(own.total, own.other, own.deep)",
      "local list = {} list.anything = 1 print(list.anything, list.more)",
      "for _, line in ipairs(complaints:group(\"enterprise\"):count():rows()) do print(line.enterprise, line.count, line.whatever) end",
      "local text = \"x\" print(text:upper(), (\"y\"):rep(2), string.format(\"%d\", 1))",
      "local held = complaints held = { whatever = function() return 1 end } print(held:whatever())",
      "local first = complaints:first() if first then print(first.number, first.project.name, first.enterprise.uscc) end",
      "local either = period.name == \"2026-09\" and complaints or {} print(either.whatever)",
      "local function name(e) return e.name end print(name(enterprises:first()))",
      "local function total(sheet) return sheet.total end print(total({ total = 1 }))",
      "for e in enterprises:each() do propose.interview(e) { because = e.name, grounds = { \"x\" }, once_per = \"year\" } end",
      "local reasons = { because = \"x\" } for e in enterprises:each() do propose.interview(e)(reasons) end",
      "print(complaints:of(enterprises:first()):where{ finding = \"substantiated\", project = { high_rise = true } }:distinct(\"complainant\"))",
    ])
  func own(_ body: String) throws { #expect(try codes(script(body)).isEmpty) }

  @Test("a method that there is not hides nothing behind it") func behind() throws {
    let found = try codes(script("print(complaints:whre{ statuses = \"open\" }:count())"))
    #expect(found.count == 2, "\(found)")
    #expect(found.contains { $0.contains("`whre`") } && found.contains { $0.contains("`statuses`") })
  }

  @Test("while it runs, too, an unknown proposal names the nine there are", arguments: [("propose.fine", "fine"), ("提请.罚款", "罚款")])
  func running(_ call: String, _ word: String) throws {
    let session = try SmallCity().session()
    let script = script("for e in enterprises:each() do \(call)(e) { because = \"x\" } end")
    let job = try #require(try session.load(script).first)
    guard case .job(let job) = job else { return }
    let period = try #require(Period("2026-09"))
    let error = #expect(throws: ScriptError.self) { try session.run(job, period: period, in: script) }
    #expect(error?.diagnostic.code == "unknown-method")
    #expect(error?.diagnostic.span.map { error?.source.text($0) } == word)
    for kind in Proposal.Kind.allCases {
      #expect(error?.rendered(.english).contains("`\(kind.rawValue)`") == true)
      #expect(error?.rendered(.chinese).contains("`\(CityVocabulary.chinese(kind.rawValue))`") == true)
    }
  }
}
