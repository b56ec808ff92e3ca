import CityModel
import Columns
@testable import DistrictRules
import LuaRuntime
import LuaSyntax
import Register
import Testing

/// What people write who have never written a rule, and the help line that they get.
@Suite("what a newcomer writes") struct NewcomerTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var line: String
    var code: Diagnostic.Code
    var help: String
    /// The text under the caret.
    var at: String
    var testDescription: String { line }

    init(_ line: String, _ code: Diagnostic.Code, at: String, _ help: String) { (self.line, self.code, self.at, self.help) = (line, code, at, help) }
  }

  /// A rule in Chinese words, and one in English, with one line of the author's.
  static func chinese(_ line: String) -> String {
    var text = "评分调整 \"例\" {\n  标题 = \"例\", 依据 = { 文号 = \"潞州住建〔2026〕12号\" }, 施行 = { 自 = \"2026-07-01\" }, 逐条 = 投诉,\n"
    if !line.contains("扣分 =") { text += "  扣分 = 1,\n" }
    if !line.contains("理由 =") { text += "  理由 = \"{编号}\",\n" }
    return text + "  \(line)\n}\n"
  }

  static func english(_ line: String) -> String {
    "adjustment \"x\" {\n  title = \"t\", basis = { document = \"d\" }, effective = { from = \"2026-07-01\" }, each = complaint, deduct = 1, because = \"{number}\",\n  \(line)\n}\n"
  }

  static func findings(_ text: String) throws -> [Finding] {
    try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01"), limits: .init(time: .seconds(2))).check([Script(name: "例.lua", text: text)]).findings
  }

  private static func expect(_ mistake: Mistake, in text: String, _ language: Language) throws {
    let all = try findings(text)
    let finding = try #require(all.first { $0.code == mistake.code }, "\(all.map { $0.rendered(language) })")
    let help = language == .chinese ? finding.diagnostic.help?.chinese : finding.diagnostic.help?.english
    #expect(help == mistake.help, "\(finding.rendered(language))")
    #expect(finding.diagnostic.span.map { finding.source.text($0) } == mistake.at, "\(finding.rendered(language))")
  }

  static let words: [Mistake] = [
    .init("范围 = { 办理时长 = 超过(小时(3)) },", "unknown-name", at: "超过", "是否想写 `多于`？"),
    .init("范围 = { 办理时长 = 大于(小时(3)) },", "unknown-name", at: "大于", "是否想写 `多于`？"),
    .init("范围 = { 办理时长 = 高于(小时(3)) },", "unknown-name", at: "高于", "是否想写 `多于`？"),
    .init("范围 = { 办理时长 = 不少于(小时(3)) },", "unknown-name", at: "不少于", "是否想写 `至少`？"),
    .init("范围 = { 办理时长 = 不低于(小时(3)) },", "unknown-name", at: "不低于", "是否想写 `至少`？"),
    .init("范围 = { 办理时长 = 不足(小时(3)) },", "unknown-name", at: "不足", "是否想写 `少于`？"),
    .init("范围 = { 办理时长 = 小于(小时(3)) },", "unknown-name", at: "小于", "是否想写 `少于`？"),
    .init("范围 = { 办理时长 = 低于(小时(3)) },", "unknown-name", at: "低于", "是否想写 `少于`？"),
    .init("范围 = { 办理时长 = 不超过(小时(3)) },", "unknown-name", at: "不超过", "是否想写 `至多`？"),
    .init("范围 = { 受理时间 = 最近(天(3)) },", "unknown-name", at: "天", "是否想写 `自然日` 或 `工作日`？"),
    .init("范围 = { 办结时间 = 为空 },", "unknown-name", at: "为空", "是否想写 `无值`？"),
    .init("生效 = { 自 = \"2026-07-01\" },", "unknown-key", at: "生效", "是否想写 `施行`？"),
    .init("上限 = { 分值 = 3 },", "unknown-key", at: "上限", "是否想写 `封顶`？"),
  ]

  @Test("a word of everyday Chinese is answered with the word of the language", arguments: words)
  func chineseWord(_ mistake: Mistake) throws { try Self.expect(mistake, in: Self.chinese(mistake.line), .chinese) }

  static let englishWords: [Mistake] = [
    .init("where = { closing_time = greater_than(hours(3)) },", "unknown-name", at: "greater_than", "did you mean `more_than`?"),
    .init("where = { closing_time = over(hours(3)) },", "unknown-name", at: "over", "did you mean `more_than`?"),
    .init("where = { closing_time = exceeds(hours(3)) },", "unknown-name", at: "exceeds", "did you mean `more_than`?"),
    .init("where = { closing_time = not_less_than(hours(3)) },", "unknown-name", at: "not_less_than", "did you mean `at_least`?"),
    .init("where = { closing_time = below(hours(3)) },", "unknown-name", at: "below", "did you mean `less_than`?"),
    .init("where = { accepted_at = within_last(days(3)) },", "unknown-name", at: "days", "did you mean `calendar_days` or `working_days`?"),
    .init("where = { accepted_at = within_last(business_days(3)) },", "unknown-name", at: "business_days", "did you mean `working_days`?"),
  ]

  @Test("a word of everyday English too", arguments: englishWords)
  func englishWord(_ mistake: Mistake) throws { try Self.expect(mistake, in: Self.english(mistake.line), .english) }

  static let shapes: [Mistake] = [
    // A relation with a dot.
    .init("范围 = { 项目.高层 = 是 },", "expected-name", at: "项目.高层", "`项目.高层 = 是` 在这里写作 `项目 = { 高层 = 是 }`"),
    .init("范围 = { 项目.县区.名称 = \"潞州区\" },", "expected-name", at: "项目.县区.名称", "`项目.县区.名称 = \"潞州区\"` 在这里写作 `项目 = { 县区 = { 名称 = \"潞州区\" } }`"),
    .init("范围 = { [\"项目.高层\"] = 是 },", "unknown-field", at: "\"项目.高层\"", "写作 `项目 = { 高层 = 是 }`"),
    // A comparison sign behind the equals sign.
    .init("范围 = { 办理时长 = > 24 },", "unexpected-token", at: ">", "条件写作 `办理时长 = 多于(小时(24))`"),
    .init("范围 = { 办理时长 = >= 小时(24), 类别 = \"供水\" },", "unexpected-token", at: ">=", "条件写作 `办理时长 = 至少(小时(24))`"),
    .init("范围 = { 重办次数 = > 2 },", "unexpected-token", at: ">", "条件写作 `重办次数 = 多于(2)`"),
    .init("范围 = { 类别 = ~= \"供水\" },", "unexpected-token", at: "~=", "条件写作 `类别 = 都不是{ \"供水\" }`"),
    // Yes and no in quotation marks.
    .init("范围 = { 项目 = { 高层 = \"是\" } },", "wrong-type", at: "\"是\"", "不加引号：是"),
    .init("范围 = { 项目 = { 高层 = \"否\" } },", "wrong-type", at: "\"否\"", "不加引号：否"),
    .init("范围 = { 项目 = { 高层 = 1 } },", "wrong-type", at: "1", "写作 是 或 否，不加引号"),
    // A number where a table is meant.
    .init("封顶 = 3,", "wrong-type", at: "3", "写作 封顶 = { 分值 = 3, 每 = \"企业\", 期 = \"年度\" }"),
    .init("封顶 = \"年度\",", "wrong-type", at: "\"年度\"", "写作 封顶 = { 分值 = 5, 每 = \"企业\", 期 = \"年度\" }"),
    .init("计次 = 1,", "wrong-type", at: "1", "写作 计次 = { 每人一次 = \"投诉人\" }"),
    .init("季节 = \"冬季\",", "wrong-type", at: "\"冬季\"", "写作 季节 = { 自 = \"11-15\", 至 = \"03-15\" }"),
    // The words of a list, in the author's language alone.
    .init("范围 = { 认定 = \"成立\" },", "unknown-value", at: "\"成立\"", "可用：`属实`, `部分属实`, `不属实`, `待查`"),
    // The unit behind its number.
    .init("范围 = { 办理时长 = 多于(2天) },", "malformed-number", at: "2天", "单位写在数的前面：`自然日(2)` 或 `工作日(2)`"),
    .init("范围 = { 办理时长 = 多于(48小时) },", "malformed-number", at: "48小时", "单位写在数的前面：`小时(48)`"),
    .init("扣分 = 0.5分,", "malformed-number", at: "0.5分", "单位写在数的前面：`分钟(0.5)` 或 `分值(0.5)`"),
    .init("扣分 = \"0.5分\",", "wrong-type", at: "\"0.5分\"", "写数，不加引号和单位：0.5"),
    .init("范围 = { 项目 = { 户数 = 多于(50%) } },", "unexpected-token", at: ")", "单位写在数的前面：`百分之(50)`"),
    // Another unit of time than the field's.
    .init("范围 = { 办理时长 = 多于(自然日(2)) },", "wrong-unit", at: "多于(自然日(2))", "按小时写：小时(48)"),
    // A day as it is written elsewhere.
    .init("季节 = { 自 = \"11-15\", 至 = \"03-15\" }, 范围 = { 受理时间 = 多于(\"2026年7月1日\") },", "wrong-type", at: "多于(\"2026年7月1日\")", "写作 \"2026-07-01\""),
    // A word of a list in the place of the field, a key in the place of a value, a field outside a text.
    .init("范围 = { 属实 = 是 },", "unknown-field", at: "属实", "是否想写 `认定 = \"属实\"`？"),
    .init("范围 = { 认定 = 属实 },", "unknown-name", at: "属实", "文字要加引号：`\"属实\"`"),
    .init("计次 = 每人一次,", "unknown-name", at: "每人一次", "这是键名，写在花括号里、等号前面：`{ 每人一次 = … }`"),
    .init("理由 = 受理时间 .. \"停水\",", "unknown-name", at: "受理时间", "字段写在文字的花括号里：`\"…{受理时间}…\"`"),
    .init("范围 = { 办理时长 >= 小时(48), 类别 = \"供水\" },", "unknown-name", at: "办理时长", "条件写作 `办理时长 = 至少(小时(48))`"),
    .init("范围 = { 类别 = \"停水\" },", "unknown-value", at: "\"停水\"", "是否想写 `供水`？"),
    .init("理由 = \"{受理日期}停水\",", "unknown-placeholder", at: "受理日期", "是否想写 `受理时间`？"),
    // The item by its name.
    .init("关联 = \"属实投诉件\",", "unknown-item", at: "\"属实投诉件\"", "是否想写 `属实投诉`？"),
    // The placeholder, not the whole sentence.
    .init("理由 = \"{受理时间}{项目.名子}电梯困人\",", "unknown-placeholder", at: "名子", "是否想写 `名称`？"),
    .init("理由 = \"{受理时间}电梯困人{ 编码 }\",", "unknown-placeholder", at: "编码", "是否想写 `编号`？"),
  ]

  @Test("the shape of another notation is answered with the shape that is meant", arguments: shapes)
  func shape(_ mistake: Mistake) throws { try Self.expect(mistake, in: Self.chinese(mistake.line), .chinese) }

  @Test("an item is named by its code or its name, with or without what it does", arguments: ["D10", "属实投诉", "属实投诉扣分"])
  func item(_ word: String) throws {
    let findings = try Self.findings(Self.chinese("关联 = \"\(word)\","))
    #expect(findings.isEmpty, "\(findings.map { $0.rendered(.chinese) })")
    let said = try SmallCity().session().say(Script(name: "x.lua", text: Self.chinese("关联 = \"\(word)\",")), in: .chinese)
    #expect(said.first?.contains("D10“属实投诉”并列") == true, "\(said)")
  }

  @Test("English words get English lists, Chinese words Chinese ones") func listsInOneLanguage() throws {
    let finding = try #require(try Self.findings(Self.english("where = { finding = \"accepted\" },")).first { $0.code == "unknown-value" })
    let help = try #require(finding.diagnostic.help)
    #expect(help.english.hasPrefix("there are `substantiated`"), "\(help.english)")
    let isEnglish = help.english.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isEnglish, "\(help.english)")
  }

  @Test("a word of a condition in the place of a step's changes is named as it was written") func stepChange() throws {
    let text = """
      程序 "例" {
        标题 = "例", 依据 = { 文号 = "襄住建〔2026〕5号" }, 施行 = { 自 = "2026-09-01" },
        修订 = "city/fund-emergency", 涉及 = 维修资金申请,
        变更 = { ["公示"] = 无值 },
      }
      """
    let findings = try Self.findings(text)
    #expect(findings.map(\.code) == ["wrong-type"], "\(findings.map { $0.rendered(.chinese) })")
    let shown = try #require(findings.first).rendered(.chinese)
    #expect(shown.contains("实为 `无值`") && shown.contains("写作 [\"公示\"] = { 另需"), "\(shown)")
    #expect(!shown.contains("测试"), "\(shown)")
  }

  @Test("every synonym stands for words that there are") func synonymsMean() {
    var known = CityVocabulary.words
    for field in CitySchema.tables.flatMap(\.fields) {
      if case .enumeration(let enumeration) = field.type { known.formUnion(enumeration.values.flatMap { [$0.name, $0.chinese] }) }
    }
    let unknown = Set(Synonyms.words.values.joined()).subtracting(known)
    #expect(unknown.isEmpty, "\(unknown)")
    #expect(Synonyms.words.count > 150)
  }
}
