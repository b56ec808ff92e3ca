import Foundation
import Testing

/// `xize test`, `xize say` and `xize new`, as a district administrator runs them.
@Suite("Writing rules at the command line") struct ScriptCommandTests {
  static let rule = """
    评分调整 "噪声" {
      标题 = "噪声投诉扣分", 依据 = { 文号 = "潞州住建〔2026〕1号" }, 施行 = { 自 = "2026-01-01" },
      逐条 = 投诉, 范围 = { 类别 = "噪声" }, 扣分 = 1, 理由 = "{编号}",
    }

    """

  static func tests(_ points: String) -> String {
    """
    测试 "一件扣一分" {
      截止日 = "2026-09-30",
      已知 = { 企业 = { { 名称 = "甲" } }, 项目 = { { 名称 = "东苑", 企业 = "甲" } }, 投诉 = { { 项目 = "东苑", 类别 = "噪声" } } },
      应得 = { 分值 = { 甲 = \(points) } },
    }

    """
  }

  @Test("exit codes: 0 passed, 1 failed, 2 broken; an empty rule fails where that is asked for", arguments: ["zh", "en"])
  func codes(_ language: String) throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, language)
    try folder.write("a.lua", Self.rule)
    #expect(try xize("test", "a.lua").code == 0)
    #expect(try xize("test", "a.lua", "--fail-on-empty").code == 1)
    try folder.write("a.test.lua", Self.tests("-1"))
    let passed = try xize("test", "a.lua", "--coverage")
    #expect(passed.code == 0 && passed.output.contains("1/1"), "\(passed.all)")
    #expect(passed.output.contains(language == "zh" ? "不成立" : "not met"), "the clause was never seen unmet: \(passed.output)")
    #expect(try xize("test", "a.lua", "--full-coverage").code == 1)
    try folder.write("a.test.lua", Self.tests("-2"))
    let failed = try xize("test", ".")
    #expect(failed.code == 1 && failed.output.contains("-2") && failed.output.contains("-1"), "\(failed.all)")
    try folder.write("a.test.lua", Self.tests("甲"))
    let broken = try xize("test", "a.test.lua")
    #expect(broken.code == 2 && broken.output.contains("^"), "\(broken.all)")
    #expect(try xize("test", "nothing.lua").code == 1)
  }

  @Test("JSON for editors is JSON") func json() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.lua", Self.rule)
    try folder.write("a.test.lua", Self.tests("-2"))
    let outcome = try Command(in: folder)("test", "a.lua", "--format", "json")
    #expect(outcome.code == 1)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    #expect(parsed?.count == 1 && (parsed?.first?["results"] as? [Any])?.count == 1)
  }

  @Test("say prints numbered sentences in either language") func say() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.lua", Self.rule)
    let chinese = try Command(in: folder, "zh")("say", "a.lua"), english = try Command(in: folder)("say", "a.lua", "--lang", "en")
    #expect(chinese.code == 0 && chinese.output.contains("第一条（依据）") && chinese.output.contains("类别为“噪声”"), "\(chinese.all)")
    #expect(english.code == 0 && english.output.contains("1. Basis.") && english.output.contains("the category is “noise”"), "\(english.all)")
    #expect(try Command(in: folder)("say", "no.lua").code == 1)
  }

  @Test("new asks eight questions, and what it writes passes at once") func asks() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, "zh")
    let answers = ["噪声", "噪声投诉扣分", "潞州住建〔2026〕1号", "第一条", "2026-07-01", "", "类别=噪声", "扣 0.5 封顶 3"]
    let outcome = try xize("new", "评分调整", "--out", "rules", input: answers.joined(separator: "\n") + "\n")
    #expect(outcome.code == 0 && outcome.output.contains("8/8"), "\(outcome.all)")
    #expect(try folder.read("rules/噪声.lua").contains("扣分 = 0.5"))
    #expect(try xize("test", "rules", "--fail-on-empty").code == 0)
    let again = try xize("new", "评分调整", "--out", "rules", input: answers.joined(separator: "\n") + "\n")
    #expect(again.code == 1 && again.errors.contains("file-exists"))
  }

  @Test("a form that does not pass the check is not written") func refused() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    let form = try xize("new", "adjustment", "--form")
    #expect(form.code == 0)
    try folder.write("form.csv", form.output.replacing("category=lift entrapment", with: "categry=lift entrapment"))
    let outcome = try xize("new", "adjustment", "--from", "form.csv", "--out", "rules")
    #expect(outcome.code == 1 && outcome.errors.contains("unknown-field") && outcome.errors.contains("category"), "\(outcome.all)")
    #expect(try folder.contents() == ["form.csv"])
    #expect(try xize("new", "adjustment", "--from", "form.csv", "--row", "9").errors.contains("missing-row"))
    #expect(try xize("new", "law").errors.contains("unknown-kind"))
    #expect(try xize("new", "report", input: "").errors.contains("unanswered"))
  }
}
