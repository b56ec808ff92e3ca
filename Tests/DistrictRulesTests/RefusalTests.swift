import DistrictRules
import LuaRuntime
import LuaSyntax
import Testing

@Suite("what a script is told")
struct RefusalTests {
  static func script(_ change: String, dropping key: String = "") -> String {
    let lines = [
      "title": "  title = \"t\",", "basis": "  basis = { document = \"d\" },", "effective": "  effective = { from = \"2026-01-01\" },",
      "each": "  each = complaint,", "deduct": "  deduct = 1,", "because": "  because = \"{number}\",",
    ]
    let order = ["title", "basis", "effective", "each", "deduct", "because"]
    return "adjustment \"x\" {\n" + order.filter { $0 != key }.compactMap { lines[$0] }.joined(separator: "\n") + "\n" + change + "\n}\n"
  }

  static let cases: [(change: String, dropping: String, code: String, says: String)] = [
    ("  where = { categry = \"noise\" },", "", "unknown-field", "did you mean `category`?"),
    ("  where = { category = \"nosie\" },", "", "unknown-value", "did you mean `noise`?"),
    ("  where = { closing_time = more_than(3) },", "", "wrong-unit", "hours(3)"),
    ("  where = { project = { high_rise = 1 } },", "", "wrong-type", "true or false"),
    ("  where = { category = { \"noise\" } },", "", "wrong-type", "one_of"),
    ("  where = { \"noise\" },", "", "condition-without-field", "{ field = value }"),
    ("  where = { enterprise = \"nobody\" },", "", "unknown-row", "`nobody`"),
    ("  each = \"complaint\",", "each", "wrong-type", "without quotation marks: complaint"),
    ("", "basis", "missing-basis", "document"),
    ("", "effective", "missing-key", "effective = { from ="),
    ("", "deduct", "missing-key", "deduct or add"),
    ("  deduct = -1,", "deduct", "wrong-type", "positive"),
    ("  add = 1,", "", "missing-key", "one of deduct or add"),
    ("  because = \"{nubmer}\",", "because", "unknown-placeholder", "did you mean `number`?"),
    ("  because = \"{number\",", "because", "unclosed-placeholder", "`}`"),
    ("  caps = { points = 3 },", "", "unknown-key", "did you mean `cap`?"),
    ("  cap = { points = 3, per = \"street\" },", "", "unknown-value", "`enterprise`"),
    ("  effective = { from = \"2026-13-01\" },", "effective", "wrong-type", "2026-07-01"),
    ("  effective = { from = \"2026-07-01\", to = \"2026-06-01\" },", "effective", "dates-out-of-order", "before"),
    ("  each = division,", "each", "no-enterprise", "no enterprise"),
    ("  count_once_per = \"complainer\",", "", "unknown-field", "did you mean `complainant`?"),
  ]

  @Test("each mistake has its code and says what to do", arguments: cases)
  func refused(change: String, dropping: String, code: String, says: String) throws {
    let session = try SmallCity().session()
    let error = #expect(throws: ScriptError.self) {
      _ = try session.load(Script(name: "bad.lua", text: Self.script(change, dropping: dropping)))
    }
    let shown = try #require(error).rendered(.english)
    #expect(error?.diagnostic.code.rawValue == code)
    #expect(shown.contains(says), "\(shown)")
    #expect(shown.hasPrefix("bad.lua"))
  }

  @Test("the caret stands under the word, in a script of Chinese words too") func caret() throws {
    let session = try SmallCity().session()
    let text = AdjustmentTests.lift.replacing("高层 = 是", with: "高楼 = 是")
    let error = #expect(throws: ScriptError.self) { _ = try session.load(Script(name: "lift.lua", text: text)) }
    let shown = try #require(error).rendered(.chinese)
    #expect(shown.contains("lift.lua:7:"), "\(shown)")
    #expect(shown.contains("高楼"), "\(shown)")
    #expect(shown.contains("是否想写 `高层`"), "\(shown)")
    #expect(error?.diagnostic.span.map { error?.source.text($0) } == "高楼")
  }

  @Test("a syntax error, an endless loop and an unknown name are errors of the script, and the session goes on")
  func sessionGoesOn() throws {
    let session = try ScriptSession(SmallCity().snapshot(), limits: .init(time: .milliseconds(50)))
    for (text, says) in [("adjustment \"x\" {", "never closed"), ("while true do end", "50 ms"), ("return compliants", "complaints")] {
      let error = #expect(throws: ScriptError.self) { _ = try session.load(Script(name: "bad.lua", text: text)) }
      let shown = try #require(error).rendered(.english)
      #expect(shown.contains(says), "\(shown)")
    }
    let prompt = try session.makePrompt()
    #expect(try session.evaluate("1 + 1", in: prompt) == [.text("2")])
  }
}
