import LuaSyntax
import Testing

@Suite("The prompt")
struct PromptTests {
  func kind(_ text: String) -> String {
    switch PromptInput(SourceText(name: "prompt", text)) {
    case .empty: "empty"
    case .expressions: "expressions"
    case .statements: "statements"
    case .incomplete: "incomplete"
    case .invalid(let error): error.first.code.rawValue
    }
  }

  @Test(
    "What was typed",
    arguments: [
      ("", "empty"), ("  -- nothing\n", "empty"), ("x", "expressions"), ("1 + 1, f()", "expressions"),
      (
        "f()",
        "expressions"
      ), ("#t", "expressions"),
      ("complaints:where{ a = 1 }:count()", "expressions"), ("x = 1", "statements"), ("local x", "statements"),
      (
        ";",
        "statements"
      ),
      ("for i = 1, 2 do f(i) end", "statements"), ("return 1", "statements"),
      ("complaints:where{", "incomplete"), ("f(", "incomplete"), ("x =", "incomplete"), ("1 +", "incomplete"),
      (
        "a.",
        "incomplete"
      ), ("a,", "incomplete"),
      ("if x then", "incomplete"), ("如果 x 那么\n f()", "incomplete"), ("function f()", "incomplete"),
      (
        "[[abc",
        "incomplete"
      ), ("--[[ abc", "incomplete"),
      ("local", "incomplete"), ("x = {\n a = 1,\n", "incomplete"), ("not", "incomplete"), ("a:b", "incomplete"),
      ("local x <", "incomplete"),
      ("x = 'abc", "unfinished-string"), ("x = )", "unexpected-token"), ("f(a b", "missing-comma"),
      (
        "x，y",
        "full-width-character"
      ), ("end", "unexpected-token"),
      ("1 2", "unexpected-token"), ("x y", "no-effect"), ("_ENV", "environment-name"),
    ])
  func input(text: String, expected: String) {
    #expect(kind(text) == expected)
    #expect(isIncomplete(SourceText(name: "", text)) == (expected == "incomplete"))
  }

  @Test("Every beginning of a program that stops between two lines is incomplete or complete, and never an error")
  func everyBeginning() throws {
    let program = """
      评分调整 "电梯困人加扣" {
        标题 = "高层",
        依据 = { 文号 = "潞州住建〔2026〕12号",
          条款 = "第四条" },
        运行 = 函数(期)
          对于 甲 于 企业:每个() 执行
            如果 甲.数 >=
              10 那么
              返回 "多" ..
                甲.名
            结束
          结束
        结束,
        说明 = [[
          长文字，
        ]],
      }
      """
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    for count in 1..<lines.count {
      #expect(kind(lines[..<count].joined(separator: "\n")) == "incomplete", "\(count) lines")
    }
    #expect(kind(program) == "expressions")
  }

  func context(_ text: String) throws -> CompletionContext {
    let vocabulary = try Vocabulary([("投诉", "complaints"), ("范围", "where"), ("项目", "project")])
    let source = SourceText(name: "", text)
    return completionContext(source, at: source.bytes.count, vocabulary: vocabulary)
  }

  @Test("What is before the cursor")
  func places() throws {
    #expect(try context("comp").place == .name)
    #expect(try context("comp").word == "comp")
    #expect(try context("x = 投").word == "投")
    #expect(try context("x = 投").span == SourceSpan(4, 7))
    #expect(try context("").place == .name)
    #expect(try context("x + ").place == .name)
    #expect(try context("complaints.st").place == .member(of: [.name("complaints")], isMethod: false))
    #expect(try context("投诉:").place == .member(of: [.name("complaints")], isMethod: true))
    #expect(
      try context("投诉:where{ a = 1 }:group('x')[1].first:co").place
        == .member(
          of: [.name("complaints"), .method("where"), .call, .method("group"), .call, .index, .field("first")],
          isMethod: true))
    #expect(try context("1 + (a or b):").place == .member(of: [.value], isMethod: true))
    #expect(try context(":co").place == .member(of: [.value], isMethod: true))
    #expect(try context("x = 1 -- abc").place == .nothing)
    #expect(try context("x = --[[ abc").place == .nothing)
    #expect(try context("x = --[[ abc ]]").place == .name)
    #expect(try context("x = 12").place == .nothing)
    #expect(try context("x = 'el").place == .text)
    #expect(try context("x = 'el").word == "el")
    #expect(try context("x = [==[el").word == "el")
    #expect(try context("x = 'el'").place == .name)
    #expect(try context("for").word == "for")
  }

  @Test("The brackets around the cursor, with their owners and keys")
  func enclosures() throws {
    let inner = try context("评分 '甲' { 标题 = '乙', 范围 = { x = 1, 项目 = { hi")
    #expect(inner.place == .key)
    #expect(inner.enclosing.map(\.owner) == [[.name("评分"), .call], [], []])
    #expect(inner.enclosing.map(\.key) == ["where", "project", nil])
    #expect(inner.enclosing.map(\.itemsBefore) == [1, 1, 0])
    let call = try context("f(a, g{ category = 'el")
    #expect(call.place == .text)
    #expect(call.enclosing.map(\.kind) == [.parenthesis, .table])
    #expect(call.enclosing.map(\.owner) == [[.name("f")], [.name("g")]])
    #expect(call.enclosing.last?.key == "category")
    #expect(try context("f{ a = ").place == .name)
    #expect(try context("f{ a = b == c, ").place == .key)
    #expect(try context("f{ x.y").enclosing.last?.key == nil)
    #expect(try context("f{ a = 1 } ").enclosing.isEmpty)
  }

  @Test("Colours, in a line that is half written")
  func colours() throws {
    let vocabulary = try Vocabulary([("投诉", "complaints")])
    let source = SourceText(name: "", "局部 x = 投诉:数(\"a\", 1，2x -- c")
    let pieces = highlights(of: source, vocabulary: vocabulary) { $0 == "complaints" }
    #expect(
      pieces.map { "\($0.highlight) \(source.text($0.span))" } == [
        "keyword 局部", "name x", "sign =", "known 投诉", "sign :", "name 数", "sign (", "string \"a\"", "sign ,",
        "number 1", "invalid ，",
        "invalid 2x", "comment -- c",
      ])
  }

  @Test("Nothing typed can break the prompt: any bytes, any cursor")
  func total() {
    var generator = ProgramGenerator(seed: 23)
    for index in 0..<1_000 {
      let bytes = index % 2 == 0 ? generator.noise() : generator.mutant(of: generator.program())
      let source = SourceText(name: "", bytes: bytes)
      let context = completionContext(source, at: generator.random.below(bytes.count + 2) - 1)
      #expect(context.span.end <= bytes.count)
      _ = PromptInput(source)
      #expect(highlights(of: source).allSatisfy { $0.span.end <= bytes.count })
    }
  }
}
