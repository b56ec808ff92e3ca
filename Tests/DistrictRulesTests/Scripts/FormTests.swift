import CityModel
import Columns
@testable import DistrictRules
import LuaSyntax
import Register
import Testing

/// A filled form becomes a script that passes everything at once.
@Suite("forms") struct FormTests {
  static let forms = FormQuestion.kinds.flatMap { kind in [(kind, Language.chinese), (kind, Language.english)] }

  @Test("eight questions for every kind", arguments: FormQuestion.kinds) func eight(_ kind: String) {
    #expect(FormQuestion.questions(for: kind)?.count == 8)
    #expect(FormQuestion.kind(CityVocabulary.chinese(kind)) == kind)
  }

  @Test("the examples of an empty form, filled in, pass check, say and test", arguments: forms)
  func passes(_ form: (kind: String, language: Language)) throws {
    let sheet = FormSheet.empty(form.kind, form.language)
    let filled = RuleForm(kind: form.kind, language: form.language, answers: try #require(FormSheet.answers(sheet, kind: form.kind, row: 1)))
    #expect(filled.unanswered.isEmpty)
    let script = Script(name: "scripts/140403-luzhou/\(filled.fileName).lua", text: filled.script)
    let rulebook = try Rulebook.standard()
    let report = try ScriptChecker(rulebook, on: SmallCity.day("2026-11-24")).check([script])
    #expect(report.errors == 0, "\(report.findings.map { $0.rendered(.english) })\n\(filled.script)")
    let session = try SmallCity().session()
    for language in [Language.chinese, .english] {
      let said = try session.say(script, in: language)
      #expect(said.count == 1 && said.first?.contains(filled.answers["title"] ?? "-") == true)
    }
    let tests = Script(name: "x.test.lua", text: filled.tests)
    let outcome = ScriptTests(rulebook: rulebook) { _ in NoAdvisor() }.report(on: script, tests: tests) { _ in script }
    #expect(outcome.passed == 1 && outcome.results.count == 1, "\(outcome.text(.english, coverage: true))\n\(filled.script)")
  }

  @Test("a form's answers stay what they are: quotes, line ends, units, references") func answers() throws {
    let filled = RuleForm(
      kind: "adjustment", language: .chinese,
      answers: [
        "name": "a\"b", "title": "“引号”和\\", "document": "d", "article": "x\ny", "from": "2026-07-01",
        "where": "项目.户数>=500；办理时长>24小时;类别＝噪声；楼栋=有值；办结时间=missing", "points": "加 0.5 封顶 2",
      ])
    #expect(filled.script.contains("项目 = { 户数 = 至少(500) }, 办理时长 = 多于(小时(24)), 类别 = \"噪声\", 楼栋 = 有值, 办结时间 = 无值"), "\(filled.script)")
    #expect(filled.script.contains("加分 = 0.5") && filled.script.contains("分值 = 2"))
    #expect(filled.fileName == "a-b")
    let session = try SmallCity().session()
    #expect(try session.load(Script(name: "s.lua", text: filled.script)).count == 1)
  }

  @Test("a spreadsheet's columns are known by their questions, in any order, and quoted cells are read") func sheet() throws {
    let answers = FormSheet.answers("title,name\r\n\"a, \"\"b\"\"\",n\r\n", kind: "adjustment", row: 1)
    #expect(answers?["title"] == "a, \"b\"" && answers?["name"] == "n")
    #expect(FormSheet.answers("title\n", kind: "adjustment", row: 1) == nil)
    #expect(FormSheet.answers("", kind: "adjustment", row: -1) == nil)
  }

  @Test("what has no answer is asked for") func unanswered() {
    #expect(RuleForm(kind: "report", language: .english, answers: [:]).unanswered.map(\.key) == ["name", "title", "document", "article", "from", "columns"])
  }

  static let wrong: [(kind: String, answers: [String: String], keys: [String])] = [
    ("adjustment", [:], []),
    ("adjustment", ["from": "下个月"], ["from"]),
    ("adjustment", ["each": "投訴"], ["each"]),
    // The condition is about the collection that was answered.
    ("adjustment", ["each": "整改通知", "where": "类别=供水"], ["where"]),
    ("adjustment", ["title": "", "from": "2026-13-01", "where": "类别=电梯", "points": "扣很多"], ["title", "from", "where", "points"]),
    ("tighten", ["deadline": "马上办", "within": "24小时"], ["deadline"]),
    ("tighten", ["within": "一百天"], ["within"]),
    ("tighten", ["within": "100小时"], ["within"]),
    ("procedure", ["amends": "紧急", "change": "申请：检验机构停用通知"], ["amends"]),
    ("criterion", ["list": "绿榜"], ["list"]),
    ("job", ["each": "整改通知", "propose": "罚款"], ["propose"]),
    ("report", ["each": "企业", "columns": "名称；受理时间"], ["columns"]),
    ("report", ["each": "企业", "where": "", "columns": "名称"], []),
  ]

  @Test("each wrong answer is told, and no other", arguments: wrong)
  func faults(_ example: (kind: String, answers: [String: String], keys: [String])) throws {
    var answers = try #require(FormSheet.answers(FormSheet.empty(example.kind, .chinese), kind: example.kind, row: 1))
    // Conditions and columns of the example belong to its own collection.
    if example.answers["each"] != nil { answers["where"] = "" }
    answers.merge(example.answers) { $1 }
    let checker = try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-11-24"))
    let faults = try RuleForm(kind: example.kind, language: .chinese, answers: answers).faults(checker)
    #expect(faults.map(\.question.key) == example.keys, "\(faults)")
    for fault in faults { #expect(fault.help != nil, "\(fault)") }
  }

  @Test("at a question only what has been answered is judged") func partly() throws {
    let checker = try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-11-24"))
    let form = RuleForm(kind: "adjustment", language: .chinese, answers: ["name": "例", "title": "例", "from": "昨天"])
    #expect(try form.faults(of: ["name", "title"], checker).isEmpty)
    #expect(try form.faults(of: ["name", "title", "from"], checker).map(\.question.key) == ["from"])
  }
}

final class NoAdvisor: Advisor {
  func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate] { [] }
  func why(enterprise row: Int) throws -> ResultTable { ResultTable(columns: []) }
}
