import LuaSyntax
import Testing

/// The mistakes that administrators make, and all that they are told.
@Suite("Mistakes, as their authors see them")
struct MistakeTests {
  func told(_ text: String, _ language: Language) -> String {
    do {
      _ = try parse(SourceText(name: "a.lua", text))
      return "accepted"
    } catch {
      return error.rendered(language)
    }
  }

  @Test("A comma is missing at the end of a line")
  func comma() {
    let text = """
      评分调整 "电梯困人加扣" {
        标题 = "高层住宅"
        关联 = "属实投诉扣分",
      }
      """
    #expect(
      told(text, .chinese) == """
        a.lua:2:14: 错误[missing-comma]：`关联` 前面缺少逗号
           2 |   标题 = "高层住宅"
             |                    ^
             = 说明：下一项从这里开始
           3 |   关联 = "属实投诉扣分",
             |   ^^^^
             = 提示：各项之间用 `,` 隔开
        """)
  }

  @Test("`=` for `==` in a condition")
  func comparison() {
    #expect(
      told("如果 状态 = \"未结\" 那么 返回 结束", .chinese) == """
        a.lua:1:7: 错误[expected-token]：`=` 前面缺少 `那么`
           1 | 如果 状态 = "未结" 那么 返回 结束
             |           ^
             = 提示：判断相等写作 `==`
        """)
    #expect(
      told("if status = \"open\" then return end", .english) == """
        a.lua:1:11: error[expected-token]: `then` is missing before `=`
           1 | if status = "open" then return end
             |           ^
             = help: equality is asked with `==`
        """)
  }

  @Test("Words written without a space")
  func joinedWords() {
    #expect(
      told("如果投诉 那么", .chinese) == """
        a.lua:1:1: 错误[no-effect]：单独写 `如果投诉` 没有作用
           1 | 如果投诉 那么
             | ^^^^^^^^
             = 提示：词与词之间要有空格：`如果 投诉`
        """)
  }

  @Test("An `end` is missing: the caret is where the block begins, the help where it may be")
  func missingEnd() {
    #expect(
      told("function f()\n  if a then\n    b()\n\n  c()\nend\n", .english) == """
        a.lua:1:1: error[unclosed]: `function` is never closed by `end`
           1 | function f()
             | ^^^^^^^^
             = help: `end` of line 6 closes `if` of line 2, but is indented otherwise: perhaps it is there
        """)
    #expect(
      told("如果 甲 那么 乙() 否则 如果 丙 那么 丁() 结束", .chinese) == """
        a.lua:1:1: 错误[unclosed]：`如果` 没有用 `结束` 收尾
           1 | 如果 甲 那么 乙() 否则 如果 丙 那么 丁() 结束
             | ^^^^
             = 提示：`否则 如果` 会另起一个要单独收尾的判断，请写作 `否则如果`
        """)
  }

  @Test("A reserved word as a name")
  func reservedWord() {
    #expect(
      told("t = { 结束 = 1 }", .chinese) == """
        a.lua:1:7: 错误[expected-name]：`结束` 是语言本身的词，不能用作名称
           1 | t = { 结束 = 1 }
             |       ^^^^
             = 提示：请换一个名称，或写成 `["结束"] =`
        """)
  }

  @Test(
    "Habits of other languages get the Lua way as help",
    arguments: [
      ("x += 1", "`x += 1` is written `x = x + 1` here"), ("x++", "`x++` is written `x = x + 1` here"),
      ("if a != b then end", "not equal is written `~=`"), ("if a && b then end", "`&&` is written `and` here"),
      ("if a || b then end", "`||` is written `or` here"), ("// note", "a comment begins with `--`"),
      ("# note", "a comment begins with `--`"), ("/* note */", "a comment begins with `--`"),
      ("x = 1..2", "put a space between a number and `..`"),
      ("x = \"C:\\data\"", "a backslash itself is written `\\\\`"),
      ("x == 1", "a value is assigned with `=`"), ("function (a) end", "write `local function name (…)`"),
      ("for k v in pairs(t) do end", "variables are separated by `,`"), ("f(a b)", "items are separated by `,`"),
      ("if !a then end", "negation is written `not`"), ("x = 3月", "a name cannot begin with a digit"),
      ("local x <constant> = 1", "`<const>` makes a constant"), ("x = a:b", "a field is read with `.`"),
    ])
  func habits(text: String, help: String) {
    #expect(told(text, .english).hasSuffix("\n     = help: \(help)"))
    #expect(told(text, .chinese).contains("\n     = 提示："))
  }

  @Test("A brace that is never closed is shown where it was opened, with or without a last comma", arguments: ["a = 1", "a = 1,", ""])
  func brace(_ inside: String) {
    #expect(
      told("x {\n  \(inside)\n", .chinese) == """
        a.lua:1:3: 错误[unclosed]：`{` 没有用 `}` 收尾
           1 | x {
             |   ^
        """)
  }

  @Test("Every message there is has both languages, without a full stop, in lower case")
  func style() {
    var generator = ProgramGenerator(seed: 29)
    var seen: Set<Diagnostic.Code> = []
    for index in 0..<3_000 {
      let bytes = index % 4 == 0 ? generator.noise() : generator.mutant(of: generator.program())
      guard case .failure(let error) = Result(catching: { try parse(SourceText(name: "", bytes: bytes)) }) else {
        continue
      }
      for diagnostic in (error as? SyntaxError)?.diagnostics ?? [] {
        seen.insert(diagnostic.code)
        for wording in [diagnostic.message, diagnostic.help, diagnostic.related?.message].compactMap({ $0 }) {
          #expect(!wording.chinese.isEmpty && !wording.english.isEmpty)
          #expect(!wording.english.hasSuffix(".") && !wording.chinese.hasSuffix("。"))
          #expect(wording.english.first?.isUppercase != true)
        }
      }
    }
    #expect(seen.count >= 20, "\(seen.count)")
  }
}
